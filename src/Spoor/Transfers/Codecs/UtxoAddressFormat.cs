using SimpleBase;

namespace Spoor.Transfers.Codecs;

/// <summary>Base58Check by version byte, SegWit by human-readable part, CashAddr by prefix: Bitcoin and its relatives.</summary>
public sealed class UtxoAddressFormat : IAddressFormat
{
    private const int HashBytes = 20;

    /// <summary>One byte on most chains; Zcash has two.</summary>
    public required AddressVersion PubKeyHashVersion { get; init; }

    /// <summary>The first is written; the others are older spellings that are still read (Litecoin's <c>3…</c> for <c>M…</c>).</summary>
    public required IReadOnlyList<AddressVersion> ScriptHashVersions { get; init; }

    /// <summary>Null on chains without SegWit.</summary>
    public string? SegwitPrefix { get; init; }

    /// <summary>Set on Bitcoin Cash, whose hashes are written as CashAddr and may still be read as Base58Check.</summary>
    public string? CashPrefix { get; init; }

    public string Expected => (SegwitPrefix, CashPrefix) switch
    {
        ({ } segwit, _) => $"Base58Check (P2PKH, P2SH) or '{segwit}1…'",
        (_, { } cash) => $"'{cash}:q…' or '{cash}:p…' (the prefix may be left out), or Base58Check",
        _ => "Base58Check (P2PKH, P2SH)",
    };

    public AddressFault Read(ReadOnlySpan<char> text, out Address address)
    {
        if (SegwitPrefix is { } segwit && IsPrefixed(text, segwit, '1'))
        {
            return WitnessAddress.Read(text, segwit, out address);
        }

        // No Base58Check address of these chains begins with a letter of CashAddr's version byte (q, p, z, r).
        if (CashPrefix is { } cash && (text.Contains(':') || (text.Length > 0 && "qpzrQPZR".Contains(text[0]))))
        {
            return CashAddress.Read(text, cash, out address);
        }

        var fault = ReadHash(text, out address);
        return fault == AddressFault.Character && Bech32.Read(text, out _) == AddressFault.None ? AddressFault.Prefix : fault;
    }

    public string Render(Address address) => address.Kind switch
    {
        AddressKind.PubKeyHash or AddressKind.ScriptHash when CashPrefix is { } cash && HasCashLength(address) =>
            CashAddress.Render(address, cash),
        AddressKind.PubKeyHash when address.Length == HashBytes =>
            PubKeyHashVersion.Write(address, Base58.Bitcoin),
        AddressKind.ScriptHash when address.Length == HashBytes =>
            ScriptHashVersions[0].Write(address, Base58.Bitcoin),
        var kind when SegwitPrefix is { } segwit && WitnessAddress.IsWitness(kind) => WitnessAddress.Render(address, segwit),
        _ => throw Unwritable.On($"a chain of {Expected}", address),
    };

    private static bool IsPrefixed(ReadOnlySpan<char> text, string prefix, char separator) =>
        text.Length > prefix.Length
        && text[prefix.Length] == separator
        && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    // Scripts have had hashes of 32 bytes on Bitcoin Cash since May 2023 (P2SH32).
    private static bool HasCashLength(Address address) =>
        address.Length == HashBytes || (address.Length == 32 && address.Kind == AddressKind.ScriptHash);

    private AddressFault ReadHash(ReadOnlySpan<char> text, out Address address)
    {
        address = default;
        int versionBytes = PubKeyHashVersion.Length;
        Span<byte> payload = stackalloc byte[versionBytes + HashBytes];
        var fault = Base58Check.Read(text, Base58.Bitcoin, payload);
        if (fault != AddressFault.None)
        {
            return fault;
        }

        var version = AddressVersion.Of(payload[..versionBytes]);
        if (version != PubKeyHashVersion && !ScriptHashVersions.Contains(version))
        {
            return AddressFault.Prefix;
        }

        var kind = version == PubKeyHashVersion ? AddressKind.PubKeyHash : AddressKind.ScriptHash;
        address = new(kind, payload[versionBytes..]);
        return AddressFault.None;
    }
}
