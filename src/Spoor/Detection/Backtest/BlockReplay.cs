using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>Transfers at rest as the blocks in which they once came.</summary>
/// <remarks>
/// Within a chain the order is that of positions. Chains are laid side by side by the time of their blocks. Where a
/// source states no block, each transaction becomes a block of its own by time, and the chain is numbered from 1.
/// </remarks>
public sealed record BlockReplay
{
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Transactions whose block the source does not state, by chain: their place is by time, then as the source lists them.</summary>
    public required IReadOnlyDictionary<ChainId, int> Unplaced { get; init; }

    public static BlockReplay Of(IEnumerable<Transfer> transfers)
    {
        var chains = transfers.GroupBy(transfer => transfer.Chain).OrderBy(chain => chain.Key).Select(chain => chain.ToList()).ToList();
        var unplaced = chains.Select(chain => (Chain: chain[0].Chain, Count: chain.Where(IsUnplaced).Select(transfer => transfer.Tx).Distinct().Count()));
        return new()
        {
            Blocks = [.. chains.SelectMany(BlocksOf).OrderBy(block => block.Came).ThenBy(block => block.Block.Chain).ThenBy(block => block.Block.Height).Select(block => block.Block)],
            Unplaced = unplaced.Where(chain => chain.Count > 0).ToDictionary(chain => chain.Chain, chain => chain.Count),
        };
    }

    // The import keeps what has no stated block before all blocks, at height 0.
    private static bool IsUnplaced(Transfer transfer) => transfer.Position.Block == 0;

    // A block cannot come before the one it stands on, whatever its clock says.
    private static IEnumerable<(DateTimeOffset Came, Block Block)> BlocksOf(List<Transfer> chain)
    {
        var came = DateTimeOffset.MinValue;
        foreach (var block in chain.Exists(IsUnplaced) ? Numbered(chain) : Stated(chain))
        {
            came = block.Time > came ? block.Time : came;
            yield return (came, block);
        }
    }

    private static IEnumerable<Block> Stated(List<Transfer> chain) => chain
        .GroupBy(transfer => transfer.Position.Block)
        .OrderBy(block => block.Key)
        .Select(block => Made(block.Key, block));

    private static IEnumerable<Block> Numbered(List<Transfer> chain) => chain
        .GroupBy(transfer => (transfer.Position.Block, Tx: IsUnplaced(transfer) ? transfer.Tx : default))
        .OrderBy(block => block.Min(transfer => transfer.Time))
        .ThenBy(block => block.Min(transfer => transfer.Position))
        .ThenBy(block => block.Key.Tx)
        .Select((block, i) => Made(i + 1, block.Select(transfer => transfer with { Position = transfer.Position with { Block = i + 1 } })));

    private static Block Made(long height, IEnumerable<Transfer> transfers)
    {
        var ordered = transfers.Order(TransferOrder.Instance).ToList();
        return new()
        {
            Chain = ordered[0].Chain,
            Height = height,
            Time = ordered.Max(transfer => transfer.Time),
            Transfers = ordered,
            // Files of transfers tell nothing of the receipts that a node would show.
            Gaps = BlockGaps.Receipts,
        };
    }
}
