namespace Spoor.Chains.Tron;

/// <summary>Writes fields of a protobuf message as java-tron does: in order of number, defaults left out (https://protobuf.dev/programming-guides/encoding/).</summary>
internal sealed class ProtoWriter
{
    private const int Varint = 0;
    private const int Delimited = 2;

    private readonly List<byte> _bytes = [];

    public ProtoWriter Number(int field, long value)
    {
        if (value != 0)
        {
            Write((ulong)((field << 3) | Varint));
            Write(unchecked((ulong)value));
        }

        return this;
    }

    public ProtoWriter Bytes(int field, byte[]? value)
    {
        if (value is { Length: > 0 })
        {
            Write((ulong)((field << 3) | Delimited));
            Write((ulong)value.Length);
            _bytes.AddRange(value);
        }

        return this;
    }

    public byte[] ToArray() => [.. _bytes];

    private void Write(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Add((byte)((value & 0x7f) | 0x80));
        }

        _bytes.Add((byte)value);
    }
}
