using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Response.Compensation.Trees;

/// <summary>The hashes of a Merkle-sum tree over several assets (SHA-256); has a buffer of its own, so each thread needs one.</summary>
/// <remarks>
/// The first byte says what is hashed, so that a leaf can never pass for a node. A node hashes the sums of <i>both</i>
/// children, not their total: with the total alone a sibling may be swapped for one with other sums (Hu, Zhang, Guo 2019).
/// Amounts are 16 bytes without a sign.
/// </remarks>
public sealed class SumTreeHasher
{
    public const int HashBytes = 32;

    private const int AmountBytes = 16;
    private const byte LeafTag = 0;
    private const byte NodeTag = 1;
    private const byte PaddingTag = 2;
    private const byte RootTag = 3;
    private const byte CustomerTag = 4;
    private const int Head = 1 + HashBytes;

    private readonly byte[] _buffer;

    public SumTreeHasher(SumTreeShape shape)
    {
        _buffer = new byte[Head + (2 * (HashBytes + (AmountBytes * shape.Assets.Count)))];
        shape.Digest.ToArray().CopyTo(_buffer, 1);
    }

    /// <summary>The customer as the tree knows them: nobody who lacks the salt can try names against it.</summary>
    public static byte[] CommitmentOf(ReadOnlySpan<byte> salt, string customer)
    {
        Span<byte> bytes = stackalloc byte[Head + PlainName.MaxLength];
        bytes[0] = CustomerTag;
        salt.CopyTo(bytes[1..Head]);
        int length = Encoding.UTF8.GetBytes(customer, bytes[Head..]);
        return SHA256.HashData(bytes[..(Head + length)]);
    }

    public void Leaf(ReadOnlySpan<byte> commitment, ReadOnlySpan<UInt128> amounts, Span<byte> hash)
    {
        commitment.CopyTo(_buffer.AsSpan(Head));
        Hash(LeafTag, WriteAmounts(amounts, Head + HashBytes), hash);
    }

    /// <summary>What stands where the tree has no customer; its sums are zero.</summary>
    public void Padding(Span<byte> hash) => Hash(PaddingTag, Head, hash);

    public void Node(ReadOnlySpan<byte> left, ReadOnlySpan<UInt128> leftSums, ReadOnlySpan<byte> right, ReadOnlySpan<UInt128> rightSums, Span<byte> hash)
    {
        left.CopyTo(_buffer.AsSpan(Head));
        int end = WriteAmounts(leftSums, Head + HashBytes);
        right.CopyTo(_buffer.AsSpan(end));
        Hash(NodeTag, WriteAmounts(rightSums, end + HashBytes), hash);
    }

    /// <summary>What is published: the top of the tree and the totals.</summary>
    public void Root(ReadOnlySpan<byte> top, ReadOnlySpan<UInt128> totals, Span<byte> hash)
    {
        top.CopyTo(_buffer.AsSpan(Head));
        Hash(RootTag, WriteAmounts(totals, Head + HashBytes), hash);
    }

    private int WriteAmounts(ReadOnlySpan<UInt128> amounts, int at)
    {
        foreach (var units in amounts)
        {
            BinaryPrimitives.WriteUInt128BigEndian(_buffer.AsSpan(at), units);
            at += AmountBytes;
        }

        return at;
    }

    private void Hash(byte tag, int length, Span<byte> hash)
    {
        _buffer[0] = tag;
        SHA256.HashData(_buffer.AsSpan(0, length), hash);
    }
}
