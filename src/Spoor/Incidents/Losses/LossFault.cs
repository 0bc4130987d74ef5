namespace Spoor.Incidents.Losses;

/// <summary>A break of the laws of estimates: every row of one is in the next or is taken back there, and nothing counts twice.</summary>
/// <param name="Estimate">The estimate whose row is at fault.</param>
/// <param name="Expected">What the law asks for.</param>
public sealed record LossFault(string Estimate, string Row, string Expected)
{
    internal static IReadOnlyList<LossFault> In(IReadOnlyList<LossEstimate> estimates) =>
    [
        .. estimates.SelectMany(Twice),
        .. estimates.Zip(estimates.Skip(1)).SelectMany(pair => Between(pair.First, pair.Second)),
        .. estimates.Take(1).SelectMany(first => first.Retractions.Select(taken => new LossFault(first.Id, taken.Row, "no retraction in the first estimate"))),
    ];

    private static IEnumerable<LossFault> Twice(LossEstimate estimate) =>
        estimate.Rows.GroupBy(row => row.Id).SelectMany(group => group.Skip(1))
            .Select(row => new LossFault(estimate.Id, row.Id, "a name that no other row of the estimate has"))
            .Concat(estimate.Rows.Where(row => row.Tx.Length > 0).GroupBy(row => (row.Asset.Chain, row.Asset.Name, row.Tx, row.Index, row.From, row.To, row.Class))
                .SelectMany(group => group.Skip(1))
                .Select(row => new LossFault(estimate.Id, row.Id, "a movement that no other row of the estimate counts")));

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

        foreach (string id in taken.Where(id => rows.ContainsKey(id) || !known.Contains(id)).Order(StringComparer.Ordinal))
        {
            yield return new(after.Id, id, $"a row of estimate {before.Id} that is not here");
        }
    }
}
