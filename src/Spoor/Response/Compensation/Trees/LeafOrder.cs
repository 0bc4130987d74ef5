using System.Buffers.Binary;

namespace Spoor.Response.Compensation.Trees;

/// <summary>Where each customer stands among the leaves: by the salted hash of their name, so that a neighbour says nothing about anybody.</summary>
internal static class LeafOrder
{
    /// <summary>32 bytes for each customer, one behind the other.</summary>
    public static byte[] Commitments(IReadOnlyList<string> customers, CustomerSalts salts)
    {
        byte[] commitments = new byte[(long)customers.Count * SumTreeHasher.HashBytes];
        Parallel.For(0, customers.Count, place =>
            SumTreeHasher.CommitmentOf(salts.Of(customers[place]), customers[place]).CopyTo(commitments, (long)place * SumTreeHasher.HashBytes));
        return commitments;
    }

    /// <summary>Customers in the order of their commitments.</summary>
    public static int[] Of(byte[] commitments)
    {
        int[] order = [.. Enumerable.Range(0, commitments.Length / SumTreeHasher.HashBytes)];
        UInt128[] heads = [.. order.Select(customer => BinaryPrimitives.ReadUInt128BigEndian(At(commitments, customer)))];
        Array.Sort(heads, order);
        RefuseEqual(heads);
        return order;
    }

    // Sixteen bytes of SHA-256 that two customers share would be a broken hash or one customer twice; their order would be by chance.
    private static void RefuseEqual(UInt128[] heads)
    {
        for (int place = 1; place < heads.Length; place++)
        {
            if (heads[place] == heads[place - 1])
            {
                throw new ArgumentException("Expected each customer once in a tree, found one twice.");
            }
        }
    }

    public static ReadOnlySpan<byte> At(byte[] commitments, int customer) =>
        commitments.AsSpan(customer * SumTreeHasher.HashBytes, SumTreeHasher.HashBytes);
}
