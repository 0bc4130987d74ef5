using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The slow second pass over a file with faulty rows: finds each fault's line, column, and what stands there.</summary>
/// <param name="most">Of each kind of fault; what is beyond is not looked for.</param>
/// <remarks>Leaves the readable rows with their lines in the temporary table <c>import_lines</c>, from which the good ones can be imported.</remarks>
internal sealed class FaultSearch(DuckDBConnection connection, FileMapping mapping, int most)
{
    /// <summary>The good rows as a relation with the mapping's columns, once <see cref="Run"/> has been here.</summary>
    internal string GoodRows =>
        $"SELECT {string.Join(", ", mapping.Columns.Select(Typed))} FROM import_lines WHERE line NOT IN (SELECT line FROM import_faulty) ORDER BY line";

    /// <summary>All faults by line; one for each faulty row.</summary>
    internal IReadOnlyList<ImportFault> Run(CancellationToken cancellation)
    {
        var faults = mapping.File.Reader == FileReader.Parquet ? LoadParquet() : LoadText(cancellation);
        faults.AddRange(CheckRows());
        connection.Execute("CREATE OR REPLACE TEMP TABLE import_faulty (line BIGINT)");
        connection.Fill("import_faulty", faults, (row, fault) => row.AppendValue(fault.Line));
        return [.. faults.OrderBy(fault => fault.Line)];
    }

    private List<ImportFault> LoadParquet()
    {
        connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE import_lines AS
            SELECT file_row_number + 1 AS line, '' AS raw, {string.Join(", ", mapping.Columns.Select(column => FileSource.ParquetText(mapping.File, column)))}
            FROM {FileSource.Parquet(mapping.File)}
            """);
        return [];
    }

    private List<ImportFault> LoadText(CancellationToken cancellation)
    {
        string columns = string.Join(", ", mapping.Columns.Select(column => $"{FileSource.Name(column.Name)} VARCHAR"));
        connection.Execute($"CREATE OR REPLACE TEMP TABLE import_lines (line BIGINT, raw VARCHAR, {columns})");
        var faults = new List<ImportFault>();
        using var appender = connection.CreateAppender("temp", "main", "import_lines");
        var rows = mapping.File.Reader == FileReader.Csv ? new CsvLines(mapping).Read() : new JsonLines(mapping).Read();
        foreach (var (line, raw, values, fault) in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (fault is not null)
            {
                faults.Add(fault);
                if (faults.Count >= most)
                {
                    break;
                }

                continue;
            }

            var row = appender.CreateRow().AppendValue(line).AppendValue(raw);
            foreach (string? value in values)
            {
                row = row.AppendValue(value);
            }

            row.EndRow();
        }

        return faults;
    }

    private List<ImportFault> CheckRows()
    {
        var nested = mapping.Columns.Where(column => column.Type != "VARCHAR")
            .Select(column => new FileCheck(
                column.Name, $"{FileSource.Name(column.Name + "_text")} IS NULL OR {FileSource.Name(column.Name)} IS NOT NULL", "a list of objects as the format has it"));
        FileCheck[] checks = [.. nested, .. mapping.Checks];
        string first = string.Join('\n', checks.Select((check, number) => $"WHEN NOT coalesce({check.Holds}, false) THEN {number}"));
        string found = string.Join('\n', checks.Select((check, number) => $"WHEN {number} THEN {Text(check.Column)}"));
        string names = string.Join(", ", mapping.Columns.Select(Typed).Concat(mapping.Columns.Where(IsNested).Select(column => $"{FileSource.Name(column.Name)} AS {FileSource.Name(column.Name + "_text")}")));
        using var command = connection.Prepare($"""
            SELECT line, raw, fault, CASE fault {found} END AS found
            FROM (
                SELECT line, raw, {string.Join(", ", mapping.Columns.Select(column => FileSource.Name(column.Name)))}, {string.Concat(mapping.Columns.Where(IsNested).Select(column => FileSource.Name(column.Name + "_text") + ", "))}CASE {first} END AS fault
                FROM (SELECT line, raw, {names} FROM import_lines) AS typed
            ) AS judged
            WHERE fault IS NOT NULL
            ORDER BY line
            LIMIT {most.ToString(System.Globalization.CultureInfo.InvariantCulture)}
            """);
        return ReadFaults(command, checks);
    }

    private static List<ImportFault> ReadFaults(DuckDBCommand command, FileCheck[] checks)
    {
        var faults = new List<ImportFault>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var check = checks[reader.GetInt32(2)];
            string? found = reader.IsDBNull(3) ? null : reader.GetString(3);
            faults.Add(new(reader.GetInt64(0), check.Column, check.Expected, ImportFault.Shorten(found), reader.GetString(1)));
        }

        return faults;
    }

    private string Text(string column) =>
        mapping.Columns.FirstOrDefault(known => known.Name == column) is { } known && IsNested(known)
            ? FileSource.Name(column + "_text")
            : mapping.File.Has(column) ? FileSource.Name(column) : "NULL";

    private static bool IsNested(FileColumn column) => column.Type != "VARCHAR";

    private static string Typed(FileColumn column) => IsNested(column)
        ? $"TRY_CAST(TRY_CAST({FileSource.Name(column.Name)} AS JSON) AS {column.Type}) AS {FileSource.Name(column.Name)}"
        : FileSource.Name(column.Name);
}
