using System.Buffers;
using System.Globalization;
using System.Text;

namespace Spoor.Chains.Files.Labels;

/// <summary>What text may stand in a label: it ends up on the terminal of whoever reads a trace.</summary>
/// <remarks>
/// An escape sequence in a name could rewrite the screen, and a character that turns the direction of writing could make
/// one name, or the address beside it, look like another.
/// </remarks>
internal static class LabelWords
{
    public const int MaxLength = 2_000;

    // Blanks of no width and soft hyphens, as web pages hold them: they turn nothing, they are only not seen.
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00ad\u200b\u200c\u200d\u2060\ufeff");

    /// <summary>Whether text has no control, formatting or line-breaking characters and is not endless.</summary>
    public static bool IsPrintable(string text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        for (int place = 0; place < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, place, out var rune) || Turns(Rune.GetUnicodeCategory(rune)))
            {
                return false;
            }

            place += rune.Utf16SequenceLength;
        }

        return true;
    }

    public static string WithoutInvisible(string text) =>
        text.AsSpan().IndexOfAny(Invisible) < 0 ? text : string.Concat(text.Where(c => !Invisible.Contains(c)));

    /// <summary>Text for a message: on one line, harmless, and not longer than given.</summary>
    public static string Shown(string text, int maxLength)
    {
        string head = text.Length > maxLength ? text[..maxLength] : text;
        string clean = string.Concat(head.EnumerateRunes().Select(rune => Turns(Rune.GetUnicodeCategory(rune)) ? $"<U+{rune.Value:X4}>" : rune.ToString()));
        return text.Length > maxLength ? clean + "…" : clean;
    }

    private static bool Turns(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
