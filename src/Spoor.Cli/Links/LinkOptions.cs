using System.CommandLine;
using System.Globalization;
using Spoor.Attribution;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Links;

namespace Spoor.Cli.Links;

/// <summary>The options that decide which links are found, shared by the verbs that search for them.</summary>
internal sealed class LinkOptions
{
    private const string All = "ALL";

    private readonly Option<string[]> _against = new("--against") { Description = "The incidents to compare it with, by id or folder; ALL for every one known.", HelpName = "ALL|ID", DefaultValueFactory = _ => [All] };
    private readonly DayOption _asOf = DayOption.Create("--as-of", "Only what was published and learned by the end of that day, UTC.");
    private readonly Option<string[]> _without = new("--without") { Description = "Set a source aside, with all that only repeats it; may be repeated.", HelpName = "SOURCE" };
    private readonly Option<string[]> _labels = new("--labels") { Description = "Labels of known addresses, beside those of the store: any kind of docs/labels.md; may be repeated.", HelpName = "FILE" };
    private readonly Option<decimal> _threshold = new("--threshold") { Description = "Claim links from this weight on: log10 of the likelihood ratio.", DefaultValueFactory = _ => new LinkParameters().Threshold, HelpName = "LOG10" };
    private readonly Option<int> _maxHops = new("--max-hops") { Description = "Follow the flows of both sides no further than this.", DefaultValueFactory = _ => new LinkParameters().MaxHops, HelpName = "N" };
    private readonly Option<bool> _wholeChains = new("--whole-chains") { Description = "The store holds all transfers of its chains, so that an address quiet there is quiet." };
    private readonly Option<string?> _incidents = IncidentsOption.Create();
    private readonly DataOption _data = DataOption.Create();

    public static LinkOptions On(Command command)
    {
        var options = new LinkOptions();
        options._maxHops.AcceptOnlyNaturals();
        options._threshold.CustomParser = result =>
        {
            if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal threshold))
            {
                return threshold;
            }

            result.AddError($"Expected a number such as 2 or 2.5 after --threshold, found '{result.Tokens[0].Value}'.");
            return 0;
        };
        Array.ForEach<Option>(
            [options._against, options._asOf, options._without, options._labels, options._threshold, options._maxHops, options._wholeChains, options._incidents, options._data],
            command.Options.Add);
        return options;
    }

    /// <summary>What is to be searched, with the transfers and labels it is searched in.</summary>
    /// <param name="idOrFolder">The incident asked about.</param>
    public async Task<LinkInputs> InputsOfAsync(ParseResult parsed, string idOrFolder, Terminal terminal, CancellationToken cancellation)
    {
        var library = _incidents.OpenIncidents(parsed, terminal);
        var asked = library.Find(idOrFolder);
        var day = _asOf.DayOf(parsed);
        var files = TypedLabels.Read(parsed.GetValue(_labels) ?? [], terminal);
        var (transfers, labels, lineage) = await StoredEvidence.ReadAsync(_data, parsed, terminal, day, cancellation);
        var question = new LinkQuestion
        {
            Library = library,
            Asked = asked,
            Against = OthersOf(parsed, library),
            AsOf = day,
            Without = parsed.GetValue(_without) ?? [],
            Files = files,
            Parameters = new()
            {
                Threshold = parsed.GetValue(_threshold),
                MaxHops = parsed.GetValue(_maxHops),
                WholeChains = parsed.GetValue(_wholeChains),
            },
        };
        return new(question.In(transfers, labels, lineage), files.Cited);
    }

    private IEnumerable<KnownIncident> OthersOf(ParseResult parsed, IncidentLibrary library)
    {
        string[] named = parsed.GetValue(_against)!;
        return named.Contains(All, StringComparer.OrdinalIgnoreCase)
            ? library.All
            : named.Select(library.Find).DistinctBy(incident => incident.Id).OrderBy(incident => incident.Id, StringComparer.Ordinal);
    }
}
