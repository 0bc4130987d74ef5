using System.Text;
using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The rows of a file of one JSON object a line for <see cref="FaultSearch"/>.</summary>
internal sealed class JsonLines(FileMapping mapping)
{
    internal IEnumerable<FileLine> Read()
    {
        using var text = new PackedFile(mapping.File.Path).OpenText(new UTF8Encoding(false));
        long line = 0;
        while (text.ReadLine() is { } raw)
        {
            line++;
            if (raw.Trim().Length > 0)
            {
                yield return Parse(line, raw);
            }
        }
    }

    private FileLine Parse(long line, string raw)
    {
        try
        {
            using var json = JsonDocument.Parse(raw);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new(line, raw, [.. mapping.Columns.Select(column => ValueOf(json.RootElement, column.Name))], null)
                : new(line, raw, [], new(line, null, "one JSON object", ImportFault.Shorten(raw), raw));
        }
        catch (JsonException failure)
        {
            string expected = $"one JSON object (the text breaks off or errs at character {failure.BytePositionInLine + 1})";
            return new(line, raw, [], new(line, null, expected, ImportFault.Shorten(raw), raw));
        }
    }

    private static string? ValueOf(JsonElement row, string column) =>
        !row.TryGetProperty(column, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? (value.GetString() is { Length: > 0 } text ? text : null)
        : value.GetRawText();
}
