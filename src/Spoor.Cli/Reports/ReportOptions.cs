using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Reporting.Cases;
using Spoor.Storage;
using Spoor.Storage.Acts;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Reports;

namespace Spoor.Cli.Reports;

/// <summary>What a report is asked about: of which incident, from what, as of when.</summary>
internal sealed class ReportOptions
{
    private readonly Argument<string> _incident = new("INCIDENT") { Description = "An incident of the program, or the folder of one." };
    private readonly Option<string?> _data = new("--data") { Description = "Trace the transfers of this data folder, with its labels and bridges [default: the incident's own transfers.csv].", HelpName = "DIR" };
    private readonly Option<string[]> _labels = new("--labels") { Description = "Label files that go before those of the data folder.", HelpName = "FILE" };
    private readonly Option<string?> _desk = new("--desk") { Description = "Tell what the response desk in this folder has done [default: no desk].", HelpName = "DIR" };
    private readonly DayOption _asOf = DayOption.Create("--as-of", "Leave out what was not yet known at the end of this day.");
    private readonly Option<string?> _incidents = IncidentsOption.Create();

    public static ReportOptions On(Command command)
    {
        var options = new ReportOptions();
        command.Arguments.Add(options._incident);
        Array.ForEach<Option>([options._data, options._labels, options._desk, options._asOf, options._incidents], command.Options.Add);
        return options;
    }

    public async Task<(CaseFindings Findings, DeskNotes Desk)> FindingsAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var library = _incidents.OpenIncidents(parsed, terminal);
        var incident = library.Find(parsed.GetValue(_incident)!);
        var folder = parsed.GetValue(_data) is { } named ? DataFolder.At(terminal.PathOf(named)) : null;
        var labels = TypedLabels.Read(parsed.GetValue(_labels) ?? [], terminal);
        var inputs = await CaseReading.ReadAsync(library, incident, folder, labels, new() { AsOf = _asOf.DayOf(parsed) }, cancellation);
        var findings = await CaseFindings.OfAsync(inputs, null, cancellation);
        return (findings, parsed.GetValue(_desk) is { } desk ? DeskReading.Of(DeskFolder.At(terminal.PathOf(desk)), incident.Id) : DeskNotes.None);
    }
}
