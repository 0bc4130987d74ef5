using System.Globalization;
using System.Text;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting;

/// <summary>A drawing as SVG: no script, no font or picture from elsewhere, dark where the reader's page is dark.</summary>
/// <remarks>Numbers have one decimal at most and lines end with a line feed, so that the same figure is the same bytes everywhere.</remarks>
public static class SvgText
{
    // Colours by class, readable on light and on dark.
    private const string Css = """
        text{font:13px system-ui,sans-serif}
        .paper{fill:#fff}.ink{fill:#1a1a1a}.heading{fill:#1a1a1a;font-weight:600}.faint{fill:#595959}
        .grid{stroke:#ddd}.zero{stroke:#595959}.up{fill:#1b7f4b}.down{fill:#b3431e}.level{fill:#2b5fa5}
        @media (prefers-color-scheme:dark){
        .paper{fill:#16181c}.ink{fill:#ececec}.heading{fill:#ececec}.faint{fill:#a8adb5}
        .grid{stroke:#33373d}.zero{stroke:#a8adb5}.up{fill:#4cc38a}.down{fill:#f0875f}.level{fill:#7cabea}
        }
        """;

    // Of flows alone, so that other figures stay as they are.
    private const string FlowCss = """
        .small{font-size:12px}.flow{stroke:#bcd0ea}.bridge{stroke:#e3c48f;stroke-dasharray:14 4}.card{fill:#fff;stroke:#595959}.many{fill:#f1f3f5;stroke:#595959;stroke-dasharray:4 3}
        .held{fill:#2b5fa5}.end{fill:#595959}.stop{fill:#b3431e}.mixer{fill:#6d3fa0}.swap{fill:#1b7f4b}
        @media (prefers-color-scheme:dark){
        .flow{stroke:#31476a}.bridge{stroke:#6b5426}.card{fill:#16181c;stroke:#a8adb5}.many{fill:#22262c;stroke:#a8adb5}
        .held{fill:#7cabea}.end{fill:#a8adb5}.stop{fill:#f0875f}.mixer{fill:#c39bf0}.swap{fill:#4cc38a}
        }
        """;

    /// <summary>A file of its own; the same drawing gives the same bytes.</summary>
    public static string Of(Drawing drawing)
    {
        var text = new StringBuilder();
        Open(text, drawing, "");
        text.Append(CultureInfo.InvariantCulture, $"<style>\n{StyleOf([drawing])}</style>\n");
        drawing.Shapes.ToList().ForEach(shape => Append(text, shape));
        return $"{text}</svg>\n";
    }

    /// <summary>A part of a page whose style sheet holds <see cref="StyleOf"/>.</summary>
    /// <param name="id">Tells the names of this figure from those of others on the page.</param>
    public static string Inside(Drawing drawing, string id)
    {
        var text = new StringBuilder();
        Open(text, drawing, $"{id}-");
        drawing.Shapes.ToList().ForEach(shape => Append(text, shape));
        return $"{text}</svg>\n";
    }

    /// <summary>The style sheet of drawings, lines ended.</summary>
    public static string StyleOf(IReadOnlyList<Drawing> drawings)
    {
        string css = $"{Css.ReplaceLineEndings("\n").Trim()}\n";
        return drawings.Any(drawing => drawing.Shapes.Any(shape => shape is Shape.Band or Shape.Polygon)) ? $"{css}{FlowCss.ReplaceLineEndings("\n").Trim()}\n" : css;
    }

    private static void Open(StringBuilder text, Drawing drawing, string prefix)
    {
        var (width, height) = (drawing.Width, drawing.Height);
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{prefix}title {prefix}desc\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"{prefix}title\">{HtmlText.Whole(drawing.Title)}</title>\n<desc id=\"{prefix}desc\">{HtmlText.Whole(drawing.Description)}</desc>\n");
    }

    private static void Append(StringBuilder text, Shape shape) => _ = shape switch
    {
        Shape.Rectangle one => text.Append(CultureInfo.InvariantCulture, $"<rect class=\"{one.Style}\" x=\"{Number(one.X)}\" y=\"{Number(one.Y)}\" width=\"{Number(one.Width)}\" height=\"{Number(one.Height)}\"/>\n"),
        Shape.Line one => text.Append(CultureInfo.InvariantCulture, $"<line class=\"{one.Style}\" x1=\"{Number(one.X1)}\" y1=\"{Number(one.Y1)}\" x2=\"{Number(one.X2)}\" y2=\"{Number(one.Y2)}\"/>\n"),
        Shape.Text one => text.Append(CultureInfo.InvariantCulture, $"<text class=\"{one.Style}\" x=\"{Number(one.X)}\" y=\"{Number(one.Y)}\" text-anchor=\"{one.Anchor}\">{HtmlText.Whole(one.Content)}</text>\n"),
        Shape.Polygon one => text.Append(CultureInfo.InvariantCulture, $"<polygon class=\"{one.Style}\" points=\"{string.Join(' ', one.Corners.Select(corner => $"{Number(corner.X)},{Number(corner.Y)}"))}\"/>\n"),
        Shape.Band one => text.Append(CultureInfo.InvariantCulture, $"<path class=\"{one.Style}\" fill=\"none\" stroke-width=\"{Number(one.Width)}\" d=\"{PathOf(one.Points)}\"/>\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "A shape that SVG has no words for."),
    };

    /// <summary>A band through points as the data of a path.</summary>
    public static string PathOf(IReadOnlyList<(decimal X, decimal Y)> points)
    {
        var path = new StringBuilder($"M{Number(points[0].X)} {Number(points[0].Y)}");
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            string middle = Number((from.X + to.X) / 2);
            path.Append(CultureInfo.InvariantCulture, $"C{middle} {Number(from.Y)} {middle} {Number(to.Y)} {Number(to.X)} {Number(to.Y)}");
        }

        return path.ToString();
    }

    /// <summary>A length with one decimal at most.</summary>
    public static string Number(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
