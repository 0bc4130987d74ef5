using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Evm;

/// <summary>What EVM nodes write as <c>0x…</c>, read from UTF-8 without going through text.</summary>
internal static class HexText
{
    private const int MaxCharsShown = 80;

    public static bool HasPrefix(ReadOnlySpan<byte> text) => text.Length >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x';

    /// <summary>A whole number; leading zeros are tolerated, because nodes write them.</summary>
    /// <param name="fits">Whether it is below 2^128.</param>
    public static bool TryNumber(ReadOnlySpan<byte> text, out UInt128 number, out bool fits)
    {
        number = 0;
        fits = true;
        if (text.Length < 3 || !HasPrefix(text))
        {
            return false;
        }

        ulong high = 0;
        ulong low = 0;
        foreach (byte digit in text[2..])
        {
            int value = Nibble(digit);
            if (value < 0)
            {
                return false;
            }

            fits &= high >> 60 == 0;
            high = (high << 4) | (low >> 60);
            low = (low << 4) | (uint)value;
        }

        number = new(high, low);
        return true;
    }

    public static bool TryHash(ReadOnlySpan<byte> text, out TxHash hash)
    {
        Span<byte> bytes = stackalloc byte[TxHash.Bytes];
        bool valid = TryBytes(text, bytes);
        hash = valid ? TxHash.FromBytes(bytes) : default;
        return valid;
    }

    /// <remarks>The case is not taken for a checksum: nodes write lower case, and what they write is not typed by people.</remarks>
    public static bool TryAccount(ReadOnlySpan<byte> text, out Address account)
    {
        Span<byte> bytes = stackalloc byte[EvmAddressFormat.AccountBytes];
        bool valid = TryBytes(text, bytes);
        account = valid ? new(AddressKind.Account20, bytes) : default;
        return valid;
    }

    /// <summary>Exactly as many bytes as fit.</summary>
    public static bool TryBytes(ReadOnlySpan<byte> text, Span<byte> bytes) =>
        text.Length == 2 + (2 * bytes.Length) && HasPrefix(text) && TryDigits(text[2..], bytes);

    /// <param name="digits">Two for each byte, without prefix.</param>
    public static bool TryDigits(ReadOnlySpan<byte> digits, Span<byte> bytes) =>
        Convert.FromHexString(digits, bytes, out _, out int written) == OperationStatus.Done && written == bytes.Length;

    public static Word256 Word(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    /// <summary>What was found, fit for a terminal: printable ASCII, cut.</summary>
    public static string Show(ReadOnlySpan<byte> text)
    {
        var shown = new StringBuilder();
        foreach (byte character in text[..Math.Min(text.Length, MaxCharsShown)])
        {
            shown.Append(character is >= 0x20 and < 0x7f ? (char)character : '?');
        }

        return text.Length <= MaxCharsShown ? shown.ToString() : $"{shown}…";
    }

    private static int Nibble(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
