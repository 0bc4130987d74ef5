using System.Text;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Flows;

/// <summary>How wide small letters of a figure (12 pixels) can get, in whatever plain font the reader has.</summary>
/// <remarks>Widths of DejaVu Sans, which is wider than the fonts of other systems, rounded up.</remarks>
public static class TextRoom
{
    public static decimal Of(string text) => text.EnumerateRunes().Sum(rune => Of(rune.Value));

    /// <summary>A text that fits: the end gives way, because a name is known by its beginning.</summary>
    public static string Fitted(string text, decimal room)
    {
        string visible = VisibleText.Of(text);
        if (Of(visible) <= room)
        {
            return visible;
        }

        var fitted = new StringBuilder();
        decimal left = room - Of("…");
        foreach (var rune in visible.EnumerateRunes().TakeWhile(rune => (left -= Of(rune.Value)) >= 0))
        {
            fitted.Append(rune.ToString());
        }

        return $"{fitted.ToString().TrimEnd()}…";
    }

    private static decimal Of(int letter) => letter switch
    {
        ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'i' or 'j' or 'l' or 'I' => 4.2m,
        '(' or ')' or '[' or ']' or '-' or '/' or 'f' or 't' or 'r' => 5.2m,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '#' or '…' or '→' or '↩' => 12m,
        >= 'A' and <= 'Z' => 9.6m,
        < 128 => 7.8m,
        _ => 13.5m,
    };
}
