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
