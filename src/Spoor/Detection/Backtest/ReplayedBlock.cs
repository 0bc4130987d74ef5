using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>A block as a watch was shown it, and what the watch told of it.</summary>
/// <param name="Order">From 0, over all chains.</param>
public sealed record ReplayedBlock(int Order, Block Block, IReadOnlyList<AlertNotice> Notices)
{
    /// <summary>Shows a watch block after block, as if it were live: of a recipient's past only what the blocks before had shown.</summary>
    /// <param name="stated">What a node would have told of an address before it first moves in the blocks.</param>
    public static IEnumerable<ReplayedBlock> Show(IReplayedWatch watch, IReadOnlyList<Block> blocks, IReadOnlyDictionary<AccountOnChain, RecipientHistory> stated)
    {
        var history = new ReplayHistory(stated);
        for (int i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var told = watch.Apply(block, history.Before(block, watch.Unfamiliar(block)));
            history.Enter(block);
            yield return new(i, block, told);
        }
    }
}
