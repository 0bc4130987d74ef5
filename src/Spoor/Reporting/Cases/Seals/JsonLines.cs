using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Records;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>A table of a case of which each row is a canonical JSON object on a line of its own.</summary>
internal static class JsonLines
{
    public static byte[] Write(IEnumerable<JsonObject> rows)
    {
        using var bytes = new MemoryStream();
        foreach (var row in rows)
        {
            bytes.Write(CanonicalJson.Of(row));
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }

    /// <exception cref="FormatException">A line is not as it should be; the message names file and line.</exception>
    public static IReadOnlyList<T> Read<T>(string file, ReadOnlyMemory<byte> bytes, Func<JsonElement, T> read)
    {
        var rows = new List<T>();
        while (!bytes.IsEmpty)
        {
            int end = bytes.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                throw new FormatException($"{file}, line {rows.Count + 1}: expected a line feed at its end, found the end of the file.");
            }

            rows.Add(ReadLine(file, rows.Count + 1, bytes[..end], read));
            bytes = bytes[(end + 1)..];
        }

        return rows;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static T ReadLine<T>(string file, int number, ReadOnlyMemory<byte> line, Func<JsonElement, T> read)
    {
        try
        {
            return read(CanonicalJson.Read(line));
        }
        catch (Exception failure) when (failure is FormatException or JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw new FormatException($"{file}, line {number}: {failure.Message}", failure);
        }
    }
}
