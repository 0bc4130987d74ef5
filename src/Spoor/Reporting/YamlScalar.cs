using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Spoor.Reporting;

/// <summary>Text as one value of YAML 1.2 that reads back as the same text under YAML 1.1 too.</summary>
internal static partial class YamlScalar
{
    // What some reader of YAML takes for a truth value or for nothing.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "y", "n", "null" };

    /// <summary>As it is where that is a plain word, else in quotation marks.</summary>
    public static string Of(string text) => PlainWord().IsMatch(text) && !Reserved.Contains(text) ? text : Quoted(text);

    /// <summary>In quotation marks: an address that begins with <c>0x</c> would be read as a number.</summary>
    public static string Quoted(string text) =>
        text.All(c => c is >= ' ' and <= '~') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : Escaped(text);

    private static string Escaped(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
            {
                quoted.Append('\\').Append((char)rune.Value);
            }
            else if (rune.Value is >= ' ' and <= '~' || Rune.IsLetter(rune))
            {
                quoted.Append(rune.ToString());
            }
            else
            {
                quoted.Append(rune.Value > char.MaxValue ? "\\U" : "\\u").Append(rune.Value.ToString(rune.Value > char.MaxValue ? "X8" : "X4", CultureInfo.InvariantCulture));
            }
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.-]*\z")]
    private static partial Regex PlainWord();
}
