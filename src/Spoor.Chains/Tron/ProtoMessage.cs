using System.Diagnostics.CodeAnalysis;

namespace Spoor.Chains.Tron;

/// <summary>The fields of a protobuf message, by number (https://protobuf.dev/programming-guides/encoding/).</summary>
internal sealed class ProtoMessage
{
    private readonly Dictionary<int, List<byte[]>> _parts = [];
    private readonly Dictionary<int, ulong> _numbers = [];

    private ProtoMessage()
    {
    }

    /// <summary>The last number of a field, 0 when it has none, as protobuf says.</summary>
    public long Number(int field) => unchecked((long)_numbers.GetValueOrDefault(field));

    /// <summary>The last bytes of a field, none when it has none.</summary>
    public byte[] Bytes(int field) => _parts.TryGetValue(field, out var parts) ? parts[^1] : [];

    public IReadOnlyList<byte[]> All(int field) => _parts.TryGetValue(field, out var parts) ? parts : [];

    /// <summary>Reads a message to its end; false when the bytes are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ProtoMessage? message)
    {
        message = new();
        while (!bytes.IsEmpty)
        {
            if (!TryVarint(ref bytes, out ulong key) || key >> 3 > int.MaxValue || !message.TryField((int)(key >> 3), (int)(key & 7), ref bytes))
            {
                message = null;
                return false;
            }
        }

        return true;
    }

    private bool TryField(int field, int wire, ref ReadOnlySpan<byte> bytes)
    {
        switch (wire)
        {
            case 0:
                bool isNumber = TryVarint(ref bytes, out ulong number);
                _numbers[field] = number;
                return isNumber;
            case 1:
                return TryTake(ref bytes, 8, out _);
            case 2:
                return TryVarint(ref bytes, out ulong length) && TryTake(ref bytes, length, out var part) && Add(field, part);
            case 5:
                return TryTake(ref bytes, 4, out _);
            default:
                return false;
        }
    }

    private bool Add(int field, ReadOnlySpan<byte> part)
    {
        if (!_parts.TryGetValue(field, out var parts))
        {
            _parts[field] = parts = [];
        }

        parts.Add(part.ToArray());
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> bytes, ulong length, out ReadOnlySpan<byte> part)
    {
        bool fits = length <= (ulong)bytes.Length;
        part = fits ? bytes[..(int)length] : [];
        bytes = fits ? bytes[(int)length..] : bytes;
        return fits;
    }

    private static bool TryVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < bytes.Length && i < 10; i++)
        {
            // Ten bytes hold 70 bits; the six above 64 fall away, as in every implementation.
            value |= unchecked((ulong)(bytes[i] & 0x7f) << (7 * i));
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
