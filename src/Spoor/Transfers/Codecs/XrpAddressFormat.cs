using System.Buffers.Binary;
using SimpleBase;

namespace Spoor.Transfers.Codecs;

/// <summary>The classic <c>r…</c> of the XRP Ledger; an X-address, which carries a destination tag as well, is read too.</summary>
/// <remarks>Source of the X-address: XLS-5d. An exchange tells its customers apart by the tag, so it is kept reachable.</remarks>
public sealed class XrpAddressFormat : IAddressFormat
{
    private const byte AccountVersion = 0;
    private const int AccountBytes = 20;
    private const int TaggedBytes = 2 + AccountBytes + 1 + 8;

    public string Expected => "'r…' or an X-address 'X…'";

    public AddressFault Read(ReadOnlySpan<char> text, out Address address)
    {
        address = default;
        if (text.StartsWith('X'))
        {
            return ReadTagged(text, out address, out _);
        }

        Span<byte> payload = stackalloc byte[1 + AccountBytes];
        var fault = Base58Check.Read(text, Base58.Ripple, payload);
        if (fault != AddressFault.None)
        {
            return fault;
        }

        address = new(AddressKind.Xrp, payload[1..]);
        return payload[0] == AccountVersion ? AddressFault.None : AddressFault.Prefix;
    }

    public string Render(Address address) =>
        address.Kind == AddressKind.Xrp && address.Length == AccountBytes
            ? Base58Check.Write(AccountVersion, address, Base58.Ripple)
            : throw Unwritable.On("the XRP Ledger", address);

    /// <summary>The destination tag inside an X-address; null when the text carries none.</summary>
    public static uint? DestinationTagOf(string text) =>
        text.StartsWith('X') && ReadTagged(text, out _, out uint? tag) == AddressFault.None ? tag : null;

    // 0x0544, account, flag (0: no tag, 1: 32-bit tag), tag little-endian in 8 bytes.
    private static AddressFault ReadTagged(ReadOnlySpan<char> text, out Address address, out uint? tag)
    {
        address = default;
        tag = null;
        Span<byte> payload = stackalloc byte[TaggedBytes];
        var fault = Base58Check.Read(text, Base58.Ripple, payload);
        if (fault != AddressFault.None)
        {
            return fault;
        }

        ulong number = BinaryPrimitives.ReadUInt64LittleEndian(payload[^8..]);
        byte flag = payload[^9];
        if (payload[0] != 0x05 || payload[1] != 0x44)
        {
            return AddressFault.Prefix;
        }

        if (flag > 1 || number > uint.MaxValue || (flag == 0 && number != 0))
        {
            return AddressFault.Version;
        }

        address = new(AddressKind.Xrp, payload.Slice(2, AccountBytes));
        tag = flag == 1 ? (uint)number : null;
        return AddressFault.None;
    }
}
