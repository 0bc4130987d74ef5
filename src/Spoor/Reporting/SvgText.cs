using System.Globalization;
using System.Text;

namespace Spoor.Reporting;

/// <summary>An SVG figure that stands alone: no script, no font or picture from elsewhere, dark where the reader's page is dark.</summary>
/// <remarks>Numbers have one decimal at most and lines end with a line feed, so that the same figure is the same bytes everywhere.</remarks>
public sealed class SvgText
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

    private readonly StringBuilder _text = new();

    /// <param name="width">In CSS pixels, as is all that follows.</param>
    /// <param name="title">What a screen reader calls the figure.</param>
    /// <param name="description">What it reads out in its place.</param>
    public SvgText(int width, int height, string title, string description)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\">\n");
        _text.Append(CultureInfo.InvariantCulture, $"<title id=\"title\">{Escaped(title)}</title>\n<desc id=\"desc\">{Escaped(description)}</desc>\n");
        _text.Append(CultureInfo.InvariantCulture, $"<style>\n{Css.ReplaceLineEndings("\n").Trim()}\n</style>\n");
        Rectangle("paper", 0, 0, width, height);
    }

    public void Rectangle(string style, decimal x, decimal y, decimal width, decimal height) => _text.Append(
        CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"/>\n");

    public void Line(string style, decimal x1, decimal y1, decimal x2, decimal y2) => _text.Append(
        CultureInfo.InvariantCulture, $"<line class=\"{style}\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>\n");

    /// <param name="y">Of the base line.</param>
    /// <param name="anchor">Which end of the text is at <paramref name="x"/>: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(string style, decimal x, decimal y, string anchor, string text) => _text.Append(
        CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{Escaped(text)}</text>\n");

    /// <summary>The whole figure.</summary>
    public override string ToString() => $"{_text}</svg>\n";

    private static string Number(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    // Control characters are no XML at all; everything else a name may hold must not become markup.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' or 0x7F or 0xFFFE or 0xFFFF => " ",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
