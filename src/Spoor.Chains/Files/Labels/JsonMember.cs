using System.Text;
using System.Text.Json;
using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>One member of the object that a JSON file is: its name, its value, and where it stands.</summary>
internal readonly record struct JsonMember(string Key, JsonElement Value, long Line)
{
    /// <summary>The members in the order of the file.</summary>
    /// <exception cref="LabelFileException">Not one JSON object, or a name stands twice.</exception>
    public static IEnumerable<JsonMember> ReadAll(TextReader text, LabelSheet sheet)
    {
        byte[] json = Encoding.UTF8.GetBytes(text.ReadToEnd().TrimStart('\ufeff'));
        var state = new JsonReaderState();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int place = 0;
        long line = 1;
        while (Next(json, ref state, ref place, ref line, sheet) is { Line: > 0 } member)
        {
            if (seen.Add(member.Key))
            {
                yield return member;
            }
            else
            {
                sheet.Fault(member.Line, "key", "each key once", member.Key);
            }
        }
    }

    private static JsonMember Next(byte[] json, ref JsonReaderState state, ref int place, ref long line, LabelSheet sheet)
    {
        try
        {
            return ReadOne(json, ref state, ref place, ref line) ?? throw sheet.Broken(1, "file", "one JSON object", "something else");
        }
        catch (JsonException failure)
        {
            throw sheet.Broken(line + (failure.LineNumber ?? 0), "JSON", "well-formed JSON", failure.Message);
        }
        catch (InvalidOperationException failure)
        {
            throw sheet.Broken(line, "JSON", "text without escapes for half a character", failure.Message);
        }
    }

    // Null where there is no object; a member on no line after the last one.
    private static JsonMember? ReadOne(byte[] json, ref JsonReaderState state, ref int place, ref long line)
    {
        var reader = new Utf8JsonReader(json.AsSpan(place), isFinalBlock: true, state);
        bool isFirst = place == 0;
        if (!reader.Read() || (isFirst && (reader.TokenType != JsonTokenType.StartObject || !reader.Read())))
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            reader.Read();
            return default(JsonMember);
        }

        long at = line + json.AsSpan(place, (int)reader.TokenStartIndex).Count((byte)'\n');
        string key = reader.GetString()!;
        reader.Read();
        using var value = JsonDocument.ParseValue(ref reader);
        LabelContext.RefuseHalfCharacters(value.RootElement);
        line += json.AsSpan(place, (int)reader.BytesConsumed).Count((byte)'\n');
        place += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return new(key, value.RootElement.Clone(), at);
    }
}
