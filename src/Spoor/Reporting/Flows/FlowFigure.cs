using System.Globalization;
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
    private const decimal Room = FlowLayout.BoxWidth - 16;

    private readonly string _victim;
    private readonly LabelBook _labels;
    private readonly CoinText _coins;

    private FlowFigure(Trace trace, Whereabouts? whereabouts, AssetId asset, string victim, LabelBook labels, CoinText coins)
    {
        (_victim, _labels, _coins) = (victim, labels, coins);
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

    /// <summary>A place for people: its label, else its address with the middle left out.</summary>
    public string NameOf(FlowPlace place) =>
        place.Address is { } address && _labels.Of(place.Chain, address) is { Name.Length: > 0 } label ? label.Name : ShortAddress(place);

    private FlowLayout LayoutOf(FlowGraph graph) => FlowLayout.Of(graph, (node, returns) => LinesOf(graph, node, returns));

    private List<string> LinesOf(FlowGraph graph, int number, IReadOnlyList<FlowEdge> returns)
    {
        var node = graph.Nodes[number];
        string asset = _coins.ShortNameOf(graph.Asset);
        if (node.IsVictim)
        {
            return [Fitted(_victim, 0), Fitted($"lost {Brief(graph, graph.Stolen)} {asset}", 0)];
        }

        List<string> lines = [Fitted($"#{number} {(node.IsFolded ? NumberText.Of(node.Places.Count, "address", "addresses") : NameOf(node.Places[0]))}", FlowMark.Of(node).Count)];
        if (!node.IsFolded && NameOf(node.Places[0]) != ShortAddress(node.Places[0]))
        {
            lines.Add(ShortAddress(node.Places[0]));
        }

        lines.Add(Fitted($"in {Brief(graph, node.Received)} {asset}", 0));
        lines.AddRange(node.Held.IsZero ? [] : [Fitted($"not paid out: {Brief(graph, node.Held)} {asset}", 0)]);
        lines.AddRange(node.Unseen.IsZero ? [] : [Fitted($"data end: {Brief(graph, node.Unseen)} {asset}", 0)]);
        lines.AddRange(node.Stops.GroupBy(stop => stop.Stop.Reason).OrderBy(stops => stops.Key).Take(2)
            .Select(stops => Fitted($"{new TraceStop(stops.Key, null).Name}: {Brief(graph, stops.Aggregate(Amount.Zero, (sum, stop) => sum + stop.Amount))} {asset}", 0)));
        lines.AddRange(node.Swaps.Take(1).Select(swap => Fitted($"swaps {swap}", 0)));
        lines.AddRange(returns.Count == 0 ? [] : [Fitted($"back to {string.Join(", ", returns.Select(edge => $"#{edge.To}"))}: {Brief(graph, returns.Aggregate(Amount.Zero, (sum, edge) => sum + edge.Amount))}", 0)]);
        return lines;
    }

    private Drawing Draw()
    {
        int width = Math.Max(Layout.Width, 760);
        var legend = FlowLegend.Of(Graph, width);
        var drawing = new Drawing(width, Layout.Bottom + 20 + legend.Height, $"Where the {_coins.NameOf(Graph.Asset)} stolen from {Written.Shortened(_victim, 60)} went", Described());
        drawing.Text("heading", FlowLayout.Left, 26, "start", TextRoom.Fitted(drawing.Title, (width * 0.9m) - 32));
        drawing.Text("faint small", FlowLayout.Left, 46, "start", "From left to right by time (UTC) of first receipt; the wider a band, the larger its part of what was stolen.");
        Columns(drawing);
        Layout.Bands.ToList().ForEach(band => drawing.Band(band.Edge.IsCrossing ? "bridge" : "flow", band.Width, band.Points));
        Layout.Boxes.ToList().ForEach(box => Box(drawing, box));
        legend.Draw(drawing, Layout.Bottom + 20);
        return drawing;
    }

    private void Columns(Drawing drawing)
    {
        for (int column = 1; column < Layout.Columns.Count; column++)
        {
            decimal x = FlowLayout.Left + (column * FlowLayout.Pitch);
            if (Layout.Columns[column] is { } times)
            {
                drawing.Text("faint small", x, 74, "start", times.From == times.Until ? $"at {Minute(times.From)}" : $"from {Minute(times.From)}");
                drawing.Text("faint small", x, 90, "start", times.From == times.Until ? "" : $"to {Minute(times.Until)}");
            }
        }
    }

    private void Box(Drawing drawing, FlowBox box)
    {
        var node = Graph.Nodes[box.Node];
        drawing.Rectangle(node.IsFolded ? "many" : "card", box.X, box.Y, FlowLayout.BoxWidth, box.Height);
        decimal top = box.Y + ((box.Height - (box.Lines.Count * FlowLayout.Line)) / 2);
        for (int line = 0; line < box.Lines.Count; line++)
        {
            drawing.Text(line == 0 ? "heading small" : "ink small", box.X + 8, top + (line * FlowLayout.Line) + 12, "start", box.Lines[line]);
        }

        var marks = FlowMark.Of(node);
        for (int i = 0; i < marks.Count; i++)
        {
            decimal x = box.X + FlowLayout.BoxWidth - 8 - ((marks.Count - i) * (FlowMark.Size + 4)) + 4;
            drawing.Polygon(marks[i].Style, [.. marks[i].Corners.Select(corner => (x + corner.X, top + 1 + corner.Y))]);
        }
    }

    private string Described() => string.Join(' ', Graph.Nodes.Skip(1).Take(20).Select((node, i) =>
        $"Box {i + 1}, {(node.IsFolded ? NumberText.Of(node.Places.Count, "address", "addresses") : Written.Shortened(NameOf(node.Places[0]), 40))}: received {_coins.WithName(Graph.Asset, node.Received)}{(node.Rest.IsZero ? "" : $", of which {_coins.Of(Graph.Asset, node.Rest)} {RestOf(node)}")}."))
        + (Graph.Nodes.Count > 21 ? " The table has all." : "");

    private static string RestOf(FlowNode node) =>
        node.Unseen.IsZero ? "did not go on in the data" : node.Rest == node.Unseen ? "came when the data end" : "did not go on in the data, or came when they end";

    private string Brief(FlowGraph graph, Amount amount) => _coins.Rounded(graph.Asset, amount);

    private static string Fitted(string line, int marks) => TextRoom.Fitted(line, Room - (marks * (FlowMark.Size + 4)));

    private static string ShortAddress(FlowPlace place) => place.ToString() is { Length: > 13 } text ? $"{text[..6]}…{text[^4..]}" : place.ToString();

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
