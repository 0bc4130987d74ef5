using System.Text.Json;
using Spoor.Chains.Nodes;

namespace Spoor.Chains.Evm;

/// <summary>Reads what stands inside a field that holds an object or an array, up to and with its end.</summary>
internal delegate void NestedReader<in TState>(ref EvmJson json, int field, TState state);

/// <summary>One answer of a node, read once and forwards.</summary>
/// <remarks>Faults of the JSON itself come out as <see cref="JsonException"/>; <see cref="EvmDecoder"/> names them.</remarks>
internal ref struct EvmJson
{
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _reader;

    private EvmJson(ReadOnlySpan<byte> text, int maxDepth)
    {
        _text = text;
        _reader = new(text, new JsonReaderOptions { MaxDepth = maxDepth });
    }

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Opens an answer at its first token.</summary>
    public static EvmJson Open(ReadOnlySpan<byte> text, int maxDepth)
    {
        var json = new EvmJson(text, maxDepth);
        json._reader.Read();
        return json;
    }

    /// <summary>Goes to the next element of the array it stands in; false at its end.</summary>
    public bool NextItem()
    {
        _reader.Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Holds the answer to have ended.</summary>
    public void RefuseMore() => _reader.Read();

    /// <summary>The value it stands on; an object or array is passed over.</summary>
    public JsonSlot Take()
    {
        int start = (int)_reader.TokenStartIndex;
        var type = _reader.TokenType;
        if (type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _reader.Skip();
            return new(start, (int)_reader.BytesConsumed - start, type);
        }

        return type == JsonTokenType.String ? new(start + 1, _reader.ValueSpan.Length, type) : new(start, _reader.ValueSpan.Length, type);
    }

    public readonly ReadOnlySpan<byte> Text(JsonSlot slot) => _text.Slice(slot.Start, slot.Length);

    /// <summary>Reads the object it stands on.</summary>
    /// <param name="slots">One for each name, all empty.</param>
    public void ReadObject(FieldNames names, scoped Span<JsonSlot> slots, JsonPlace place) =>
        ReadObject<object?>(names, slots, place, null, static (ref json, _, _) => json.Take());

    /// <inheritdoc cref="ReadObject(FieldNames, Span{JsonSlot}, JsonPlace)"/>
    /// <param name="nested">Reads the fields that hold objects or arrays.</param>
    public void ReadObject<TState>(
        FieldNames names, scoped Span<JsonSlot> slots, JsonPlace place, TState state, NestedReader<TState> nested)
    {
        Expect(JsonTokenType.StartObject, place, "an object");
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            int field = names.Find(_reader.ValueSpan);
            _reader.Read();
            if (field < 0)
            {
                _reader.Skip();
                continue;
            }

            if (slots[field].Type != JsonTokenType.None)
            {
                throw new NodeAnswerException($"Expected {place.Of(names[field])} once, found it twice.");
            }

            bool isNested = names.IsNested(field) && _reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
            slots[field] = isNested ? new(0, 0, _reader.TokenType) : Take();
            if (isNested)
            {
                nested(ref this, field, state);
            }
        }
    }

    /// <summary>The fields of an object that was read.</summary>
    public readonly EvmFields Fields(FieldNames names, ReadOnlySpan<JsonSlot> slots, JsonPlace place) => new(_text, names, slots, place);

    /// <summary>A number written in decimal, as trace addresses are.</summary>
    public readonly int SmallNumber(JsonPlace place)
    {
        Expect(JsonTokenType.Number, place, "a list of numbers");
        return _reader.TryGetInt32(out int number) && number >= 0
            ? number
            : throw new NodeAnswerException($"Expected {place} to hold numbers from 0 to 2147483647, found '{HexText.Show(_reader.ValueSpan)}'.");
    }

    public readonly void Expect(JsonTokenType token, JsonPlace place, string expected)
    {
        if (_reader.TokenType != token)
        {
            string found = _reader.HasValueSequence ? "" : HexText.Show(_reader.ValueSpan);
            throw new NodeAnswerException($"Expected {place} to be {expected}, found {_reader.TokenType} '{found}'.");
        }
    }
}
