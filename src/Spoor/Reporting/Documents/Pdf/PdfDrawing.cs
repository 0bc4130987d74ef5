namespace Spoor.Reporting.Documents.Pdf;

/// <summary>A drawing on a page, in the colours of light paper.</summary>
internal static class PdfDrawing
{
    // The light colours of the style sheet of SvgText.
    private static readonly Dictionary<string, (int? Fill, int? Stroke, bool Dashed)> Styles = new(StringComparer.Ordinal)
    {
        ["paper"] = (0xFFFFFF, null, false),
        ["ink"] = (0x1A1A1A, null, false),
        ["heading"] = (0x1A1A1A, null, false),
        ["faint"] = (0x595959, null, false),
        ["grid"] = (null, 0xDDDDDD, false),
        ["zero"] = (null, 0x595959, false),
        ["up"] = (0x1B7F4B, null, false),
        ["down"] = (0xB3431E, null, false),
        ["level"] = (0x2B5FA5, null, false),
        ["flow"] = (null, 0xBCD0EA, false),
        ["bridge"] = (null, 0xE3C48F, true),
        ["card"] = (0xFFFFFF, 0x595959, false),
        ["many"] = (0xF1F3F5, 0x595959, true),
        ["held"] = (0x2B5FA5, null, false),
        ["end"] = (0x595959, null, false),
        ["stop"] = (0xB3431E, null, false),
        ["mixer"] = (0x6D3FA0, null, false),
        ["swap"] = (0x1B7F4B, null, false),
    };

    public static void Draw(PdfPage page, Drawing drawing, decimal x, decimal y, decimal scale)
    {
        foreach (var shape in drawing.Shapes)
        {
            Draw(page, shape, scale, x, y);
        }
    }

    private static void Draw(PdfPage page, Shape shape, decimal scale, decimal x, decimal y)
    {
        switch (shape)
        {
            case Shape.Rectangle one:
                var style = StyleOf(one.Style);
                page.Rectangle(Colour(style.Fill), Colour(style.Stroke), style.Dashed, x + (one.X * scale), y + (one.Y * scale), one.Width * scale, one.Height * scale);
                break;
            case Shape.Line one:
                page.Line(Colour(StyleOf(one.Style).Stroke) ?? PdfColour.Rule, 0.5m, x + (one.X1 * scale), y + (one.Y1 * scale), x + (one.X2 * scale), y + (one.Y2 * scale));
                break;
            case Shape.Polygon one:
                page.Polygon(Colour(StyleOf(one.Style).Fill) ?? PdfColour.Ink, one.Corners.Select(corner => (x + (corner.X * scale), y + (corner.Y * scale))));
                break;
            case Shape.Band one:
                page.Band(Colour(StyleOf(one.Style).Stroke) ?? PdfColour.Ink, one.Width * scale, StyleOf(one.Style).Dashed, [.. one.Points.Select(point => (x + (point.X * scale), y + (point.Y * scale)))]);
                break;
            case Shape.Text one:
                Write(page, one, scale, x, y);
                break;
        }
    }

    private static void Write(PdfPage page, Shape.Text text, decimal scale, decimal x, decimal y)
    {
        bool bold = text.Style.StartsWith("heading", StringComparison.Ordinal);
        decimal size = (text.Style.EndsWith(" small", StringComparison.Ordinal) ? 12 : 13) * scale;
        string shown = PdfFonts.Shown(VisibleText.Whole(text.Content));
        decimal width = PdfFonts.Face(bold).WidthOf(shown, size);
        decimal shift = text.Anchor switch { "middle" => width / 2, "end" => width, _ => 0 };
        page.Text(shown, bold, size, Colour(StyleOf(text.Style).Fill) ?? PdfColour.Ink, x + (text.X * scale) - shift, y + (text.Y * scale));
    }

    private static (int? Fill, int? Stroke, bool Dashed) StyleOf(string style) => Styles[style.Split(' ')[0]];

    private static PdfColour? Colour(int? rgb) => rgb is { } known ? new PdfColour(known) : null;
}
