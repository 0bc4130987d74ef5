using SimpleBase;

namespace Spoor.Transfers.Codecs;

/// <summary>Base58 of 32 bytes. There is no checksum: a mistyped address is most often another good address.</summary>
public sealed class SolanaAddressFormat : IAddressFormat
{
    private const int AccountBytes = 32;
    private const int MinChars = 32;
    private const int MaxChars = 44;

    public string Expected => "Base58 of 32 bytes";

    public AddressFault Read(ReadOnlySpan<char> text, out Address address)
    {
        address = default;
        if (text.Length is < MinChars or > MaxChars)
        {
            return AddressFault.Length;
        }

        Span<byte> bytes = stackalloc byte[MaxChars];
        if (!Base58Digits.TryDecode(text, Base58.Bitcoin, bytes, out int count))
        {
            return AddressFault.Character;
        }

        if (count != AccountBytes)
        {
            return AddressFault.Length;
        }

        address = new(AddressKind.Solana, bytes[..count]);
        return AddressFault.None;
    }

    public string Render(Address address)
    {
        if (address.Kind != AddressKind.Solana || address.Length != AccountBytes)
        {
            throw Unwritable.On("Solana", address);
        }

        return Base58.Bitcoin.Encode(address.ToBytes());
    }
}
