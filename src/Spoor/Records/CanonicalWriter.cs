using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spoor.Records;

/// <summary>Writes values as RFC 8785 has them: names in the order of their UTF-16 units, no blanks, the shortest escapes.</summary>
internal sealed class CanonicalWriter(IBufferWriter<byte> output)
{
    // The largest whole number up to which a double has every other one.
    private const long MaxWhole = (1L << 53) - 1;

    private const string HalfACharacter = "Expected text of whole Unicode characters, found half of a pair of surrogates.";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _depth;

    public void Write(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members:
                WriteObject(members.Select(member => (member.Key, member.Value)), Write);
                break;
            case JsonArray items:
                WriteArray(items, Write);
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String && text.TryGetValue(out string? content):
                WriteText(content);
                break;
            default:
                Write(JsonSerializer.SerializeToElement(value));
                break;
        }
    }

    public void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value.EnumerateObject().Select(member => (Whole(() => member.Name), member.Value)), Write);
                break;
            case JsonValueKind.Array:
                WriteArray(value.EnumerateArray(), Write);
                break;
            case JsonValueKind.String:
                WriteText(Whole(value.GetString));
                break;
            case JsonValueKind.Number:
                Raw(WholeOf(value.GetRawText()).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                Raw(value.GetRawText());
                break;
        }
    }

    // RFC 8785 §3.2.3: the order is that of the code units of UTF-16, which is what an ordinal comparison of strings is.
    private void WriteObject<T>(IEnumerable<(string Name, T Value)> members, Action<T> write)
    {
        Enter();
        string separator = "{";
        foreach (var (name, value) in members.OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            Raw(separator);
            WriteText(name);
            Raw(":");
            write(value);
            separator = ",";
        }

        Raw(separator == "{" ? "{}" : "}");
        _depth--;
    }

    private void WriteArray<T>(IEnumerable<T> items, Action<T> write)
    {
        Enter();
        string separator = "[";
        foreach (var item in items)
        {
            Raw(separator);
            write(item);
            separator = ",";
        }

        Raw(separator == "[" ? "[]" : "]");
        _depth--;
    }

    private void Enter()
    {
        if (++_depth > CanonicalJson.MaxDepth)
        {
            throw new FormatException($"Expected JSON at most {CanonicalJson.MaxDepth} levels deep, found more.");
        }
    }

    private void WriteText(string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (char unit in text)
        {
            _ = unit switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => escaped.Append(unit),
            };
        }

        Raw(escaped.Append('"').ToString());
    }

    private void Raw(string text)
    {
        try
        {
            Utf8.GetBytes(text, output);
        }
        catch (EncoderFallbackException failure)
        {
            throw new FormatException(HalfACharacter, failure);
        }
    }

    private static string Whole(Func<string?> read)
    {
        try
        {
            return read()!;
        }
        catch (InvalidOperationException failure)
        {
            throw new FormatException(HalfACharacter, failure);
        }
    }

    // 56.0 is the whole number 56 (RFC 8785 writes it so); an exponent is refused, since nobody writes counts so.
    private static long WholeOf(string number)
    {
        const int MaxShown = 32;
        string[] parts = number.Split('.');
        return parts.Skip(1).All(fraction => fraction.All(digit => digit == '0'))
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value is >= -MaxWhole and <= MaxWhole
                ? value
                : throw new FormatException($"Expected a whole number within ±{MaxWhole}, found {number[..Math.Min(number.Length, MaxShown)]}; write amounts as text.");
    }
}
