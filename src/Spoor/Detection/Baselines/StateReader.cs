using System.Buffers.Binary;

namespace Spoor.Detection.Baselines;

/// <summary>Reads what a <see cref="StateWriter"/> wrote; bytes that are not such end in a <see cref="FormatException"/>.</summary>
internal ref struct StateReader(ReadOnlySpan<byte> from)
{
    private readonly ReadOnlySpan<byte> _from = from;

    /// <summary>Bytes read so far.</summary>
    public int Length { get; private set; }

    public byte Byte() => Take(1)[0];

    /// <exception cref="FormatException">More than there can be.</exception>
    public int Count(int most)
    {
        long value = Long();
        return value <= most ? (int)value : throw Wrong($"a number of at most {most}", $"{value}");
    }

    public long Long()
    {
        ulong value = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }

        throw Wrong("a whole number", "one without an end");
    }

    public ulong Word() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public double Real()
    {
        double value = BitConverter.UInt64BitsToDouble(Word());
        return double.IsFinite(value) ? value : throw Wrong("a finite number", $"{value}");
    }

    public float Single()
    {
        float value = BitConverter.UInt32BitsToSingle(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)));
        return float.IsFinite(value) ? value : throw Wrong("a finite number", $"{value}");
    }

    public readonly FormatException Wrong(string expected, string found) =>
        new($"Expected {expected} in the learnt habit of a wallet before byte {Length}, found {found}; learn it anew.");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (_from.Length - Length < length)
        {
            throw Wrong($"{length} more bytes", $"{_from.Length - Length}");
        }

        var taken = _from.Slice(Length, length);
        Length += length;
        return taken;
    }
}
