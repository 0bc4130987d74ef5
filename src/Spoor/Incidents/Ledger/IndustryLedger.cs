namespace Spoor.Incidents.Ledger;

/// <summary>All that is known of the industry's losses: entries as their ledgers tell them, decisions about them, figures others published.</summary>
/// <param name="Entries">By id.</param>
/// <param name="Decisions">By number.</param>
public sealed record IndustryLedger(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<MergeDecision> Decisions, IReadOnlyList<PublishedFigure> Figures)
{
    /// <summary>The ledgers there are, by preference.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Entries.Select(entry => entry.Source).Distinct().Order(Comparer<string>.Create(LedgerSource.Compare))];

    /// <summary>The content of files, without decisions; for a ledger that is in no store.</summary>
    public static IndustryLedger Of(params IReadOnlyCollection<LedgerContent> files) => new(
        [.. WithPlaces(files.SelectMany(file => file.Entries), files.SelectMany(file => file.Places)).OrderBy(entry => entry.Id, StringComparer.Ordinal)],
        [],
        [.. files.SelectMany(file => file.Figures)]);

    /// <summary>Entries with the chains and transactions that their ledger's articles point to.</summary>
    public static IEnumerable<LedgerEntry> WithPlaces(IEnumerable<LedgerEntry> entries, IEnumerable<LedgerPlace> places)
    {
        var byEntry = places.ToLookup(place => place.Entry);
        return entries.Select(entry => byEntry.Contains(entry.Id) ? With(entry, [.. byEntry[entry.Id]]) : entry);
    }

    /// <summary>The incidents of some ledgers, or of all; duplicates between them are merged.</summary>
    /// <param name="sources">Empty for all.</param>
    public IReadOnlyList<LedgerIncident> Incidents(IReadOnlyCollection<string> sources) =>
        LedgerMerge.Of([.. Entries.Where(entry => sources.Count == 0 || sources.Contains(entry.Source))], Decisions);

    private static LedgerEntry With(LedgerEntry entry, IReadOnlyList<LedgerPlace> places) => entry with
    {
        Chains = Ordered(entry.Chains.Concat(places.Select(place => place.Chain))),
        Transactions = Ordered(entry.Transactions.Concat(places.Where(place => place.Kind == "tx").Select(place => place.Value))),
    };

    private static IReadOnlyList<string> Ordered(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal)];
}
