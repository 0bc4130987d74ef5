using System.Globalization;
using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The fields of an object that was read, by their numbers; what is null counts as missing.</summary>
internal readonly ref struct EvmFields
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly FieldNames _names;
    private readonly ReadOnlySpan<JsonSlot> _slots;
    private readonly JsonPlace _place;

    public EvmFields(ReadOnlySpan<byte> text, FieldNames names, ReadOnlySpan<JsonSlot> slots, JsonPlace place)
    {
        _text = text;
        _names = names;
        _slots = slots;
        _place = place;
    }

    public bool Has(int field) => _slots[field].Type is not (JsonTokenType.None or JsonTokenType.Null);

    public bool IsTrue(int field) => _slots[field].Type == JsonTokenType.True;

    public JsonSlot Slot(int field) => _slots[field];

    /// <summary>The text of a field as it stands; empty when it is missing.</summary>
    public ReadOnlySpan<byte> Text(int field)
    {
        var slot = _slots[field];
        return slot.Type == JsonTokenType.String ? _text.Slice(slot.Start, slot.Length) : default;
    }

    public TxHash Hash(int field) =>
        HexText.TryHash(Text(field), out var hash) ? hash : throw Fault(field, "0x and 64 hex digits");

    public TxHash? OptionalHash(int field) => Has(field) ? Hash(field) : null;

    public Address Account(int field) =>
        HexText.TryAccount(Text(field), out var account) ? account : throw Fault(field, "0x and 40 hex digits");

    public Address? OptionalAccount(int field) => Has(field) ? Account(field) : null;

    /// <remarks>Nodes of Parity's family write the numbers of a trace in decimal, without quotes.</remarks>
    public UInt128 Amount(int field)
    {
        var slot = _slots[field];
        if (slot.Type == JsonTokenType.Number)
        {
            return UInt128.TryParse(_text.Slice(slot.Start, slot.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var plain)
                ? plain
                : throw Fault(field, "a whole number below 2^128");
        }

        if (!HexText.TryNumber(Text(field), out var number, out bool fits))
        {
            throw Fault(field, "0x and hex digits of a whole number");
        }

        return fits ? number : throw Fault(field, "a number below 2^128");
    }

    public UInt128? OptionalAmount(int field) => Has(field) ? Amount(field) : null;

    /// <summary>What a call asks to move, which may be any number of 256 bits: a failed call names what nobody ever had.</summary>
    public NamedValue Value(int field)
    {
        var slot = _slots[field];
        var text = _text.Slice(slot.Start, slot.Length);
        bool isLarge = slot.Type == JsonTokenType.Number ? IsLarge(text) : HexText.TryNumber(Text(field), out _, out bool fits) && !fits;
        return isLarge ? NamedValue.TooLarge : new(OptionalAmount(field) ?? 0, IsTooLarge: false);
    }

    private static bool IsLarge(ReadOnlySpan<byte> digits) =>
        !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && !UInt128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <param name="most">The largest that makes sense.</param>
    public long Number(int field, long most = long.MaxValue)
    {
        var number = Amount(field);
        return most >= 0 && number <= (UInt128)most ? (long)number : throw Fault(field, most < 0 ? "absent" : $"a number of at most {most}");
    }

    public long? OptionalNumber(int field, long most = long.MaxValue) => Has(field) ? Number(field, most) : null;

    /// <summary>Holds a field, where it is given, to a hash known already.</summary>
    public void Confirm(int field, TxHash known)
    {
        if (OptionalHash(field) is { } found && found != known)
        {
            throw Fault(field, $"0x{known}");
        }
    }

    /// <summary>Holds a field, where it is given, to a number known already.</summary>
    public void Confirm(int field, long known)
    {
        if (OptionalNumber(field) is { } found && found != known)
        {
            throw Fault(field, $"{known}");
        }
    }

    /// <summary>Holds the answer to have given an array under a name.</summary>
    public void RequireArray(int field)
    {
        if (_slots[field].Type != JsonTokenType.StartArray)
        {
            throw Fault(field, "an array");
        }
    }

    public NodeAnswerException Fault(int field, string expected)
    {
        var slot = _slots[field];
        string found = slot.Type switch
        {
            JsonTokenType.None => "nothing",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            _ => $"'{HexText.Show(_text.Slice(slot.Start, slot.Length))}'",
        };
        return new($"Expected {_place.Of(_names[field])} to be {expected}, found {found}.");
    }
}
