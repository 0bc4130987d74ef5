using System.Globalization;
using System.Text;

namespace Spoor.Reporting;

/// <summary>An SVG figure that stands alone: no script, no font or picture from elsewhere, dark where the reader's page is dark.</summary>
/// <remarks>Numbers have one decimal at most and lines end with a line feed, so that the same figure is the same bytes everywhere.</remarks>
public sealed class SvgText
{
    private readonly StringBuilder _text = new();

    /// <param name="width">In CSS pixels, as is all that follows.</param>
    /// <param name="title">What a screen reader calls the figure.</param>
    /// <param name="description">What it reads out in its place.</param>
    /// <param name="css">Colours by class, light first; the dark ones inside a media query.</param>
    public SvgText(int width, int height, string title, string description, string css)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\">\n");
        _text.Append(CultureInfo.InvariantCulture, $"<title id=\"title\">{Escaped(title)}</title>\n<desc id=\"desc\">{Escaped(description)}</desc>\n");
        _text.Append(CultureInfo.InvariantCulture, $"<style>\n{css.ReplaceLineEndings("\n").Trim()}\n</style>\n");
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
