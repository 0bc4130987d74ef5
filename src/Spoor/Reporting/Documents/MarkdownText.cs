using System.Text;
using System.Text.RegularExpressions;

namespace Spoor.Reporting.Documents;

/// <summary>Text inside CommonMark, also with the tables and the links of GitHub: no character of it makes markup or a link.</summary>
internal static partial class MarkdownText
{
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in VisibleText.Of(text))
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '@' => escaped.Append("&#64;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '!' or '$' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return Www().Replace(Scheme().Replace(escaped.ToString(), "$1&#58;//"), "$1&#46;");
    }

    /// <summary>As the beginning of a line, where further characters make lists and headings.</summary>
    public static string AtStart(string escaped) => Marker().Replace(escaped, "$1\\$2");

    /// <summary>A code span, in a fence that its text does not hold.</summary>
    public static string Code(string text)
    {
        string visible = VisibleText.Of(text).Replace("|", "¦", StringComparison.Ordinal);
        return visible.Contains('`', StringComparison.Ordinal) || visible.Trim().Length == 0 ? Of(text) : $"`{visible}`";
    }

    // What GitHub makes a link of by itself.
    [GeneratedRegex("([A-Za-z][A-Za-z0-9+.-]*)://")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"([Ww][Ww][Ww])\.")]
    private static partial Regex Www();

    [GeneratedRegex(@"^(\s*[0-9]{0,9})([-+=.)])(?=\s|$|[-=+])")]
    private static partial Regex Marker();
}
