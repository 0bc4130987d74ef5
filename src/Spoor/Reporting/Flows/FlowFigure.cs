using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>Where the value stolen of one asset went, as a figure: from the victim at the left, in order of time, bands as wide as what they carry.</summary>
/// <remarks>docs/methods/flow-figure.md says how it is folded and laid out.</remarks>
public sealed class FlowFigure
{
    private readonly string _victim;
    private readonly CoinText _coins;

    private FlowFigure(Trace trace, Whereabouts? whereabouts, AssetId asset, string victim, LabelBook labels, CoinText coins)
    {
        (_victim, _coins) = (victim, coins);
        Captions = new(victim, labels, coins);
        Whole = FlowGraph.Of(trace, whereabouts, asset, coins);
        Graph = FlowFolding.Fitting(Whole, folded => LayoutOf(folded).Fits);
        Layout = LayoutOf(Graph);
        Drawing = Draw();
    }

    /// <summary>Before anything was folded.</summary>
    public FlowGraph Whole { get; }

    /// <summary>What is drawn; the number of a box is its place in the list.</summary>
    public FlowGraph Graph { get; }

    public FlowLayout Layout { get; }

    internal FlowCaptions Captions { get; }

    public Drawing Drawing { get; }

    /// <summary>The figure of all thefts of one asset.</summary>
    /// <param name="trace">Of these thefts.</param>
    /// <param name="whereabouts">Of this trace: tells where the data end; null where nobody asked.</param>
    /// <param name="asset">In whose units everything is.</param>
    /// <param name="victim">What the first box is called.</param>
    /// <param name="labels">What the others are called.</param>
    /// <param name="coins">How amounts are written.</param>
    public static FlowFigure Of(Trace trace, Whereabouts? whereabouts, AssetId asset, string victim, LabelBook labels, CoinText coins) =>
        new(trace, whereabouts, asset, victim, labels, coins);

    private FlowLayout LayoutOf(FlowGraph graph) => FlowLayout.Of(graph, (node, returns) => Captions.LinesOf(graph, node, returns));

    private Drawing Draw()
    {
        int width = Math.Max(Layout.Width, 760);
        var legend = FlowLegend.Of(Graph, width);
        var drawing = new Drawing(width, Layout.Bottom + 20 + legend.Height, $"Where the {_coins.NameOf(Graph.Asset)} stolen from {Written.Shortened(_victim, 60)} went", Described());
        drawing.Text("heading", FlowLayout.Left, 26, "start", TextRoom.Fitted(drawing.Title, (width * 0.9m) - 32));
        drawing.Text("faint small", FlowLayout.Left, 46, "start", "From left to right by time (UTC) of first receipt; the wider a band, the larger its part of what was stolen.");
        FlowPicture.Columns(drawing, Layout);
        FlowPicture.Draw(drawing, Graph, Layout);
        legend.Draw(drawing, Layout.Bottom + 20);
        return drawing;
    }

    private string Described() => string.Join(' ', Graph.Nodes.Skip(1).Take(20).Select((node, i) =>
        $"Box {i + 1}, {(node.IsFolded ? NumberText.Of(node.Places.Count, "address", "addresses") : Written.Shortened(Captions.NameOf(node.Places[0]), 40))}: received {_coins.WithName(Graph.Asset, node.Received)}{(node.Rest.IsZero ? "" : $", of which {_coins.Of(Graph.Asset, node.Rest)} {RestOf(node)}")}."))
        + (Graph.Nodes.Count > 21 ? " The table has all." : "");

    private static string RestOf(FlowNode node) =>
        node.Unseen.IsZero ? "did not go on in the data" : node.Rest == node.Unseen ? "came when the data end" : "did not go on in the data, or came when they end";
}
