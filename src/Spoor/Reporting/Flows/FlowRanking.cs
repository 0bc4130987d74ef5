using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>The boxes of a graph by how much they matter: where most value rests, and through which most came.</summary>
internal sealed class FlowRanking
{
    private readonly List<int> _byRest;
    private readonly List<int> _byReceived;

    private FlowRanking(FlowGraph graph)
    {
        List<(int Node, Amount Left)> boxes = [.. graph.Nodes.Select((node, i) => (i, node.Rest)).Skip(1)];
        _byRest = [.. boxes.Where(one => !one.Left.IsZero).OrderByDescending(one => one.Left).ThenBy(one => one.Node).Select(one => one.Node)];
        _byReceived = [.. boxes.Select(one => one.Node).OrderByDescending(node => graph.Nodes[node].Received).ThenBy(node => node)];
    }

    public static FlowRanking Of(FlowGraph graph) => new(graph);

    /// <summary>The victim and the boxes that matter most: half by what rests there, the others by what came.</summary>
    /// <param name="never">Boxes that are not to be among them.</param>
    public HashSet<int> First(int count, IReadOnlySet<int> never)
    {
        HashSet<int> first = [.. _byRest.Where(node => !never.Contains(node)).Take((count + 1) / 2)];
        first.UnionWith(_byReceived.Where(node => !never.Contains(node) && !first.Contains(node)).Take(count - first.Count).ToList());
        first.Add(0);
        return first;
    }
}
