using System.Buffers;
using System.Buffers.Binary;

namespace Spoor.Detection.Baselines;

/// <summary>Writes what was learnt as bytes: little-endian, whole numbers short where they are small.</summary>
internal ref struct StateWriter(IBufferWriter<byte> to)
{
    private readonly IBufferWriter<byte> _to = to;

    public readonly void Byte(byte value)
    {
        _to.GetSpan(1)[0] = value;
        _to.Advance(1);
    }

    public readonly void Count(int value) => Long(value);

    /// <summary>Seven bits a byte, the lowest first, as LEB128; never negative.</summary>
    public readonly void Long(long value)
    {
        var bytes = _to.GetSpan(10);
        ulong rest = (ulong)value;
        int length = 0;
        while (rest >= 0x80)
        {
            bytes[length++] = (byte)((rest & 0x7F) | 0x80);
            rest >>= 7;
        }

        bytes[length++] = (byte)rest;
        _to.Advance(length);
    }

    public readonly void Word(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_to.GetSpan(8), value);
        _to.Advance(8);
    }

    public readonly void Real(double value) => Word(BitConverter.DoubleToUInt64Bits(value));

    public readonly void Single(float value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_to.GetSpan(4), BitConverter.SingleToUInt32Bits(value));
        _to.Advance(4);
    }
}
