namespace Spoor.Reporting.Flows;

/// <summary>Boxes of a graph in columns: each right of all that paid it and were reached before it.</summary>
/// <remarks>The column is the longest way from the victim (Sugiyama's method with layers by longest path); what goes back in time is no way.</remarks>
internal sealed class FlowLayers
{
    private const int Sweeps = 6;

    private readonly List<List<FlowSlot>> _columns = [];

    private FlowLayers(FlowGraph graph, IReadOnlyList<int> zones)
    {
        int[] column = ColumnsOf(graph);
        Enumerable.Range(0, column.Max() + 1).ToList().ForEach(_ => _columns.Add([]));
        Slots = [.. graph.Nodes.Select((_, node) => Add(column[node], node, zones[node]))];
        Ways = [.. graph.Edges.Where(edge => edge.From < edge.To).Select(edge => new FlowWay(edge, WayOf(edge)))];
        Returns = [.. graph.Edges.Where(edge => edge.From > edge.To)];
        _columns.ForEach(Number);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            Sort(sweep % 2 == 0);
        }
    }

    public IReadOnlyList<IReadOnlyList<FlowSlot>> Columns => _columns;

    /// <summary>By node.</summary>
    public IReadOnlyList<FlowSlot> Slots { get; }

    public IReadOnlyList<FlowWay> Ways { get; }

    /// <summary>What went to a box that was reached earlier: told in words, not drawn.</summary>
    public IReadOnlyList<FlowEdge> Returns { get; }

    /// <param name="zones">Of each node: boxes of a lower number stand above those of a higher.</param>
    public static FlowLayers Of(FlowGraph graph, IReadOnlyList<int> zones) => new(graph, zones);

    // Nodes are in order of time, so one pass sees every payer before the paid.
    private static int[] ColumnsOf(FlowGraph graph)
    {
        int[] column = new int[graph.Nodes.Count];
        foreach (var edge in graph.Edges.Where(edge => edge.From < edge.To).OrderBy(edge => edge.From))
        {
            column[edge.To] = Math.Max(column[edge.To], column[edge.From] + 1);
        }

        // What only a return reaches stands right of the victim.
        return [.. column.Select((place, node) => node > 0 && place == 0 ? 1 : place)];
    }

    private FlowSlot Add(int column, int node, int zone)
    {
        var slot = new FlowSlot(column, node, zone);
        _columns[column].Add(slot);
        return slot;
    }

    // Over several columns a way keeps a lane of its own in each, so that no band crosses a box.
    private List<FlowSlot> WayOf(FlowEdge edge)
    {
        var (from, to) = (Slots[edge.From], Slots[edge.To]);
        List<FlowSlot> way = [from];
        for (int column = from.Column + 1; column < to.Column; column++)
        {
            way.Add(Add(column, FlowSlot.Lane, from.Zone));
        }

        way.Add(to);
        foreach (var (left, right) in way.Zip(way.Skip(1)))
        {
            left.Right.Add(right);
            right.Left.Add(left);
        }

        return way;
    }

    private void Sort(bool rightwards)
    {
        var order = rightwards ? Enumerable.Range(1, _columns.Count - 1) : Enumerable.Range(0, _columns.Count - 1).Reverse();
        foreach (int column in order)
        {
            // A stable sort, so that ties stay in order of time.
            _columns[column] = [.. _columns[column].OrderBy(slot => slot.Zone).ThenBy(slot => slot.MeanPlace(rightwards))];
            Number(_columns[column]);
        }
    }

    private static void Number(List<FlowSlot> column)
    {
        for (int place = 0; place < column.Count; place++)
        {
            column[place].Place = place * 1000m / column.Count;
        }
    }
}

/// <summary>A way with the slots that it passes.</summary>
internal sealed record FlowWay(FlowEdge Edge, IReadOnlyList<FlowSlot> Slots)
{
    /// <summary>Of its band.</summary>
    public decimal Width { get; set; }
}

/// <summary>A place in a column: a box, or the lane of a band on its way.</summary>
internal sealed class FlowSlot(int column, int node, int zone)
{
    public const int Lane = -1;

    public int Column => column;

    /// <summary>Or <see cref="Lane"/>.</summary>
    public int Node => node;

    public int Zone => zone;

    public List<FlowSlot> Left { get; } = [];

    public List<FlowSlot> Right { get; } = [];

    /// <summary>Where it stands among the others of its column, in thousandths.</summary>
    public decimal Place { get; set; }

    public decimal Y { get; set; }

    public decimal Height { get; set; }

    public decimal Middle => Y + (Height / 2);

    public decimal MeanPlace(bool left)
    {
        var beside = left ? Left : Right;
        return beside.Count == 0 ? Place : beside.Average(slot => slot.Place);
    }
}
