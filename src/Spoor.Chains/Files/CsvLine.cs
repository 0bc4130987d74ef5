using Sylvan.Data.Csv;

namespace Spoor.Chains.Files;

/// <summary>One row of a small CSV file, its cells by column, and the line it begins on.</summary>
internal sealed class CsvLine
{
    private const int MaxFound = 120;

    private readonly IReadOnlyDictionary<string, string> _cells;
    private readonly string _file;

    private CsvLine(string file, long number, IReadOnlyDictionary<string, string> cells)
    {
        _file = file;
        Number = number;
        _cells = cells;
    }

    /// <summary>The line of the file on which the row begins.</summary>
    public long Number { get; }

    /// <summary>The names of the header, in lower case.</summary>
    public IEnumerable<string> Columns => _cells.Keys;

    /// <summary>The cell without blanks around it; empty where it is empty or the file has no such column.</summary>
    public string this[string column] => _cells.GetValueOrDefault(column, "");

    /// <summary>All rows after the header, whose names are taken in lower case.</summary>
    /// <exception cref="FormatException">The file is not CSV, or has no header.</exception>
    public static IEnumerable<CsvLine> ReadAll(string file, TextReader text)
    {
        using var reader = Open(file, text);
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetName(place).Trim().ToLowerInvariant())];
        for (long number = 2; Read(file, reader, number); number++)
        {
            var cells = new Dictionary<string, string>();
            long breaks = 0;
            for (int place = 0; place < columns.Length; place++)
            {
                string cell = place < reader.RowFieldCount ? reader.GetString(place) : "";
                breaks += cell.Count(c => c == '\n');
                cells.TryAdd(columns[place], cell.Trim());
            }

            yield return new(file, number, cells);
            number += breaks;
        }
    }

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string column) => _cells.ContainsKey(column);

    /// <exception cref="FormatException">The cell is empty.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } cell ? cell : throw Fault(column, "a value");

    public FormatException Fault(string column, string expected) =>
        new($"{_file}, line {Number}, {Describe(column, expected)}");

    /// <summary>What is wrong with a cell, without the place of its row.</summary>
    public string Describe(string column, string expected)
    {
        string found = this[column].ReplaceLineEndings("⏎");
        found = found.Length > MaxFound ? found[..MaxFound] + "…" : found;
        return $"column {column}: expected {expected}, found '{found}'.";
    }

    private static CsvDataReader Open(string file, TextReader text)
    {
        try
        {
            return CsvDataReader.Create(text);
        }
        catch (CsvMissingHeadersException failure)
        {
            throw new FormatException($"{file}, line 1: expected a header of column names, found an empty file.", failure);
        }
        catch (CsvFormatException failure)
        {
            throw NotCsv(file, 1, failure);
        }
    }

    private static bool Read(string file, CsvDataReader reader, long number)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException failure)
        {
            throw NotCsv(file, number, failure);
        }
    }

    private static FormatException NotCsv(string file, long number, CsvFormatException failure) =>
        new($"{file}, line {number}: expected comma-separated values, found a row that is not ({failure.Message})", failure);
}
