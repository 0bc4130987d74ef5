using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Spoor.Reporting;

/// <summary>One JSON document, written the same way on every system: UTF-8, two blanks a level, line feeds, one at the end.</summary>
public static class JsonText
{
    // Names of services hold quotes and umlauts; the output goes to programs and terminals, never into HTML.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions Dense = Options with { Indented = false };

    /// <summary>Writes an object and its last line feed: all of it or, when <paramref name="members"/> fails, nothing.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> members) => Write(output, members, Options);

    /// <summary>As <see cref="Write(Stream, Action{Utf8JsonWriter})"/>, on one line: half the bytes, for programs that ask often.</summary>
    public static void WriteDense(Stream output, Action<Utf8JsonWriter> members) => Write(output, members, Dense);

    private static void Write(Stream output, Action<Utf8JsonWriter> members, JsonWriterOptions options)
    {
        using var document = new DocumentBuffer();
        using (var json = new Utf8JsonWriter(document, options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        document.Write("\n"u8);
        output.Write(document.Written);
        output.Flush();
    }

    /// <summary>A value that is a whole document of its own, as its writer writes it.</summary>
    public static void WriteDocument(this Utf8JsonWriter json, Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        using var document = JsonDocument.Parse(bytes.ToArray());
        document.WriteTo(json);
    }

    /// <summary>A member that is a list of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
