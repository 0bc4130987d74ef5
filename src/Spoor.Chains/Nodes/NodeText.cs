using System.Globalization;
using System.Text;

namespace Spoor.Chains.Nodes;

/// <summary>What a node says, made fit for a message: short, on one line, nothing that could steer a terminal.</summary>
public static class NodeText
{
    public const int MaxLength = 300;

    public static string Printable(string text)
    {
        var printable = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (printable.Length >= MaxLength)
            {
                return printable.Append('…').ToString();
            }

            _ = IsHidden(rune) ? printable.Append(' ') : printable.Append(rune);
        }

        return printable.ToString().Trim();
    }

    /// <summary>The beginning of a body as text.</summary>
    public static string Printable(ReadOnlyMemory<byte> body) =>
        Printable(Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 4 * MaxLength)]));

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
