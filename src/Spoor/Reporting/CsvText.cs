using System.Text;

namespace Spoor.Reporting;

/// <summary>CSV (RFC 4180) of which no cell is a formula, with line feeds on every system.</summary>
internal static class CsvText
{
    /// <summary>Writes a table: all of it or, when a row fails, nothing.</summary>
    public static void Write(TextWriter output, IEnumerable<string> header, IEnumerable<IEnumerable<string?>> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            table.AppendJoin(',', row.Select(cell => cell is null ? "" : Quoted(SpreadsheetText.Guarded(cell)))).Append('\n');
        }

        output.Write(table.ToString());
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
