using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Storage.Index.Building;

/// <summary>Kind and bytes of an address in 24 bytes; the few longer ones lie in a list beside.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct AddressKey
{
    internal const int MaxBytes = 1 + Address.MaxBytes;

    private const int Inline = 23;
    private const byte Outside = 0xff;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;

    private AddressKey(ReadOnlySpan<byte> cells)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(cells);
        (_a, _b, _c) = (words[0], words[1], words[2]);
    }

    internal static AddressKey Of(ReadOnlySpan<byte> key, List<byte[]> longKeys)
    {
        Span<byte> cells = stackalloc byte[Inline + 1];
        cells.Clear();
        if (key.Length <= Inline)
        {
            cells[0] = (byte)key.Length;
            key.CopyTo(cells[1..]);
            return new(cells);
        }

        cells[0] = Outside;
        MemoryMarshal.Write(cells[8..], longKeys.Count);
        longKeys.Add(key.ToArray());
        return new(cells);
    }

    internal bool Is(ReadOnlySpan<byte> key, List<byte[]> longKeys)
    {
        int length = unchecked((byte)_a);
        return length == key.Length
            ? MemoryMarshal.AsBytes(new ReadOnlySpan<AddressKey>(in this)).Slice(1, length).SequenceEqual(key)
            : length == Outside && longKeys[(int)_b].AsSpan().SequenceEqual(key);
    }

    internal ReadOnlySpan<byte> Write(Span<byte> room, List<byte[]> longKeys)
    {
        byte length = unchecked((byte)_a);
        if (length == Outside)
        {
            return longKeys[(int)_b];
        }

        MemoryMarshal.Write(room, _a >> 8);
        MemoryMarshal.Write(room[7..], _b);
        MemoryMarshal.Write(room[15..], _c);
        return room[..length];
    }
}
