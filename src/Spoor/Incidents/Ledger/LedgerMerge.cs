namespace Spoor.Incidents.Ledger;

/// <summary>Holds entries of different ledgers for one incident by victim, date and figure; see <c>docs/methods/ledger-merge.md</c>.</summary>
/// <remarks>
/// The strongest pair first, and never two entries of one ledger unless somebody decided so: a ledger that lists a victim twice
/// means two incidents. The pairs have a total order, so the outcome does not depend on the order of the entries.
/// </remarks>
public static class LedgerMerge
{
    /// <summary>Every entry in exactly one incident; by date, then id.</summary>
    /// <exception cref="ArgumentException">Two entries have one id.</exception>
    public static IReadOnlyList<LedgerIncident> Of(IReadOnlyCollection<LedgerEntry> entries, IReadOnlyCollection<MergeDecision> decisions)
    {
        if (entries.GroupBy(entry => entry.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The entry {twice.Key} is there {twice.Count()} times; an id names one entry.", nameof(entries));
        }

        var groups = new MergeGroups(entries);
        var told = new MergeRulings(decisions);
        foreach (var reason in told.Merges(entries))
        {
            groups.Join(reason);
        }

        List<LedgerEntry> free = [.. entries.Where(entry => !told.StandsAlone(entry.Id))];
        foreach (var reason in MergeCandidates.Of(free).Order().Where(groups.AreOfOtherLedgers))
        {
            groups.Join(reason);
        }

        return [.. groups.Incidents().OrderBy(incident => incident.Date).ThenBy(incident => incident.Id, StringComparer.Ordinal)];
    }
}
