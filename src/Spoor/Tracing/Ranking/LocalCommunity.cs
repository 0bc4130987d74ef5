namespace Spoor.Tracing.Ranking;

/// <summary>How many of the first addresses of a ranking belong together.</summary>
/// <remarks>
/// From the first on, addresses are taken in until those around them that are still outside have less than a given share
/// of the score inside (Wu et al. 2023; docs/methods/ttr.md).
/// </remarks>
internal static class LocalCommunity
{
    /// <param name="nodes">By number.</param>
    /// <param name="order">The numbers of those with a score, best first.</param>
    /// <param name="share">The share below which the outside does not matter.</param>
    public static int SizeOf(IReadOnlyList<RankingNode> nodes, IReadOnlyList<int> order, double share)
    {
        int[] rankOf = new int[nodes.Count];
        Array.Fill(rankOf, -1);
        for (int rank = 0; rank < order.Count; rank++)
        {
            rankOf[order[rank]] = rank;
        }

        var neighbours = NeighboursByRank(nodes, order, rankOf);
        bool[] around = new bool[order.Count];
        double inside = 0;
        double outside = 0;
        for (int rank = 0; rank < order.Count; rank++)
        {
            double score = nodes[order[rank]].Score;
            inside += score;
            outside -= around[rank] ? score : 0;
            foreach (int neighbour in neighbours[rank].Where(neighbour => neighbour > rank && !around[neighbour]))
            {
                around[neighbour] = true;
                outside += nodes[order[neighbour]].Score;
            }

            if (outside < share * inside)
            {
                return rank + 1;
            }
        }

        return order.Count;
    }

    /// <summary>Both ways, because an address at which mass only rests has no book of its own.</summary>
    private static List<int>[] NeighboursByRank(IReadOnlyList<RankingNode> nodes, IReadOnlyList<int> order, int[] rankOf)
    {
        var neighbours = new List<int>[order.Count];
        for (int rank = 0; rank < neighbours.Length; rank++)
        {
            neighbours[rank] = [];
        }

        for (int rank = 0; rank < neighbours.Length; rank++)
        {
            foreach (int neighbour in (nodes[order[rank]].Book?.Neighbours ?? []).Select(number => rankOf[number]).Where(other => other >= 0))
            {
                neighbours[rank].Add(neighbour);
                neighbours[neighbour].Add(rank);
            }
        }

        return neighbours;
    }
}
