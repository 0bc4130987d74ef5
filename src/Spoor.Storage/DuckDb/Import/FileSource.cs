using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>A file, or what was kept of it, as a relation whose columns are those of a mapping.</summary>
internal static class FileSource
{
    /// <summary>The file itself, read by the engine.</summary>
    internal static string OfFile(FileMapping mapping) => mapping.File.Reader switch
    {
        FileReader.Csv => $"SELECT {string.Join(", ", mapping.Columns.Select(column => Name(column.Name)))} FROM {Csv(mapping.File)}",
        FileReader.JsonLines => $"SELECT {string.Join(", ", mapping.Columns.Select(JsonText))} FROM {JsonLines(mapping)}",
        _ => $"SELECT {string.Join(", ", mapping.Columns.Select(column => ParquetText(mapping.File, column)))} FROM {Parquet(mapping.File)}",
    };

    internal static string Parquet(FileShape file) => $"read_parquet({Quoted(file.Path)}, file_row_number = true)";

    internal static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A path as text that the engine does not take for a pattern.</summary>
    internal static string Quoted(string path) => Text(path
        .Replace("[", "[[]", StringComparison.Ordinal)
        .Replace("*", "[*]", StringComparison.Ordinal)
        .Replace("?", "[?]", StringComparison.Ordinal));

    internal static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A column of a Parquet file as text: bytes in hex, times as the engine writes them, numbers in full.</summary>
    internal static string ParquetText(FileShape file, FileColumn column)
    {
        string name = Name(column.Name);
        string type = file.Columns.First(known => known.Name == column.Name).Type;
        return (column.Type, type) switch
        {
            (not "VARCHAR", _) or (_, "VARCHAR") => name,
            (_, "BLOB") => $"'0x' || lower(hex({name})) AS {name}",
            (_, "TIMESTAMP WITH TIME ZONE") => $"CAST(make_timestamp(epoch_us({name})) AS VARCHAR) AS {name}",
            _ => $"CAST({name} AS VARCHAR) AS {name}",
        };
    }

    private static string Csv(FileShape file) => $$"""
        read_csv({{Quoted(file.Path)}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
            compression = {{Text(new PackedFile(file.Path).Compression)}},
            columns = { {{string.Join(", ", file.Columns.Select(column => $"{Text(column.Name)}: 'VARCHAR'"))}} })
        """;

    private static string JsonLines(FileMapping mapping) => $$"""
        read_json({{Quoted(mapping.File.Path)}}, format = 'newline_delimited',
            compression = {{Text(new PackedFile(mapping.File.Path).Compression.Replace("none", "uncompressed", StringComparison.Ordinal))}},
            columns = { {{string.Join(", ", mapping.Columns.Select(column => $"{Text(column.Name)}: {Text(column.Type)}"))}} })
        """;

    private static string JsonText(FileColumn column) =>
        column.Type == "VARCHAR" ? $"nullif({Name(column.Name)}, '') AS {Name(column.Name)}" : Name(column.Name);
}
