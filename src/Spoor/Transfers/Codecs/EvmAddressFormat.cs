using System.Buffers;
using System.Globalization;
using System.Text;

namespace Spoor.Transfers.Codecs;

/// <summary><c>0x</c> and 40 hex digits whose case is a checksum (EIP-55; with the chain id mixed in, EIP-1191).</summary>
/// <remarks>A text in one case carries no checksum and is accepted unchecked, as EIP-55 says; mixed case must match.</remarks>
public sealed class EvmAddressFormat : IAddressFormat
{
    public const int AccountBytes = 20;
    private const int Digits = 2 * AccountBytes;
    private const int MaxSaltBytes = 24;

    /// <summary>EIP-55, for every EVM chain that does not say otherwise.</summary>
    public static readonly EvmAddressFormat Plain = new(null);

    private readonly byte[] _salt;

    /// <param name="checksumChain">The chain id that EIP-1191 mixes into the checksum; null for plain EIP-55.</param>
    public EvmAddressFormat(long? checksumChain) =>
        _salt = checksumChain is { } id
            ? Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}0x"))
            : [];

    public string Expected => "'0x' and 40 hex digits";

    public AddressFault Read(ReadOnlySpan<char> text, out Address address)
    {
        address = default;
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? ReadDigits(text[2..], out address)
            : AddressFault.Prefix;
    }

    public string Render(Address address) =>
        address.Kind == AddressKind.Account20 && address.Length == AccountBytes
            ? string.Create(2 + Digits, (this, address), static (text, state) => state.Item1.Write(state.address, text))
            : throw Unwritable.On("an EVM chain", address);

    /// <summary>Reads the digits after <c>0x</c>.</summary>
    internal AddressFault ReadDigits(ReadOnlySpan<char> digits, out Address address)
    {
        address = default;
        if (digits.Length != Digits)
        {
            return AddressFault.Length;
        }

        Span<byte> bytes = stackalloc byte[AccountBytes];
        if (Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done)
        {
            return AddressFault.Character;
        }

        address = new(AddressKind.Account20, bytes);
        return LetterCase.IsMixed(digits) && !IsChecksummed(digits, bytes) ? AddressFault.Checksum : AddressFault.None;
    }

    private bool IsChecksummed(ReadOnlySpan<char> digits, ReadOnlySpan<byte> bytes)
    {
        Span<char> expected = stackalloc char[Digits];
        WriteDigits(bytes, expected);
        return digits.SequenceEqual(expected);
    }

    private void Write(Address address, Span<char> text)
    {
        Span<byte> bytes = stackalloc byte[AccountBytes];
        address.CopyTo(bytes);
        "0x".CopyTo(text);
        WriteDigits(bytes, text[2..]);
    }

    // A letter is upper case when the hash of the lower-case digits has 8 or more in its place.
    private void WriteDigits(ReadOnlySpan<byte> bytes, Span<char> digits)
    {
        Span<byte> hashed = stackalloc byte[MaxSaltBytes + Digits];
        Span<byte> hash = stackalloc byte[Keccak256.Bytes];
        _salt.CopyTo(hashed);
        Convert.TryToHexStringLower(bytes, digits, out _);
        Encoding.ASCII.GetBytes(digits, hashed[_salt.Length..]);
        Keccak256.Hash(hashed[..(_salt.Length + Digits)], hash);
        for (int i = 0; i < Digits; i++)
        {
            int nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 0x0f;
            digits[i] = nibble >= 8 ? char.ToUpperInvariant(digits[i]) : digits[i];
        }
    }
}
