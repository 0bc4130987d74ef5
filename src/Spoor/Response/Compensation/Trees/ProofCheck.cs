using Spoor.Transfers;

namespace Spoor.Response.Compensation.Trees;

/// <summary>Whether a proof leads from a customer's line to its root; needs nothing but the proof.</summary>
public static class ProofCheck
{
    /// <summary>What is wrong with it; null where it holds.</summary>
    public static string? FaultOf(CustomerProof proof)
    {
        var shape = proof.Root.Shape;
        if (proof.Index >= shape.Leaves || proof.Path.Count != shape.Depth)
        {
            return $"a tree of {shape.Leaves} customers has the leaves 0 to {shape.Leaves - 1} and {shape.Depth} steps to its top; "
                + $"the proof is of leaf {proof.Index} with {proof.Path.Count} steps";
        }

        var hasher = new SumTreeHasher(shape);
        byte[] hash = new byte[SumTreeHasher.HashBytes];
        UInt128[] sums = [.. proof.Amounts.Select(amount => amount.Units)];
        hasher.Leaf(SumTreeHasher.CommitmentOf(Convert.FromHexString(proof.Salt), proof.Customer), sums, hash);
        for (int level = 0; level < proof.Path.Count; level++)
        {
            if (!TryClimb(hasher, proof.Path[level], ((proof.Index >> level) & 1) == 1, hash, sums))
            {
                return $"the sums of step {level + 1} exceed 2^128 units";
            }
        }

        return FaultOfTop(hasher, hash, sums, proof.Root);
    }

    /// <summary>In what a published root differs from the one of a proof that holds; null where it is the same.</summary>
    /// <remarks>The hash is of the top, the totals and the shape, and the top is not published: that a root's own totals belong to its hash shows only beside a proof.</remarks>
    public static string? DifferenceOf(SumTreeRoot proven, SumTreeRoot published)
    {
        if (proven.Hash != published.Hash)
        {
            return $"the proof leads to the root {proven.Hash}, the published one is {published.Hash}";
        }

        var (shape, stated) = (proven.Shape, published.Shape);
        if ((stated.Incident, stated.Leaves) != (shape.Incident, shape.Leaves) || !stated.Assets.SequenceEqual(shape.Assets))
        {
            return $"the published root is said to be of {stated.Leaves} customers of {stated.Incident} in {NamesOf(stated)}, its hash is of {shape.Leaves} of {shape.Incident} in {NamesOf(shape)}";
        }

        int other = Enumerable.Range(0, proven.Totals.Count).FirstOrDefault(asset => proven.Totals[asset] != published.Totals[asset], -1);
        return other < 0 ? null : $"the published root states a total of {published.Totals[other]} units of {shape.Assets[other].Code}, its hash is of {proven.Totals[other]}";
    }

    private static string NamesOf(SumTreeShape shape) => string.Join(", ", shape.Assets.Select(asset => asset.Code));

    private static bool TryClimb(SumTreeHasher hasher, ProofStep step, bool isRight, byte[] hash, UInt128[] sums)
    {
        byte[] sibling = Convert.FromHexString(step.Hash);
        UInt128[] siblings = [.. step.Sums.Select(sum => sum.Units)];
        if (isRight)
        {
            hasher.Node(sibling, siblings, hash, sums, hash);
        }
        else
        {
            hasher.Node(hash, sums, sibling, siblings, hash);
        }

        for (int asset = 0; asset < sums.Length; asset++)
        {
            if (siblings[asset] > UInt128.MaxValue - sums[asset])
            {
                return false;
            }

            sums[asset] += siblings[asset];
        }

        return true;
    }

    private static string? FaultOfTop(SumTreeHasher hasher, byte[] top, UInt128[] sums, SumTreeRoot root)
    {
        for (int asset = 0; asset < sums.Length; asset++)
        {
            if (root.Totals[asset] != new Amount(sums[asset]))
            {
                return $"the way leads to a total of {sums[asset]} units of {root.Shape.Assets[asset].Code}, the root states {root.Totals[asset]}";
            }
        }

        byte[] hash = new byte[SumTreeHasher.HashBytes];
        hasher.Root(top, sums, hash);
        string found = Convert.ToHexStringLower(hash);
        return found == root.Hash ? null : $"the way leads to the root {found}, the proof states {root.Hash}";
    }
}
