using System.Globalization;
using System.Text;

namespace Spoor.Chains.Files;

/// <summary>Text of a cell that may be shown: what could rewrite a screen or turn the direction of writing is refused.</summary>
internal static class PrintableCell
{
    private const int MaxLength = 2_000;

    /// <exception cref="FormatException">The text holds such characters, or is far too long.</exception>
    public static string Of(CsvLine line, string column, string text) =>
        text.Length <= MaxLength && !text.EnumerateRunes().Any(IsHidden)
            ? text
            : throw line.Fault(column, $"at most {MaxLength} characters, none of them a control character or invisible formatting");

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
