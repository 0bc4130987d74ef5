using System.Buffers;
using SimpleBase;

namespace Spoor.Transfers.Codecs;

/// <summary><c>T…</c>: Base58Check of 0x41 and the 20 bytes of an EVM account; also read as <c>0x…</c> and as <c>41…</c> in hex.</summary>
public sealed class TronAddressFormat : IAddressFormat
{
    private const byte Version = 0x41;
    private const int HexDigits = 2 * (1 + EvmAddressFormat.AccountBytes);

    public string Expected => "'T…' (Base58Check), '41' and 40 hex digits, or '0x' and 40 hex digits";

    public AddressFault Read(ReadOnlySpan<char> text, out Address address)
    {
        bool prefixed = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var digits = prefixed ? text[2..] : text;
        if (digits.Length == HexDigits && digits.StartsWith("41", StringComparison.Ordinal))
        {
            return ReadHex(digits[2..], out address);
        }

        return prefixed ? EvmAddressFormat.Plain.ReadDigits(digits, out address) : ReadBase58(text, out address);
    }

    public string Render(Address address) =>
        address.Kind == AddressKind.Account20 && address.Length == EvmAddressFormat.AccountBytes
            ? Base58Check.Write(Version, address, Base58.Bitcoin)
            : throw Unwritable.On("Tron", address);

    // No checksum is defined over this form, so mixed case has no meaning that could be checked.
    private static AddressFault ReadHex(ReadOnlySpan<char> digits, out Address address)
    {
        address = default;
        Span<byte> bytes = stackalloc byte[EvmAddressFormat.AccountBytes];
        if (Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done)
        {
            return AddressFault.Character;
        }

        address = new(AddressKind.Account20, bytes);
        return LetterCase.IsMixed(digits) ? AddressFault.MixedCase : AddressFault.None;
    }

    private static AddressFault ReadBase58(ReadOnlySpan<char> text, out Address address)
    {
        address = default;
        Span<byte> payload = stackalloc byte[1 + EvmAddressFormat.AccountBytes];
        var fault = Base58Check.Read(text, Base58.Bitcoin, payload);
        if (fault != AddressFault.None)
        {
            return fault;
        }

        address = new(AddressKind.Account20, payload[1..]);
        return payload[0] == Version ? AddressFault.None : AddressFault.Prefix;
    }
}
