using Spoor.Attribution;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Flows;

/// <summary>How wide small letters of a figure (12 pixels) can get, in whatever plain font the reader has.</summary>
/// <remarks>Widths of DejaVu Sans, which is wider than the fonts of other systems, rounded up.</remarks>
internal static class TextRoom
{
    public static decimal Of(string text) => text.EnumerateRunes().Sum(rune => Of(rune.Value));

    /// <summary>A text that fits: the middle gives way.</summary>
    public static string Fitted(string text, decimal room)
    {
        string visible = VisibleText.Of(text);
        int letters = Math.Min(visible.Length, 200);
        string fitted = visible;
        while (Of(fitted) > room && letters > 14)
        {
            letters--;
            fitted = Written.Shortened(visible, letters);
        }

        return fitted;
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
