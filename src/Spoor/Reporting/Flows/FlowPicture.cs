using System.Globalization;

namespace Spoor.Reporting.Flows;

/// <summary>Draws what a layout has placed: columns with their times, lanes of chains, bands, boxes with their signs.</summary>
internal static class FlowPicture
{
    public static void Draw(Drawing drawing, FlowGraph graph, FlowLayout layout)
    {
        Zones(drawing, layout);
        layout.Bands.ToList().ForEach(band => drawing.Band(band.Edge.IsCrossing ? "bridge" : "flow", band.Width, band.Points));
        layout.Boxes.ToList().ForEach(box => Box(drawing, graph.Nodes[box.Node], box));
    }

    public static void Columns(Drawing drawing, FlowLayout layout)
    {
        for (int column = 1; column < layout.Columns.Count; column++)
        {
            decimal x = FlowLayout.Left + (column * FlowLayout.Pitch);
            if (layout.Columns[column] is { } times)
            {
                drawing.Text("faint small", x, 74, "start", times.From == times.Until ? $"at {Minute(times.From)}" : $"from {Minute(times.From)}");
                drawing.Text("faint small", x, 90, "start", times.From == times.Until ? "" : $"to {Minute(times.Until)}");
            }
        }
    }

    public static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void Zones(Drawing drawing, FlowLayout layout)
    {
        foreach (var zone in layout.Zones.Where(_ => layout.Zones.Count > 1))
        {
            drawing.Line("grid", FlowLayout.Left, zone.Top - FlowLayout.ZoneHead, layout.Width - FlowLayout.Left, zone.Top - FlowLayout.ZoneHead);
            drawing.Text("faint small", FlowLayout.Left, zone.Top - FlowLayout.ZoneHead + 16, "start", zone.Name);
        }
    }

    private static void Box(Drawing drawing, FlowNode node, FlowBox box)
    {
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
}
