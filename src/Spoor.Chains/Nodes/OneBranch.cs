using Spoor.Transfers;

namespace Spoor.Chains.Nodes;

/// <summary>Holds blocks that came in several answers to be of one branch.</summary>
internal static class OneBranch
{
    /// <exception cref="NodeAnswerException">The second does not stand on the first.</exception>
    public static void Hold(BlockHeader below, BlockHeader block)
    {
        if (block.Parent != below.Hash)
        {
            throw new NodeAnswerException(
                $"Block {block.Height} has parent {Of(block, block.Parent)}, block {below.Height} has hash {Of(below, below.Hash)}; a block was replaced between two answers");
        }
    }

    private static string Of(BlockHeader block, TxHash? hash) => hash?.Render(block.Chain) ?? "none";
}
