namespace Spoor.Chains.Files.Labels;

/// <summary>One row below the header of a CSV file, its cells by the names of the columns.</summary>
internal readonly record struct CsvRecord(IReadOnlyDictionary<string, int> Columns, CsvRow Row)
{
    public long Line => Row.Line;

    /// <summary>The cell without blanks around it; empty where it is empty or the file has no such column.</summary>
    public string this[string column] =>
        Columns.TryGetValue(column, out int place) && place < Row.Cells.Count ? Row.Cells[place].Trim() : "";

    public bool Has(string column) => Columns.ContainsKey(column);

    /// <summary>The names in the first row of a file; null when it has none.</summary>
    public static IReadOnlyList<string>? HeaderOf(string head)
    {
        try
        {
            return new CsvRows(new StringReader(head)).ReadAll().Take(1).Select(row => NamesOf(row)).FirstOrDefault();
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <exception cref="LabelFileException">The file is not CSV.</exception>
    public static IEnumerable<CsvRecord> ReadAll(TextReader text, LabelSheet sheet)
    {
        Dictionary<string, int>? columns = null;
        foreach (var row in RowsOf(text, sheet))
        {
            if (columns is null)
            {
                columns = ColumnsOf(row, sheet);
            }
            else
            {
                yield return new(columns, row);
            }
        }
    }

    /// <inheritdoc cref="ReadAll"/>
    public static IEnumerable<CsvRow> RowsOf(TextReader text, LabelSheet sheet)
    {
        var file = new CsvRows(text);
        using var rows = file.ReadAll().GetEnumerator();
        while (Next(file, rows, sheet))
        {
            yield return rows.Current;
        }
    }

    private static bool Next(CsvRows file, IEnumerator<CsvRow> rows, LabelSheet sheet)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (EndOfStreamException)
        {
            throw sheet.Broken(file.RowLine, "row", "a second quotation mark that closes the cell", "the end of the file");
        }
    }

    private static Dictionary<string, int> ColumnsOf(CsvRow header, LabelSheet sheet)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string column in NamesOf(header))
        {
            if (!columns.TryAdd(column, columns.Count) && column.Length > 0)
            {
                throw sheet.Broken(header.Line, column, "each column once", "it twice");
            }
        }

        return columns;
    }

    private static string[] NamesOf(CsvRow row) => [.. row.Cells.Select(cell => cell.Trim().TrimStart('\ufeff').ToLowerInvariant())];
}
