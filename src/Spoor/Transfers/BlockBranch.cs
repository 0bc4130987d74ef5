namespace Spoor.Transfers;

/// <summary>The rule by which a follower takes blocks: each stands on the one before, the first on the tip.</summary>
public static class BlockBranch
{
    /// <summary>The blocks above the tip; those at or below it are held already and must be the same.</summary>
    /// <param name="tip">Null for a follower that stands nowhere: it takes any first block.</param>
    /// <param name="hashAt">The hash of the block held at a height; null where none is.</param>
    /// <exception cref="ArgumentException">A block lacks its hash, is of another chain, or does not stand on the one before.</exception>
    public static IReadOnlyList<Block> Above(BlockHeader? tip, IReadOnlyList<Block> blocks, Func<long, TxHash?> hashAt)
    {
        List<Block> above = [];
        var last = tip;
        foreach (var block in blocks)
        {
            block.RefuseStrangers();
            var header = block.Header ?? throw new ArgumentException($"Block {block.Height} of {block.Chain} was offered without its hash.");
            if (tip is not null && header.Chain == tip.Chain && header.Height <= tip.Height && hashAt(header.Height) == header.Hash)
            {
                continue;
            }

            if (last is not null && (header.Chain != last.Chain || header.Height != last.Height + 1 || header.Parent != last.Hash))
            {
                throw new ArgumentException(
                    $"Block {header.Height} ({header.Hash}, parent {header.Parent}) of {header.Chain} does not stand on block {last.Height} "
                    + $"({last.Hash}) of {last.Chain}; go back to the block both branches share first.");
            }

            above.Add(block);
            last = header;
        }

        return above;
    }
}
