using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Records;
using Spoor.Storage;
using Spoor.Storage.Acts;
using Spoor.Transfers;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary>What decides a seal.</summary>
internal sealed class CaseSealOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "The data folder with transfers and labels [default: what was published with the incident].", HelpName = "DIR" };
    private readonly Option<string[]> _labels = new("--labels") { Description = "A file of labels (docs/labels.md); several are read in order.", HelpName = "FILE" };
    private readonly Option<string?> _incidents = IncidentsOption.Create();
    private readonly Option<string?> _desk = new("--desk") { Description = "The desk whose acts about the incident are sealed, too, with the tables that they name.", HelpName = "DIR" };
    private readonly DayOption _asOf = DayOption.Create("--as-of", "Only what was published and learned by the end of this day.");
    private readonly Option<string> _out = new("--out") { Description = "Where the file goes.", HelpName = "DIR", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _key = new("--key") { Description = "Sign with this private key (spoor case key).", HelpName = "FILE" };
    private readonly Option<string?> _previous = new("--previous") { Description = "The case file that this one follows.", HelpName = "FILE" };
    private readonly Option<string?> _at = new("--at") { Description = "State this as the time of the seal, UTC; without it the seal states none.", HelpName = "TIME" };

    private CaseSealOptions()
    {
    }

    public static CaseSealOptions On(Command command)
    {
        var options = new CaseSealOptions();
        Array.ForEach<Option>(
            [options._data, options._labels, options._incidents, options._desk, options._asOf, options._out, options._key, options._previous, options._at],
            command.Options.Add);
        return options;
    }

    public string FolderOf(ParseResult parsed, Terminal terminal) => terminal.PathOf(parsed.GetValue(_out)!);

    /// <summary>The case, and the key to sign it with; null for none.</summary>
    public async Task<(SealedCase Case, string? Key)> SealAsync(ParseResult parsed, string named, Terminal terminal, CancellationToken cancellation)
    {
        var library = _incidents.OpenIncidents(parsed, terminal);
        var incident = library.Find(named);
        var acts = ActsOf(parsed, incident.Id, terminal);
        var request = new SealRequest
        {
            Parameters = new() { AsOf = _asOf.PastDayOf(parsed, terminal.Today) },
            At = AtOf(parsed),
            Previous = PreviousOf(parsed, incident.Id, terminal),
            Acts = acts?.Log,
            Tables = acts is { } read ? DeskTableEntries.Read(read.Desk, incident.Id, read.Log) : [],
        };
        string? key = parsed.GetValue(_key) is { } file ? await File.ReadAllTextAsync(terminal.PathOf(file), cancellation) : null;
        var folder = parsed.GetValue(_data) is { } data ? DataFolder.At(terminal.PathOf(data)) : null;
        var labels = TypedLabels.Read(parsed.GetValue(_labels) ?? [], terminal);
        var material = await CaseReading.MaterialAsync(incident, folder, labels, request.Parameters.AsOf, cancellation);
        using var store = material.Transfers as IDisposable;
        return (await CaseSealing.SealAsync(library, incident, material, request, TraceTalk.Of(terminal), cancellation), key);
    }

    private DateTimeOffset? AtOf(ParseResult parsed) => parsed.GetValue(_at) is not { } text ? null
        : UtcTime.TryParse(text, out var at) && at.Ticks % TimeSpan.TicksPerSecond == 0 ? at
        : throw new FormatException($"Expected {UtcTime.Expected} for --at, found '{text}'.");

    private string? PreviousOf(ParseResult parsed, string incident, Terminal terminal)
    {
        if (parsed.GetValue(_previous) is not { } file)
        {
            return null;
        }

        var opened = OpenedCase.Read(terminal.PathOf(file));
        return opened.Manifest is not { } manifest || opened.Faults.Count > 0
            ? throw new FormatException($"{file} is no whole case file: {opened.Faults[0].Text}")
            : manifest.Incident == incident
                ? opened.Id
                : throw new FormatException($"{file} is a case about {manifest.Incident}; a seal of {incident} does not follow it.");
    }

    private (DeskFolder Desk, ActLog Log)? ActsOf(ParseResult parsed, string incident, Terminal terminal)
    {
        if (parsed.GetValue(_desk) is not { } named)
        {
            return null;
        }

        var desk = DeskFolder.At(terminal.PathOf(named));
        return (desk, ActFile.Read(desk.LogOf(incident)));
    }
}
