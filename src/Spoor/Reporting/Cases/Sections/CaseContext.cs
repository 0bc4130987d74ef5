using Spoor.Incidents;
using Spoor.Reporting.Documents;
using Spoor.Reporting.Flows;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>What all sections of a report share: the findings, how they are written, and where references lead.</summary>
internal sealed class CaseContext
{
    public const string UndatedCause = "How the thief came in is left out: the incident's facts do not say since when it is known.";

    // More figures than this are looked through by nobody.
    private const int MaxFigures = 4;

    private readonly Dictionary<string, int> _sources;

    public CaseContext(CaseFindings findings, DeskNotes desk)
    {
        (Findings, Desk) = (findings, desk);
        Coins = new(findings.Inputs.Tokens);
        Transactions = new(findings);
        Reach = new(findings);
        StolenAssets = AssetsOf();
        Flows = FlowsOf();
        _sources = findings.Facts.Sources.Select((source, i) => (source.Key, i + 1)).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Item2, StringComparer.Ordinal);
    }

    public CaseFindings Findings { get; }

    public IncidentFacts Facts => Findings.Facts;

    public DeskNotes Desk { get; }

    public CoinText Coins { get; }

    public TransactionIndex Transactions { get; }

    public DataReach Reach { get; }

    /// <summary>Those that the token list knows first, then by how many movements carried their value.</summary>
    public IReadOnlyList<AssetId> StolenAssets { get; }

    /// <summary>A figure for each stolen asset whose value was followed furthest.</summary>
    public IReadOnlyList<FlowFigure> Flows { get; }

    /// <summary>Stolen assets without a figure.</summary>
    public int FlowsLeftOut => StolenAssets.Count - Flows.Count;

    /// <summary>Keys of sources, each leading to the list of sources where it is there.</summary>
    public Cell SourcesOf(string keys) => new([.. keys.Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany((key, i) => new[] { i == 0 ? "" : ", ", SourceOf(key) }).Where(words => words.Text.Length > 0)]);

    public Words SourceOf(string key) => _sources.TryGetValue(key, out int number) ? Words.To($"source-{number}", key) : key;

    /// <summary>An asset for people: its symbol, else its name.</summary>
    public string AssetOf(NamedAsset asset) =>
        !asset.IsNamed ? "not named"
        : asset.Asset is { } id && Findings.Inputs.Tokens.TryGet(id, out var token) ? PriceSymbols.NameOn(token, Facts.Started.Day)
        : asset.Name;

    public static string ChainOf(ChainId chain) => IncidentWallet.TitleOf(chain.Value);

    private IReadOnlyList<AssetId> AssetsOf() =>
    [
        .. Findings.Trace.Thefts.Where(theft => !theft.Amount.IsZero).GroupBy(theft => theft.Asset)
            .OrderByDescending(group => Coins.Knows(group.Key))
            .ThenByDescending(group => Findings.Trace.Transfers.Count(traced => group.Any(theft => theft.Number == traced.Theft)))
            .ThenBy(group => group.Key)
            .Select(group => group.Key),
    ];

    private IReadOnlyList<FlowFigure> FlowsOf() =>
        [.. StolenAssets.Take(MaxFigures).Select(asset => FlowFigure.Of(Findings.Trace, Findings.Whereabouts, asset, Facts.Victim, Findings.Inputs.Labels, Coins))];
}
