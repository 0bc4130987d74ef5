namespace Spoor.Chains.Files;

/// <summary>The rows of a CSV file that a person wrote; every fault is noted with its line.</summary>
internal sealed class CsvTable(string file, FileNotes notes, int mostRows = CsvTable.MostRows)
{
    // Far more than any case has; what is meant to fill the memory stops here.
    private const int MostRows = 100_000;

    /// <summary>Reads every row; columns that are not expected, or missing, are noted once.</summary>
    /// <param name="columns">The ones that must be in the header; one that begins with <c>?</c> may be missing.</param>
    public List<T> Read<T>(TextReader text, IReadOnlyList<string> columns, Func<CsvLine, T> read)
    {
        var rows = new List<T>();
        try
        {
            foreach (var line in CsvLine.ReadAll(file, text))
            {
                if (rows.Count == 0)
                {
                    CheckHeader(line, columns);
                }

                if (rows.Count == mostRows)
                {
                    notes.Fault(file, line.Number, $"expected at most {mostRows} rows, found more.");
                    break;
                }

                foreach (string column in line.Columns)
                {
                    notes.Printable(file, line.Number, $"column {column}", line[column]);
                }

                rows.Add(read(line));
            }
        }
        catch (FormatException failure)
        {
            // Not CSV at all: its message already names file and line, and nothing behind it can be read.
            notes.Fault(file, 1, failure.Message);
        }

        return rows;
    }

    public void Fault(CsvLine line, string column, string expected) => notes.Fault(file, line.Number, line.Describe(column, expected));

    public string Required(CsvLine line, string column)
    {
        if (line[column].Length == 0)
        {
            Fault(line, column, "a value");
        }

        return line[column];
    }

    private void CheckHeader(CsvLine first, IReadOnlyList<string> columns)
    {
        string[] names = [.. columns.Select(column => column.TrimStart('?'))];
        foreach (string unknown in first.Columns.Except(names))
        {
            notes.Fault(file, 1, $"expected the columns {string.Join(", ", names)}, found '{unknown}'{NearNames.Hint(unknown, names)}");
        }

        foreach (string missing in columns.Where(column => !column.StartsWith('?')).Except(first.Columns))
        {
            notes.Fault(file, 1, $"expected a column '{missing}', found none.");
        }
    }
}
