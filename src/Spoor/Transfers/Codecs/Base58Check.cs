using System.Security.Cryptography;
using SimpleBase;

namespace Spoor.Transfers.Codecs;

/// <summary>Base58 with four bytes of double SHA-256 at its end: Bitcoin and its relatives, Tron, XRP.</summary>
internal static class Base58Check
{
    private const int ChecksumBytes = 4;

    // The longest in use, an X-address, has 47. Base58 costs the square of its length, so it is bounded before.
    private const int MaxChars = 64;

    /// <summary>Reads a text of exactly so many bytes, version bytes included, the checksum not.</summary>
    public static AddressFault Read(ReadOnlySpan<char> text, Base58 alphabet, Span<byte> payload)
    {
        Span<byte> bytes = stackalloc byte[MaxChars];
        if (text.Length is 0 or > MaxChars)
        {
            return AddressFault.Length;
        }

        if (!Base58Digits.TryDecode(text, alphabet, bytes, out int count))
        {
            return AddressFault.Character;
        }

        if (count != payload.Length + ChecksumBytes)
        {
            return AddressFault.Length;
        }

        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        bytes[..payload.Length].CopyTo(payload);
        Checksum(payload, checksum);
        return checksum.SequenceEqual(bytes[payload.Length..count]) ? AddressFault.None : AddressFault.Checksum;
    }

    /// <param name="payload">Version bytes and body.</param>
    /// <param name="alphabet">Bitcoin's or Ripple's.</param>
    public static string Write(ReadOnlySpan<byte> payload, Base58 alphabet)
    {
        Span<byte> bytes = stackalloc byte[payload.Length + ChecksumBytes];
        payload.CopyTo(bytes);
        Checksum(payload, bytes[payload.Length..]);
        return alphabet.Encode(bytes);
    }

    /// <summary>Writes one version byte and an address.</summary>
    public static string Write(byte version, Address address, Base58 alphabet)
    {
        Span<byte> payload = stackalloc byte[1 + address.Length];
        payload[0] = version;
        address.CopyTo(payload[1..]);
        return Write(payload, alphabet);
    }

    private static void Checksum(ReadOnlySpan<byte> payload, Span<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        SHA256.HashData(hash, hash);
        hash[..ChecksumBytes].CopyTo(checksum);
    }
}
