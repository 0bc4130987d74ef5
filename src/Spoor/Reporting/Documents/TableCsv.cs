namespace Spoor.Reporting.Documents;

/// <summary>A table as CSV for a spreadsheet; hidden characters are written out.</summary>
public static class TableCsv
{
    public static void Write(Table table, TextWriter output) => CsvText.Write(
        output,
        table.Columns.Select(column => VisibleText.Of(column.Title)),
        table.Rows.Select(row => row.Cells.Select(cell => VisibleText.Of(cell.Plain))));
}
