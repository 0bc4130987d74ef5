using System.Globalization;
using System.Text;

namespace Spoor.Reporting.Documents;

/// <summary>Text from anywhere as a reader may see it: nothing in it can hide, turn its neighbours round or fill the page.</summary>
/// <remarks>
/// Characters that control (line feeds, bidirectional overrides, zero-width joiners, tags) are written out as ⟨U+202E⟩, so that
/// two names that look alike do not pass for one. The trick of turning text round is described in CVE-2021-42574.
/// </remarks>
public static class VisibleText
{
    /// <summary>Longer texts give way in the middle.</summary>
    public const int MaxLetters = 1_500;

    public static string Of(string text) => Whole(Attribution.Written.Shortened(text, MaxLetters));

    /// <summary>The same at its whole length, for texts that whoever made them has fitted to their place.</summary>
    public static string Whole(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t')
            {
                visible.Append(' ');
            }
            else if (IsHidden(rune))
            {
                visible.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
            }
            else
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is 0x00AD or 0x115F or 0x1160 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
