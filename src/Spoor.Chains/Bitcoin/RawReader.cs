using System.Buffers.Binary;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Goes through bytes in Bitcoin's serialisation; past their end it fails once and for all and yields zeros.</summary>
internal ref struct RawReader(ReadOnlySpan<byte> bytes)
{
    private static readonly byte[] Nothing = new byte[TxHash.Bytes];

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; private set; }

    public bool HasFailed { get; private set; }

    public readonly int Peek(int offset) => At + offset < _bytes.Length ? _bytes[At + offset] : -1;

    public void Skip(int count) => _ = Take(count);

    public ReadOnlySpan<byte> Take(int count)
    {
        if (HasFailed || count > _bytes.Length - At)
        {
            HasFailed = true;
            return Nothing.AsSpan(0, Math.Min(count, Nothing.Length));
        }

        At += count;
        return _bytes.Slice(At - count, count);
    }

    public TxHash Hash() => Shown(Take(TxHash.Bytes));

    /// <summary>A CompactSize that counts things of at least so many bytes; more than the bytes can hold is a failure.</summary>
    public int Count(int smallest)
    {
        byte first = Take(1)[0];
        ulong count = first switch
        {
            0xfd => BinaryPrimitives.ReadUInt16LittleEndian(Take(2)),
            0xfe => BinaryPrimitives.ReadUInt32LittleEndian(Take(4)),
            0xff => BinaryPrimitives.ReadUInt64LittleEndian(Take(8)),
            _ => first,
        };
        HasFailed = HasFailed || count > (ulong)((_bytes.Length - At) / smallest);
        return HasFailed ? 0 : (int)count;
    }

    /// <summary>A hash as people and nodes write it: the bytes in reverse.</summary>
    public static TxHash Shown(ReadOnlySpan<byte> hash)
    {
        Span<byte> reversed = stackalloc byte[TxHash.Bytes];
        hash.CopyTo(reversed);
        reversed.Reverse();
        return TxHash.FromBytes(reversed);
    }
}
