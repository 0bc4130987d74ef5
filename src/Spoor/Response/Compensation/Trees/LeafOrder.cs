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
        order.AsSpan().Sort((left, right) => At(commitments, left).SequenceCompareTo(At(commitments, right)));
        return order;
    }

    public static ReadOnlySpan<byte> At(byte[] commitments, int customer) =>
        commitments.AsSpan(customer * SumTreeHasher.HashBytes, SumTreeHasher.HashBytes);
}
