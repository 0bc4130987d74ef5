using System.Text.RegularExpressions;

namespace Spoor.Reporting.Documents;

/// <summary>A table as CSV for a spreadsheet, of which no cell is a formula.</summary>
/// <remarks>
/// A cell that a spreadsheet would compute gets an apostrophe in front (OWASP, CSV injection); a plain number with a sign is
/// none. Hidden characters are written out.
/// </remarks>
public static partial class TableCsv
{
    public static void Write(Table table, TextWriter output) => CsvText.Write(
        output,
        table.Columns.Select(column => Guarded(column.Title)),
        table.Rows.Select(row => row.Cells.Select(cell => Guarded(cell.Plain))));

    private static string Guarded(string text)
    {
        string visible = VisibleText.Of(text);
        return Formula().IsMatch(visible) && !SignedNumber().IsMatch(visible) ? $"'{visible}" : visible;
    }

    // Also where blanks or quotation marks stand in front, and in the full width that spreadsheets take for the same.
    [GeneratedRegex("^[\\s\"']*[=+\\-@|%＝＋－＠]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"^[-+][0-9][0-9,]*(\.[0-9]+)?( %)?\z")]
    private static partial Regex SignedNumber();
}
