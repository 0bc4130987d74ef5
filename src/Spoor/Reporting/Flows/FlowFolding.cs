namespace Spoor.Reporting.Flows;

/// <summary>A graph made small enough to read: the boxes that matter stay, the rest is folded into boxes that say how many they hold.</summary>
/// <remarks>
/// Half of the boxes kept are those where most value rests, the others those through which most came. What is not kept is folded
/// with its neighbours that are not kept either, and such groups with the same neighbours are one box; no value is lost.
/// docs/methods/flow-figure.md says it at length.
/// </remarks>
public static class FlowFolding
{
    private static readonly int[] Tries = [36, 28, 22, 18, 14, 11, 8, 6, 4, 3, 2, 1, 0];

    /// <summary>The largest folded graph that fits.</summary>
    public static FlowGraph Fitting(FlowGraph graph, Func<FlowGraph, bool> fits)
    {
        if (graph.Nodes.Count <= Tries[0] && fits(graph))
        {
            return graph;
        }

        var ranking = FlowRanking.Of(graph);
        FlowGraph Kept(int count) => Folded(graph, ranking.First(count, new HashSet<int>()), asOne: false);
        return Tries.Select(Kept).FirstOrDefault(fits) ?? Kept(0);
    }

    /// <param name="stay">The boxes that are not folded, the victim among them.</param>
    /// <param name="asOne">Whether all that is folded becomes one box, whoever its neighbours are.</param>
    internal static FlowGraph Folded(FlowGraph graph, IReadOnlySet<int> stay, bool asOne)
    {
        int[] groups = asOne ? OneGroupOf(graph, stay) : GroupsOf(graph, stay);
        var members = Enumerable.Range(0, graph.Nodes.Count).GroupBy(node => groups[node])
            .Select(group => (Old: group.Key, Node: FlowNode.Together([.. group.Select(node => graph.Nodes[node])])))
            .OrderByDescending(group => group.Node.IsVictim).ThenBy(group => group.Node.First).ThenBy(group => group.Old)
            .ToList();
        var renumbered = members.Select((group, i) => (group.Old, i)).ToDictionary(pair => pair.Old, pair => pair.i);
        return FlowGraph.Joined(
            graph.Asset,
            [.. members.Select(group => group.Node)],
            graph.Edges.Select(edge => edge with { From = renumbered[groups[edge.From]], To = renumbered[groups[edge.To]] }));
    }

    /// <summary>How many boxes would be left.</summary>
    internal static int CountOf(FlowGraph graph, IReadOnlySet<int> stay) => GroupsOf(graph, stay).Distinct().Count();

    private static int[] OneGroupOf(FlowGraph graph, IReadOnlySet<int> stay)
    {
        int[] numbers = [.. Enumerable.Range(0, graph.Nodes.Count)];
        int first = Array.Find(numbers, node => !stay.Contains(node));
        return Array.ConvertAll(numbers, node => stay.Contains(node) ? node : first);
    }

    // The group of a node is the least number in it.
    private static int[] GroupsOf(FlowGraph graph, IReadOnlySet<int> stay)
    {
        int[] parent = [.. Enumerable.Range(0, graph.Nodes.Count)];
        bool[] stays = Array.ConvertAll(parent, stay.Contains);
        foreach (var edge in graph.Edges)
        {
            if (!stays[edge.From] && !stays[edge.To])
            {
                Join(parent, edge.From, edge.To);
            }
        }

        foreach (var same in NeighboursOf(graph, stays, parent).GroupBy(root => string.Join(';', root.Value), root => root.Key).Select(group => group.ToList()).ToList())
        {
            same.ForEach(root => Join(parent, same[0], root));
        }

        return Array.ConvertAll([.. Enumerable.Range(0, graph.Nodes.Count)], node => Root(parent, node));
    }

    // Of each group of boxes that do not stay: those that do and pay it (twice their number) or are paid by it (and one more).
    private static SortedDictionary<int, SortedSet<int>> NeighboursOf(FlowGraph graph, bool[] stays, int[] parent)
    {
        SortedDictionary<int, SortedSet<int>> neighbours = [];
        for (int node = 0; node < stays.Length; node++)
        {
            if (!stays[node])
            {
                neighbours.TryAdd(Root(parent, node), []);
            }
        }

        foreach (var edge in graph.Edges.Where(edge => stays[edge.From] != stays[edge.To]))
        {
            var (inside, code) = stays[edge.From] ? (edge.To, 2 * edge.From) : (edge.From, (2 * edge.To) + 1);
            neighbours[Root(parent, inside)].Add(code);
        }

        return neighbours;
    }

    private static void Join(int[] parent, int one, int other)
    {
        var (low, high) = (Math.Min(Root(parent, one), Root(parent, other)), Math.Max(Root(parent, one), Root(parent, other)));
        parent[high] = low;
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }
}
