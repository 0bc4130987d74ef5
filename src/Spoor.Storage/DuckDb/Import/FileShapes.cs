using System.Text.Json;
using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Looks at a file before its format is known: how it is parsed and which columns it has.</summary>
public static class FileShapes
{
    // JSON lines have no header; a key that is absent in a hundred rows is not one a format can require.
    private const int SampledLines = 100;

    /// <exception cref="DamagedFileException">The file cannot be read as what its name says it is.</exception>
    public static FileShape Read(string path)
    {
        var file = new PackedFile(path);
        var reader = ReaderOf(file);
        try
        {
            return new(path, reader, reader switch
            {
                FileReader.Parquet => ParquetColumns(path),
                FileReader.JsonLines => JsonColumns(file),
                _ => CsvColumns(file),
            });
        }
        catch (InvalidDataException failure)
        {
            throw DamagedFileException.Truncated(file.Name, failure);
        }
        catch (Exception failure) when (failure is DuckDBException or System.Text.DecoderFallbackException)
        {
            throw new DamagedFileException(
                file.Name, $"it cannot be read as {reader} ({failure.Message.Split('\n')[0].TrimEnd('.')})", "Check that the file is what its name says.", failure);
        }
    }

    private static FileReader ReaderOf(PackedFile file) => file.Extension switch
    {
        ".PARQUET" => FileReader.Parquet,
        ".JSON" or ".JSONL" or ".NDJSON" => FileReader.JsonLines,
        _ => FileReader.Csv,
    };

    private static List<FileColumn> CsvColumns(PackedFile file)
    {
        using var text = file.OpenText();
        var header = new CsvRecords(text).Read().FirstOrDefault();
        return [.. (header?.Fields ?? []).Select((name, place) => new FileColumn(name?.Trim() ?? $"column{place}"))];
    }

    private static List<FileColumn> JsonColumns(PackedFile file)
    {
        using var text = file.OpenText();
        var names = new List<string>();
        for (int line = 0; line < SampledLines && text.ReadLine() is { } row; line++)
        {
            names.AddRange(KeysOf(row).Where(name => !names.Contains(name)));
        }

        return [.. names.Select(name => new FileColumn(name))];
    }

    // A line that is broken is for the import to name, with its number.
    private static List<string> KeysOf(string row)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? [.. json.RootElement.EnumerateObject().Select(property => property.Name)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static List<FileColumn> ParquetColumns(string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.Prepare($"SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet({FileSource.Quoted(path)}))");
        using var reader = command.ExecuteReader();
        var columns = new List<FileColumn>();
        while (reader.Read())
        {
            columns.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }
}
