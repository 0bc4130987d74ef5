namespace Spoor.Reporting;

/// <summary>One row of CSV (RFC 4180), with line feeds on every system.</summary>
internal static class CsvText
{
    public static void WriteRow(TextWriter output, params IEnumerable<string?> cells)
    {
        output.Write(string.Join(',', cells.Select(Quoted)));
        output.Write('\n');
    }

    private static string Quoted(string? cell) =>
        cell is null ? ""
        : cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
