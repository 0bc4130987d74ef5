using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>What a transaction asks for; read from its JSON and from its signed bytes alike, so that the two can be compared.</summary>
internal sealed record TronContract
{
    /// <summary>As protobuf names it: <c>TransferContract</c>, <c>TriggerSmartContract</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Who signs and pays; null for shielded transfers, which have none.</summary>
    public Address? Owner { get; init; }

    /// <summary>The recipient, or the contract called.</summary>
    public Address? To { get; init; }

    /// <summary>TRX that goes along, in sun.</summary>
    public long Sun { get; init; }

    /// <summary>The TRC-10 token that goes along; null for none.</summary>
    public string? Token { get; init; }

    public long TokenUnits { get; init; }

    /// <summary>First four bytes of the call data.</summary>
    public uint? Selector { get; init; }

    /// <summary>Keys that an AccountPermissionUpdate puts in power, as 20 bytes in hex, in order, each once.</summary>
    public string Keys { get; init; } = "";

    /// <summary>A token's number as written in CAIP-19; before numbers it was a name, whose bytes are then percent-encoded.</summary>
    public static string? TokenName(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        var name = new System.Text.StringBuilder();
        foreach (byte one in bytes)
        {
            _ = char.IsAsciiLetterOrDigit((char)one) ? name.Append((char)one) : name.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
        }

        return name.ToString();
    }

    public static string? TokenName(long number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);

    public static uint? SelectorOf(ReadOnlySpan<byte> data) =>
        data.Length >= 4 ? System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(data) : null;

    public static string KeysOf(IEnumerable<Address> keys) =>
        string.Join(',', keys.Distinct().Order().Select(key => Convert.ToHexStringLower(key.ToBytes())));

    public IEnumerable<Address> Holders() =>
        Keys.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(key => new Address(AddressKind.Account20, Convert.FromHexString(key)));
}
