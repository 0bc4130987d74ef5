namespace Spoor.Reporting.Flows;

/// <summary>What the signs of a figure mean: those that it shows, in as many lines as its width asks for.</summary>
internal sealed class FlowLegend
{
    private const int Row = 22;
    private const int Entry = 350;

    private readonly IReadOnlyList<(FlowMark? Mark, string Style, string Meaning)> _entries;
    private readonly int _inRow;

    private FlowLegend(IReadOnlyList<(FlowMark?, string, string)> entries, int width) => (_entries, _inRow) = (entries, Math.Max(1, (width - 32) / Entry));

    public int Height => 16 + (((_entries.Count + _inRow - 1) / _inRow) * Row);

    public static FlowLegend Of(FlowGraph graph, int width)
    {
        List<(FlowMark?, string, string)> entries = [.. FlowMark.All.Where(mark => graph.Nodes.Any(node => FlowMark.Of(node).Contains(mark))).Select(mark => ((FlowMark?)mark, "", mark.Meaning))];
        if (graph.Nodes.Any(node => node.IsFolded))
        {
            entries.Add((null, "many", "several addresses folded into one box"));
        }

        if (graph.Edges.Any(edge => edge.IsCrossing))
        {
            entries.Add((null, "bridge", "over a bridge, or paid in an exchange"));
        }

        return new(entries, width);
    }

    public void Draw(Drawing drawing, int top)
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            var (mark, style, meaning) = _entries[i];
            decimal x = FlowLayout.Left + (i % _inRow * Entry);
            decimal y = top + (i / _inRow * Row);
            Sign(drawing, mark, style, x, y);
            drawing.Text("ink small", x + 34, y + 11, "start", meaning);
        }
    }

    private static void Sign(Drawing drawing, FlowMark? mark, string style, decimal x, decimal y)
    {
        if (mark is not null)
        {
            drawing.Polygon(mark.Style, [.. mark.Corners.Select(corner => (x + 8 + corner.X, y + corner.Y))]);
        }
        else if (style == "bridge")
        {
            drawing.Band(style, 6, (x, y + 6), (x + 28, y + 6));
        }
        else
        {
            drawing.Rectangle(style, x, y, 28, 12);
        }
    }
}
