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
    public static FlowGraph Fitting(FlowGraph graph, Func<FlowGraph, bool> fits) =>
        graph.Nodes.Count <= Tries[0] && fits(graph)
            ? graph
            : Tries.Select(kept => Folded(graph, kept)).FirstOrDefault(fits) ?? Folded(graph, 0);

    internal static FlowGraph Folded(FlowGraph graph, int kept) => Folded(graph, KeptOf(graph, kept, new HashSet<int>()), asOne: false);

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

    /// <summary>The boxes that matter most, and the victim.</summary>
    /// <param name="never">Boxes that are not to be among them.</param>
    internal static HashSet<int> KeptOf(FlowGraph graph, int kept, IReadOnlySet<int> never)
    {
        var others = Enumerable.Range(1, graph.Nodes.Count - 1).Where(node => !never.Contains(node)).ToList();
        var stay = others.Where(node => !graph.Nodes[node].Rest.IsZero)
            .OrderByDescending(node => graph.Nodes[node].Rest).ThenBy(node => node)
            .Take((kept + 1) / 2).ToHashSet();
        stay.UnionWith(others.Where(node => !stay.Contains(node))
            .OrderByDescending(node => graph.Nodes[node].Received).ThenBy(node => node)
            .Take(kept - stay.Count).ToList());
        stay.Add(0);
        return stay;
    }

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
        foreach (var edge in graph.Edges.Where(edge => !stay.Contains(edge.From) && !stay.Contains(edge.To)))
        {
            Join(parent, edge.From, edge.To);
        }

        var neighbours = graph.Edges.SelectMany(edge => new[] { (Of: edge.To, Other: edge.From, In: true), (Of: edge.From, Other: edge.To, In: false) })
            .Where(pair => !stay.Contains(pair.Of) && stay.Contains(pair.Other))
            .ToLookup(pair => Root(parent, pair.Of));
        var alike = Enumerable.Range(0, graph.Nodes.Count).Where(node => !stay.Contains(node)).Select(node => Root(parent, node)).Distinct()
            .GroupBy(root => string.Join(';', neighbours[root].Select(pair => $"{pair.Other}{(pair.In ? '<' : '>')}").Distinct().Order(StringComparer.Ordinal)));
        foreach (var same in alike.Select(group => group.ToList()).ToList())
        {
            same.ForEach(root => Join(parent, same[0], root));
        }

        return [.. Enumerable.Range(0, graph.Nodes.Count).Select(node => Root(parent, node))];
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
