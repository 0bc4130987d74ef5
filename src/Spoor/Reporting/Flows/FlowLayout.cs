using System.Numerics;

namespace Spoor.Reporting.Flows;

/// <summary>Where everything of a flow figure stands, in pixels.</summary>
public sealed record FlowLayout
{
    public const int BoxWidth = 190;
    public const int Pitch = 262;
    public const int Left = 16;
    public const int Top = 108;
    public const int Line = 16;

    /// <summary>What the name of a zone takes above it.</summary>
    public const int ZoneHead = 34;

    private const int MaxColumns = 6;
    private const int MaxColumnHeight = 980;
    private const decimal WidestBand = 56;
    private const decimal ThinnestBand = 1.5m;

    /// <summary>By node.</summary>
    public required IReadOnlyList<FlowBox> Boxes { get; init; }

    public required IReadOnlyList<FlowBand> Bands { get; init; }

    /// <summary>From when to when the boxes of each column were first reached; null where nothing is dated.</summary>
    public required IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)?> Columns { get; init; }

    /// <summary>From top to bottom; one where nobody asked for several.</summary>
    public required IReadOnlyList<FlowZone> Zones { get; init; }

    public int Width => Left + ((Columns.Count - 1) * Pitch) + BoxWidth + Left;

    public required int Bottom { get; init; }

    /// <summary>Whether a reader can take it in.</summary>
    public bool Fits => Columns.Count <= MaxColumns && Bottom - Top <= MaxColumnHeight;

    /// <param name="linesOf">What stands in each box.</param>
    /// <param name="zoneOf">The zone that a box stands in, such as its chain; null for one zone.</param>
    public static FlowLayout Of(FlowGraph graph, Func<int, IReadOnlyList<FlowEdge>, IReadOnlyList<string>> linesOf, Func<FlowNode, string>? zoneOf = null)
    {
        List<string> names = [.. graph.Nodes.Select(node => zoneOf?.Invoke(node) ?? "")];
        List<string> zones = [.. names.Distinct(StringComparer.Ordinal)];
        var layers = FlowLayers.Of(graph, [.. names.Select(name => zones.IndexOf(name))]);
        var returns = layers.Returns.ToLookup(edge => edge.From);
        List<IReadOnlyList<string>> lines = [.. graph.Nodes.Select((_, node) => linesOf(node, [.. returns[node]]))];
        foreach (var way in layers.Ways)
        {
            way.Width = WidthOf(graph, way.Edge);
            way.Slots.Where(slot => slot.Node == FlowSlot.Lane).ToList().ForEach(lane => lane.Height = way.Width);
        }

        var (leaving, arriving) = (layers.Ways.ToLookup(way => way.Edge.From), layers.Ways.ToLookup(way => way.Edge.To));
        for (int node = 0; node < graph.Nodes.Count; node++)
        {
            layers.Slots[node].Height = Math.Max((lines[node].Count * Line) + 12, 8 + Math.Max(
                leaving[node].Sum(way => way.Width),
                arriving[node].Sum(way => way.Width)));
        }

        var stood = FlowZone.Stand(layers, zones);
        return new()
        {
            Boxes = [.. layers.Slots.Select(slot => new FlowBox(slot.Node, XOf(slot), slot.Y, slot.Height, lines[slot.Node]))],
            Bands = BandsOf(layers),
            Columns = [.. layers.Columns.Select(column => TimesOf(graph, column))],
            Zones = stood,
            Bottom = (int)Math.Ceiling(stood[^1].Bottom),
        };
    }

    private static List<FlowBand> BandsOf(FlowLayers layers)
    {
        var leaves = PortsOf(layers, layers.Ways.GroupBy(way => way.Edge.From), way => way.Slots[1]);
        var arrives = PortsOf(layers, layers.Ways.GroupBy(way => way.Edge.To), way => way.Slots[^2]);
        return [.. layers.Ways.Select(way => new FlowBand(way.Edge, way.Width,
        [
            (XOf(way.Slots[0]) + BoxWidth, leaves[way]),
            .. way.Slots.Skip(1).SkipLast(1).SelectMany(lane => new[] { (XOf(lane), lane.Middle), (XOf(lane) + BoxWidth, lane.Middle) }),
            (XOf(way.Slots[^1]), arrives[way]),
        ]))];
    }

    /// <summary>The same with some boxes elsewhere; their bands follow.</summary>
    /// <param name="places">By node: the upper left corner.</param>
    public FlowLayout Moved(IReadOnlyDictionary<int, (int X, int Y)> places) => places.Count == 0 ? this : this with
    {
        Boxes = [.. Boxes.Select(box => places.TryGetValue(box.Node, out var place) ? box with { X = place.X, Y = place.Y } : box)],
        Bands = [.. Bands.Select(band => band with { Points = [.. Ended(band, places)] })],
    };

    /// <summary>The same without some boxes and their bands; nothing else moves.</summary>
    /// <param name="numbers">By node: what it is numbered then; less than nothing for one that goes.</param>
    public FlowLayout Without(IReadOnlyList<int> numbers) => this with
    {
        Boxes = [.. Boxes.Where(box => numbers[box.Node] >= 0).Select(box => box with { Node = numbers[box.Node] })],
        Bands = [.. Bands.Where(band => numbers[band.Edge.From] >= 0 && numbers[band.Edge.To] >= 0).Select(band => band with { Edge = band.Edge with { From = numbers[band.Edge.From], To = numbers[band.Edge.To] } })],
    };

    private IEnumerable<(decimal X, decimal Y)> Ended(FlowBand band, IReadOnlyDictionary<int, (int X, int Y)> places)
    {
        for (int i = 0; i < band.Points.Count; i++)
        {
            int end = i == 0 ? band.Edge.From : i == band.Points.Count - 1 ? band.Edge.To : -1;
            yield return end >= 0 && places.TryGetValue(end, out var place)
                ? (band.Points[i].X + place.X - Boxes[end].X, band.Points[i].Y + place.Y - Boxes[end].Y)
                : band.Points[i];
        }
    }

    // Bands share the side of a box in the order of where they lead, so that they do not cross at once.
    private static Dictionary<FlowWay, decimal> PortsOf(FlowLayers layers, IEnumerable<IGrouping<int, FlowWay>> byBox, Func<FlowWay, FlowSlot> beside)
    {
        var ports = new Dictionary<FlowWay, decimal>(ReferenceEqualityComparer.Instance);
        foreach (var box in byBox)
        {
            decimal y = layers.Slots[box.Key].Middle - (box.Sum(way => way.Width) / 2);
            foreach (var way in box.OrderBy(way => beside(way).Middle).ThenBy(way => way.Edge.From).ThenBy(way => way.Edge.To))
            {
                ports[way] = y + (way.Width / 2);
                y += way.Width;
            }
        }

        return ports;
    }

    private static decimal WidthOf(FlowGraph graph, FlowEdge edge)
    {
        var stolen = (BigInteger)graph.Stolen.Units;
        decimal share = stolen.IsZero ? 0 : (decimal)BigInteger.Min((BigInteger)edge.Amount.Units * 10_000 / stolen, 10_000) / 10_000;
        return Math.Max(ThinnestBand, WidestBand * share);
    }

    private static decimal XOf(FlowSlot slot) => Left + (slot.Column * Pitch);

    private static (DateTimeOffset From, DateTimeOffset Until)? TimesOf(FlowGraph graph, IReadOnlyList<FlowSlot> column)
    {
        var times = column.Where(slot => slot.Node > 0).Select(slot => graph.Nodes[slot.Node].First)
            .Where(time => time != DateTimeOffset.UnixEpoch && time != DateTimeOffset.MaxValue && time != DateTimeOffset.MinValue).ToList();
        return times.Count == 0 ? null : (times.Min(), times.Max());
    }
}

/// <summary>A box and the lines of text in it.</summary>
public sealed record FlowBox(int Node, decimal X, decimal Y, decimal Height, IReadOnlyList<string> Lines);

/// <summary>A band and what it passes through, from left to right.</summary>
public sealed record FlowBand(FlowEdge Edge, decimal Width, IReadOnlyList<(decimal X, decimal Y)> Points);
