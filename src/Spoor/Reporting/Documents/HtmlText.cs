namespace Spoor.Reporting.Documents;

/// <summary>Text inside HTML or XML, between tags or between double quotation marks.</summary>
internal static class HtmlText
{
    public static string Of(string text) => Escaped(VisibleText.Of(text));

    /// <summary>The same at its whole length, see <see cref="VisibleText.Whole"/>.</summary>
    public static string Whole(string text) => Escaped(VisibleText.Whole(text));

    private static string Escaped(string visible) => visible
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
