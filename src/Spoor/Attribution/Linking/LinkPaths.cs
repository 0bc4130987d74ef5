using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>Puts paths and what they rest on into the one order in which they are shown.</summary>
internal static class LinkPaths
{
    public static IReadOnlyList<LinkPath> InOrder(IEnumerable<LinkPath> paths) =>
    [
        .. paths
            .DistinctBy(path => (path.Start.Subject, path.Chain, Last(path)))
            .OrderBy(path => RankOf(path.Chain))
            .ThenBy(path => path.Chain, StringComparer.Ordinal)
            .ThenBy(path => path.Start.Subject.ToString(), StringComparer.Ordinal)
            .ThenBy(path => path.Steps.Count)
            .ThenBy(path => Last(path)?.ToString() ?? "", StringComparer.Ordinal),
    ];

    public static IReadOnlyList<(ChainId Chain, TxHash Tx)> TransactionsOf(params IEnumerable<LinkSide> sides) =>
    [
        .. sides.SelectMany(side => side.Paths).SelectMany(path => path.Steps)
            .Select(step => (step.Chain, step.Tx)).Distinct().OrderBy(one => one.Chain).ThenBy(one => one.Tx),
    ];

    private static TxHash? Last(LinkPath path) => path.Steps.Count > 0 ? path.Steps[^1].Tx : null;

    // As the registry lists chains: those that cases meet most often first.
    private static int RankOf(string chain)
    {
        int rank = ChainRegistry.Known.TakeWhile(known => known.Id.Value != chain).Count();
        return rank;
    }
}
