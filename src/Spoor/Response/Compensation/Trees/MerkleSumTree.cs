namespace Spoor.Response.Compensation.Trees;

/// <summary>A Merkle tree whose nodes carry sums by asset: the totals cannot be published too small, and each customer checks their own leaf.</summary>
/// <remarks>
/// Maxwell's summation tree (2013) with the corrections of Hu et al. (2019) and Chalkias et al. (DAPOL, 2020): both
/// children's sums are hashed, amounts have no sign, sums that overflow are refused, leaves stand in the order of a salted
/// hash. It is filled up to a power of two with leaves that are promised nothing. Threads share the hashing; each result
/// has its place, so the tree is the same whatever their order.
/// </remarks>
public sealed class MerkleSumTree
{
    private readonly SumTreeShape _shape;
    private readonly IReadOnlyList<SumTreeLevel> _levels;
    private readonly int[] _customers;
    private readonly CustomerSalts _salts;
    private readonly IReadOnlyList<string> _names;

    private MerkleSumTree(SumTreeShape shape, IReadOnlyList<SumTreeLevel> levels, int[] customers, CustomerSalts salts, IReadOnlyList<string> names)
    {
        _shape = shape;
        _levels = levels;
        _customers = customers;
        _salts = salts;
        _names = names;
        Root = RootOf();
    }

    public SumTreeRoot Root { get; }

    /// <param name="pledges">What each customer is promised, by asset.</param>
    /// <exception cref="OverflowException">The sums of an asset reach 2^128.</exception>
    public static MerkleSumTree Build(SumTreeShape shape, IReadOnlyList<string> customers, IReadOnlyList<ReadOnlyMemory<UInt128>> pledges, CustomerSalts salts)
    {
        RefuseOverflow(pledges);
        byte[] commitments = LeafOrder.Commitments(customers, salts);
        int[] order = LeafOrder.Of(commitments);
        var levels = new List<SumTreeLevel> { SumTreeLevel.OfLeaves(shape, order, commitments, pledges) };
        while (levels.Count <= shape.Depth)
        {
            levels.Add(levels[^1].Above());
        }

        return new(shape, levels, order, salts, customers);
    }

    /// <param name="customer">Its place among the customers the tree was built of.</param>
    public CustomerProof ProofOf(int customer)
    {
        int index = Array.IndexOf(_customers, customer);
        var path = new List<ProofStep>(_shape.Depth);
        for (int level = 0; level < _shape.Depth; level++)
        {
            path.Add(_levels[level].StepAt((index >> level) ^ 1));
        }

        return new()
        {
            Customer = _names[customer],
            Amounts = _levels[0].StepAt(index).Sums,
            Salt = Convert.ToHexStringLower(_salts.Of(_names[customer])),
            Index = index,
            Path = path,
            Root = Root,
        };
    }

    // Before the threads begin: once the totals fit, every sum below them does.
    private static void RefuseOverflow(IReadOnlyList<ReadOnlyMemory<UInt128>> pledges)
    {
        foreach (var column in pledges)
        {
            var sum = UInt128.Zero;
            foreach (var units in column.Span)
            {
                sum = checked(sum + units);
            }
        }
    }

    private SumTreeRoot RootOf()
    {
        var top = _levels[^1].StepAt(0);
        byte[] hash = new byte[SumTreeHasher.HashBytes];
        new SumTreeHasher(_shape).Root(Convert.FromHexString(top.Hash), [.. top.Sums.Select(sum => sum.Units)], hash);
        return new(_shape, top.Sums, Convert.ToHexStringLower(hash));
    }
}
