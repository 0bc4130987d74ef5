using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Spoor.Records;

/// <summary>JSON in the one form in which the same content has the same bytes, so that it can be hashed and signed.</summary>
/// <remarks>
/// RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785), narrowed: of numbers only whole ones within ±(2^53 − 1), since every
/// reader of JSON keeps those exactly. Amounts are text.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Deeper than any document of ours; a bound against documents that are made to exhaust a reader.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    /// <summary>The canonical bytes of a value: UTF-8, no line feed at the end.</summary>
    /// <exception cref="FormatException">It holds a number that is not whole or too large, or text that is not Unicode.</exception>
    public static byte[] Of(JsonNode? value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        new CanonicalWriter(bytes).Write(value);
        return bytes.WrittenSpan.ToArray();
    }

    /// <inheritdoc cref="Of(JsonNode?)"/>
    public static byte[] Of(JsonElement value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        new CanonicalWriter(bytes).Write(value);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads one document, of which no object has a name twice, and which is UTF-8 throughout.</summary>
    /// <exception cref="JsonException">It is not JSON of that kind.</exception>
    public static JsonElement Read(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
        {
            // The reader takes such bytes inside a text, and fails only where somebody wants the text.
            throw new JsonException("it holds bytes that are not UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.Clone();
        }
        catch (InvalidOperationException failure)
        {
            // What the reader says of a name that holds half of a pair of surrogates.
            throw new JsonException(failure.Message, failure);
        }
    }

    /// <summary>Whether bytes are a document in canonical form.</summary>
    /// <exception cref="JsonException">They are no JSON, or an object has a name twice.</exception>
    /// <exception cref="FormatException">They hold what has no canonical form here.</exception>
    public static bool IsCanonical(ReadOnlyMemory<byte> json) => json.Span.SequenceEqual(Of(Read(json)));
}
