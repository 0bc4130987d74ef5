using Spoor.Tracing;

namespace Spoor.Reporting.Flows.Views;

/// <summary>What somebody sees of a flow: the boxes that their view leaves, and where they stand.</summary>
public sealed class FlowScene
{
    // Undo and redo come back to what stood before.
    private const int MostKept = 6;

    private readonly List<(FlowView View, FlowStand Stand)> _stands;
    private readonly List<string> _keys;
    private readonly Dictionary<string, int> _found;

    private FlowScene(FlowMap map, FlowView view, FlowScene? before)
    {
        (Map, View) = (map, view);
        var known = before is not null && before.Map == map ? before._stands : [];
        int same = known.FindIndex(one => FlowSelection.IsSame(one.View, view));
        var whole = same < 0 ? FlowStand.Of(map, view) : known[same].Stand;
        _stands = [(view, whole), .. known.Where((_, i) => i != same).Take(MostKept - 1)];
        Hidden = [.. whole.Graph.Nodes.Where(IsHidden)];
        var shown = whole.Without(IsHidden);
        (Graph, Numbers) = (shown.Graph, shown.Numbers);
        Layout = shown.Layout.Moved(PinsOf());
        _keys = [.. Graph.Nodes.Select(KeyOf)];
        _found = Enumerable.Range(0, _keys.Count).ToDictionary(node => _keys[node], StringComparer.Ordinal);
    }

    private FlowScene(FlowScene like, FlowView view) =>
        (Map, View, _stands, Hidden, Graph, Numbers, Layout, _keys, _found) = (like.Map, view, like._stands, like.Hidden, like.Graph, like.Numbers, like.Layout, like._keys, like._found);

    public FlowMap Map { get; }

    public FlowView View { get; }

    /// <summary>What is drawn; what a box received and what was stolen are those of the whole.</summary>
    public FlowGraph Graph { get; }

    public FlowLayout Layout { get; }

    /// <summary>What each box is numbered: its place in the whole graph, whatever is shown of it; of a folded one, the least.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>What the view hides.</summary>
    public IReadOnlyList<FlowNode> Hidden { get; }

    /// <summary>Addresses in boxes that hold several.</summary>
    public int FoldedAddresses => Graph.Nodes.Where(node => node.IsFolded).Sum(node => node.Places.Count);

    /// <param name="before">What was seen before, of which what did not change is taken; null for nothing.</param>
    public static FlowScene Of(FlowMap map, FlowView view, FlowScene? before = null) => new(map, view, before);

    /// <summary>The same with other boxes chosen: nothing moves.</summary>
    public FlowScene Choosing(FlowView view) => new(this, view);

    /// <summary>What a box is known by, whatever else is shown.</summary>
    public static string KeyOf(FlowNode node) => node.IsVictim ? "victim" : node.IsFolded ? $"{node.Places[0].Chain}/{node.Places[0]}+" : $"{node.Places[0].Chain}/{node.Places[0]}";

    /// <summary>What a box that is shown is known by.</summary>
    public string KeyOf(int node) => _keys[node];

    /// <summary>The box of a key; null where it is not shown.</summary>
    public int? Find(string key) => _found.TryGetValue(key, out int node) ? node : null;

    /// <summary>The figure as it is seen, for a file.</summary>
    public Drawing Draw(string title)
    {
        int right = Layout.Boxes.Max(box => (int)Math.Ceiling(box.X)) + FlowLayout.BoxWidth + FlowLayout.Left;
        int width = Math.Max(right, 760);
        var legend = FlowLegend.Of(Graph, width);
        int bottom = Math.Max(Layout.Bottom, Layout.Boxes.Max(box => (int)Math.Ceiling(box.Y + box.Height)));
        var drawing = new Drawing(width, bottom + 20 + legend.Height, title, $"{NumberText.Of(Graph.Nodes.Count - 1, "box", "boxes")}, rule {View.Rule.Title}.");
        drawing.Text("heading", FlowLayout.Left, 26, "start", TextRoom.Fitted(title, (width * 0.9m) - 32));
        drawing.Text("faint small", FlowLayout.Left, 46, "start", $"Followed by the rule {View.Rule.Name} ({View.Rule.Title}); times in UTC.{(Hidden.Count == 0 ? "" : $" {NumberText.Of(Hidden.Count, "box is", "boxes are")} hidden.")}");
        FlowPicture.Columns(drawing, Layout);
        FlowPicture.Draw(drawing, Graph, Layout);
        legend.Draw(drawing, bottom + 20);
        return drawing;
    }

    private bool IsHidden(FlowNode node) => node.Places.Count == 1 && View.Hidden.Contains(node.Places[0]);

    private Dictionary<int, (int X, int Y)> PinsOf() => Enumerable.Range(1, Graph.Nodes.Count - 1)
        .Where(node => !Graph.Nodes[node].IsFolded && View.Pinned.ContainsKey(Graph.Nodes[node].Places[0]))
        .ToDictionary(node => node, node => View.Pinned[Graph.Nodes[node].Places[0]]);

    /// <summary>Why a box that behaves like a service is not followed: <c>hub, 41,230 counterparties, not expanded</c>; null where it is none.</summary>
    public static string? HubOf(FlowNode node) =>
        node.Stops.Select(stop => stop.Stop).FirstOrDefault(stop => stop.Reason == StopReason.Degree) is { } busy ? $"hub, {busy.Why ?? "as busy as services are"}, not expanded" : null;
}
