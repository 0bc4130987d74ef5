using System.Buffers.Binary;

namespace Spoor.Transfers.Codecs;

/// <summary>Recursive Length Prefix, as much of it as naming contracts takes: strings and lists shorter than 56 bytes.</summary>
/// <remarks>Source: Ethereum Yellow Paper, appendix B.</remarks>
internal static class Rlp
{
    private const int MaxShortBytes = 55;

    public static byte[] List(params IEnumerable<byte[]> items)
    {
        byte[] body = [.. items.SelectMany(item => item)];
        return [Prefix(0xc0, body.Length), .. body];
    }

    public static byte[] String(ReadOnlySpan<byte> bytes) =>
        bytes.Length == 1 && bytes[0] < 0x80 ? [bytes[0]] : [Prefix(0x80, bytes.Length), .. bytes];

    /// <summary>Big-endian without leading zeros; zero is the empty string.</summary>
    public static byte[] Number(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return String(bytes.TrimStart((byte)0));
    }

    private static byte Prefix(int offset, int length) =>
        length <= MaxShortBytes
            ? (byte)(offset + length)
            : throw new ArgumentOutOfRangeException(nameof(length), length, $"Only up to {MaxShortBytes} bytes are written.");
}
