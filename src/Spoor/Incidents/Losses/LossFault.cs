using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>A break of the laws of estimates: every row of one is in the next or is taken back there, and nothing counts twice.</summary>
/// <param name="Estimate">The estimate whose row is at fault.</param>
/// <param name="Expected">What the law asks for.</param>
/// <param name="Column">The column of the row that is at fault.</param>
public sealed record LossFault(string Estimate, string Row, string Expected, string Column = "row")
{
    internal static IReadOnlyList<LossFault> In(IReadOnlyList<LossEstimate> estimates) =>
    [
        .. estimates.SelectMany(Twice),
        .. estimates.SelectMany(TooLate),
        .. estimates.SelectMany(MoreThanStolen),
        .. estimates.Zip(estimates.Skip(1)).SelectMany(pair => Between(pair.First, pair.Second)),
        .. estimates.Take(1).SelectMany(first => first.Retractions.Select(taken => new LossFault(first.Id, taken.Row, "no retraction in the first estimate"))),
    ];

    private static IEnumerable<LossFault> Twice(LossEstimate estimate) =>
        estimate.Rows.GroupBy(row => row.Id).SelectMany(group => group.Skip(1))
            .Select(row => new LossFault(estimate.Id, row.Id, "a name that no other row of the estimate has"))
            .Concat(estimate.Rows.Where(row => row.Tx.Length > 0).GroupBy(row => (row.Asset.Chain, row.Asset.Name, row.Tx, row.Index, row.From, row.To, row.Class))
                .SelectMany(group => group.Skip(1))
                .Select(row => new LossFault(estimate.Id, row.Id, "a movement that no other row of the estimate counts")));

    private static IEnumerable<LossFault> TooLate(LossEstimate estimate) =>
        estimate.Rows.Where(row => estimate.AsOf.IsBefore(row.Time))
            .Select(row => new LossFault(estimate.Id, row.Id, $"a time not after the estimate itself, {estimate.AsOf}", "time"));

    // What is not known to have been stolen cannot be held to be less than what came back of it.
    private static IEnumerable<LossFault> MoreThanStolen(LossEstimate estimate) =>
        from rows in estimate.Rows.GroupBy(row => row.Asset)
        let parts = rows.Where(row => IsPart(row.Class)).ToList()
        where parts.Count > 0 && rows.All(row => row.Class != LossClass.Theft || row.Amount is not null)
        let stolen = Sum(rows.Where(row => row.Class == LossClass.Theft))
        where Sum(parts) > stolen
        select new LossFault(
            estimate.Id, parts[^1].Id,
            $"frozen, seized and returned together not above the {stolen} of {rows.Key} stolen; what was exchanged counts as the asset it was stolen as", "amount");

    // They are parts of what was stolen, so the theft stays in the books beside them.
    private static bool IsPart(LossClass one) => one is LossClass.Frozen or LossClass.Seized or LossClass.Returned;

    private static Coins Sum(IEnumerable<LossRow> rows) => rows.Aggregate(default(Coins), (sum, row) => sum + (row.Amount ?? default));

    private static IEnumerable<LossFault> Between(LossEstimate before, LossEstimate after)
    {
        var rows = after.Rows.GroupBy(row => row.Id).ToDictionary(group => group.Key, group => group.First());
        var taken = after.Retractions.Select(retraction => retraction.Row).ToHashSet(StringComparer.Ordinal);
        var known = before.Rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in before.Rows.Where(row => !rows.ContainsKey(row.Id) && !taken.Contains(row.Id)))
        {
            yield return new(before.Id, row.Id, $"the row again in estimate {after.Id}, or a retraction of it there");
        }

        foreach (var row in before.Rows.Where(row => rows.TryGetValue(row.Id, out var next) && next.Asset != row.Asset))
        {
            yield return new(after.Id, row.Id, $"the asset {row.Asset} as in estimate {before.Id}; retract the row and add another");
        }

        foreach (var row in before.Rows.Where(row => row.Class == LossClass.Theft && rows.TryGetValue(row.Id, out var next) && IsPart(next.Class)))
        {
            yield return new(after.Id, row.Id, $"theft as in estimate {before.Id}; add a row for what was frozen, seized or returned: the theft stays", "class");
        }

        foreach (string id in taken.Where(id => rows.ContainsKey(id) || !known.Contains(id)).Order(StringComparer.Ordinal))
        {
            yield return new(after.Id, id, $"a row of estimate {before.Id} that is not here");
        }
    }
}
