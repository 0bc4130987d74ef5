using Spoor.Incidents;

namespace Spoor.Reporting.Flows.Views;

/// <summary>The boxes that a view leaves and where each stands; one that is hidden leaves its place empty, so that no other moves.</summary>
/// <param name="Numbers">By node: its place in the whole graph, whatever is shown of it; of a folded one, the least.</param>
internal sealed record FlowStand(FlowGraph Graph, IReadOnlyList<int> Numbers, FlowLayout Layout)
{
    public static FlowStand Of(FlowMap map, FlowView view)
    {
        var graph = new FlowSelection(map, view).Folded();
        List<int> numbers = [.. graph.Nodes.Select(node => node.IsVictim ? 0 : node.Places.Min(place => map.NumberOf(place) ?? 0))];
        var layout = FlowLayout.Of(
            graph,
            (node, returns) => LinesOf(map, view, graph.Nodes[node], [.. map.LinesOf(graph, node, returns, numbers)]),
            node => IncidentWallet.TitleOf((node.IsVictim ? graph.Asset.Chain : node.Places[0].Chain).Value));
        return new(graph, numbers, layout);
    }

    public FlowStand Without(Func<FlowNode, bool> leaves)
    {
        int[] number = new int[Graph.Nodes.Count];
        List<int> stay = [];
        for (int node = 0; node < number.Length; node++)
        {
            number[node] = leaves(Graph.Nodes[node]) ? -1 : stay.Count;
            if (number[node] >= 0)
            {
                stay.Add(node);
            }
        }

        var edges = Graph.Edges.Where(edge => number[edge.From] >= 0 && number[edge.To] >= 0).Select(edge => edge with { From = number[edge.From], To = number[edge.To] });
        return stay.Count == number.Length ? this : new(
            new(Graph.Asset, [.. stay.Select(node => Graph.Nodes[node])], [.. edges]) { Stolen = Graph.Stolen },
            [.. stay.Select(node => Numbers[node])],
            Layout.Without(number));
    }

    private static List<string> LinesOf(FlowMap map, FlowView view, FlowNode node, List<string> lines)
    {
        if (node.IsFolded)
        {
            lines[0] = FlowCaptions.Fitted($"+{NumberText.Of(node.Places.Count)} more", FlowMark.Of(node).Count);
        }

        if ((node.IsFolded || node.IsVictim) && map.Worth.Of(node.IsVictim ? map.Graph.Stolen : node.Received) is { } worth)
        {
            lines.Insert(Math.Min(2, lines.Count), worth);
        }

        if (!node.IsFolded && !node.IsVictim)
        {
            lines.AddRange(FlowScene.HubOf(node) is { } hub ? FlowCaptions.Wrapped(hub, 2) : []);
            lines.AddRange(view.Through.Contains(node.Places[0]) ? ["followed through"] : []);
            lines.AddRange(view.Notes.TryGetValue(node.Places[0], out string? note) ? FlowCaptions.Wrapped($"“{note}”", 3) : []);
        }

        return lines;
    }
}
