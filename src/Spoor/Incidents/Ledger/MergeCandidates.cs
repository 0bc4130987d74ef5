namespace Spoor.Incidents.Ledger;

/// <summary>Pairs of entries of two ledgers that may be one incident.</summary>
internal static class MergeCandidates
{
    // The first letters of a name bring together every pair of which one name is, or begins, the other.
    private const int KeyLetters = 2;

    // Below it two figures are one figure rounded or priced twice.
    private const decimal OneFigure = 1.25m;

    /// <summary>Each pair once, in no order.</summary>
    public static IEnumerable<MergeReason> Of(IReadOnlyCollection<LedgerEntry> entries)
    {
        var named = entries.Select(entry => new Named(entry, VictimName.Of(entry.OtherNames.Prepend(entry.Victim)))).ToList();
        var byTransaction = Pairs(named, one => one.Entry.Transactions);
        var byName = Pairs(named, one => one.Name.Cores.Select(core => core[..KeyLetters]));
        return byTransaction.Concat(byName).Distinct().Select(ReasonOf).OfType<MergeReason>();
    }

    private static IEnumerable<(Named One, Named Other)> Pairs(List<Named> named, Func<Named, IEnumerable<string>> keys) =>
        from bucket in named.SelectMany(one => keys(one).Distinct().Select(key => (key, one))).GroupBy(pair => pair.key, pair => pair.one)
        from one in bucket
        from other in bucket
        where string.CompareOrdinal(one.Entry.Id, other.Entry.Id) < 0 && one.Entry.Source != other.Entry.Source
        select (one, other);

    private static MergeReason? ReasonOf((Named One, Named Other) pair)
    {
        var (one, other) = (pair.One.Entry, pair.Other.Entry);
        var reason = new MergeReason
        {
            Entry = one.Id,
            With = other.Id,
            Transaction = one.Transactions.Intersect(other.Transactions).Order(StringComparer.Ordinal).FirstOrDefault(),
            Names = pair.One.Name.Compare(pair.Other.Name),
            DaysApart = one.Date.DaysApart(other.Date),
            Ratio = RatioOf(one.Usd, other.Usd),
        };
        return reason.Transaction is not null || IsOneIncident(reason, one.Date.IsDay && other.Date.IsDay) ? reason : null;
    }

    private static bool IsOneIncident(MergeReason pair, bool days) => pair.Names switch
    {
        NameLikeness.Same when pair.Ratio is null => days && pair.DaysApart <= 7,
        NameLikeness.Same => (days && pair.DaysApart <= 3 && pair.Ratio <= 10m)
            || (days && pair.DaysApart <= 14 && pair.Ratio <= 3m)
            || (pair.DaysApart <= 31 && pair.Ratio <= OneFigure),
        NameLikeness.Part => days && (pair.Ratio is null ? pair.DaysApart <= 1 : pair.DaysApart <= 3 && pair.Ratio <= 2m),
        _ => false,
    };

    private static decimal? RatioOf(decimal? one, decimal? other) =>
        one is { } a && other is { } b && a > 0 && b > 0 ? decimal.Max(a, b) / decimal.Min(a, b) : null;

    private sealed record Named(LedgerEntry Entry, VictimName Name);
}
