using System.Buffers.Binary;
using System.Globalization;

namespace Spoor.Transfers;

/// <summary>A transaction hash: 32 bytes, held as two halves so that it is cheap to compare.</summary>
public readonly record struct TxHash(UInt128 High, UInt128 Low) : IComparable<TxHash>
{
    public const int Bytes = 32;

    /// <summary>Reads 64 hex digits with or without <c>0x</c>.</summary>
    /// <exception cref="FormatException">Not 64 hex digits.</exception>
    public static TxHash Parse(string text) =>
        TryParse(text, out var hash)
            ? hash
            : throw new FormatException($"Expected a transaction hash of 64 hex digits, found '{text}'.");

    public static bool TryParse(string? text, out TxHash hash)
    {
        hash = default;
        var digits = text.AsSpan();
        digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        if (digits.Length != 2 * Bytes
            || !UInt128.TryParse(digits[..32], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            || !UInt128.TryParse(digits[32..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low))
        {
            return false;
        }

        hash = new(high, low);
        return true;
    }

    public static TxHash FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Bytes
            ? new(
                BinaryPrimitives.ReadUInt128BigEndian(bytes),
                BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
            : throw new FormatException($"Expected a transaction hash of {Bytes} bytes, found {bytes.Length}.");

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), Low);
        return bytes;
    }

    public int CompareTo(TxHash other)
    {
        int order = High.CompareTo(other.High);
        return order != 0 ? order : Low.CompareTo(other.Low);
    }

    /// <summary>64 lower-case hex digits without a prefix; see <see cref="Render"/> for a chain's own way.</summary>
    public override string ToString() =>
        High.ToString("x32", CultureInfo.InvariantCulture) + Low.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The hash as the chain's users write it: EVM chains with <c>0x</c>, the others without.</summary>
    public string Render(ChainId chain) => chain.Namespace == "eip155" ? "0x" + this : ToString();
}
