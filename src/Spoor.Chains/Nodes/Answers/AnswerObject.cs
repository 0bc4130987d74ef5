using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Chains.Nodes.Answers;

/// <summary>An object of an answer: its members are taken by name, and each is what it should be or an exception says where it is not.</summary>
/// <remarks>A member that is null counts as absent, as nodes write both.</remarks>
internal readonly struct AnswerObject
{
    private readonly JsonElement _json;
    private readonly AnswerPlace _place;

    public AnswerObject(JsonElement json, AnswerPlace place)
    {
        _json = json.ValueKind == JsonValueKind.Object ? json : throw place.Wrong("", "an object", Found(json));
        _place = place;
    }

    public AnswerPlace Place => _place;

    public bool IsEmpty => !_json.EnumerateObject().MoveNext();

    public bool Has(string name) => TryGet(name, out _);

    public NodeAnswerException Wrong(string field, string expected, string found) => _place.Wrong(field, expected, found);

    public string Text(string name) => OptionalText(name) ?? throw Wrong(name, "text", "nothing");

    public string? OptionalText(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name, "text", Found(value));
    }

    public long Whole(string name, long min, long max) =>
        OptionalWhole(name, min, max) ?? throw Wrong(name, $"a whole number from {min} to {max}", "nothing");

    public long? OptionalWhole(string name, long min, long max)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= min && number <= max
            ? number
            : throw Wrong(name, $"a whole number from {min} to {max}", Found(value));
    }

    /// <summary>A number as it is written, digit for digit; null when absent.</summary>
    public string? OptionalNumber(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : throw Wrong(name, "a number", Found(value));
    }

    public bool Flag(string name)
    {
        if (!TryGet(name, out var value))
        {
            return false;
        }

        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(name, "true or false", Found(value)),
        };
    }

    public TxHash Hash(string name) => OptionalHash(name) ?? throw Wrong(name, "64 hex digits", "nothing");

    public TxHash? OptionalHash(string name)
    {
        string? text = OptionalText(name);
        if (text is null)
        {
            return null;
        }

        return text.Length == 2 * TxHash.Bytes && TxHash.TryParse(text, out var hash) ? hash : throw Wrong(name, "64 hex digits", text);
    }

    public byte[] Hex(string name) => OptionalHex(name) ?? throw Wrong(name, "hex digits", "nothing");

    public byte[]? OptionalHex(string name)
    {
        string? text = OptionalText(name);
        if (text is null)
        {
            return null;
        }

        byte[] bytes = new byte[text.Length / 2];
        return text.Length % 2 == 0 && Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done
            ? bytes
            : throw Wrong(name, "hex digits, two for a byte", text);
    }

    public AnswerObject Object(string name) => OptionalObject(name) ?? throw Wrong(name, "an object", "nothing");

    public AnswerObject? OptionalObject(string name) =>
        TryGet(name, out var value) ? new AnswerObject(value, _place.Into(name, null)) : null;

    /// <summary>The objects of a list, none when it is absent.</summary>
    public List<AnswerObject> Objects(string name) =>
        TryGet(name, out var value) ? ObjectsOf(value, name, _place) : [];

    /// <summary>The texts of a list, none when it is absent.</summary>
    public List<string> Texts(string name)
    {
        if (!TryGet(name, out var value))
        {
            return [];
        }

        var place = _place;
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw place.Wrong(name, "a list of texts", Found(item)))]
            : throw Wrong(name, "a list of texts", Found(value));
    }

    /// <summary>The objects of a list that stands in an answer, or is the answer.</summary>
    public static List<AnswerObject> ObjectsOf(JsonElement list, string name, AnswerPlace place)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw place.Wrong(name, "a list", Found(list));
        }

        var items = new List<AnswerObject>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            items.Add(new(item, place.Into(name, items.Count)));
        }

        return items;
    }

    private bool TryGet(string name, out JsonElement value) =>
        _json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}
