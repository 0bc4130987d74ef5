namespace Spoor.Transfers;

/// <content>The store as a follower of chains: which blocks it stands on, and the way back.</content>
public sealed partial class MemoryTransferStore
{
    private readonly Dictionary<ChainId, List<BlockHeader>> _branches = [];

    public Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<BlockHeader>>([.. BranchOf(chain).AsEnumerable().Reverse().Take(count)]);
    }

    public async Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var branch = BranchOf(blocks[0].Chain);
        foreach (var block in BlockBranch.Above(branch.Count > 0 ? branch[^1] : null, blocks, height => HashAt(branch, height)))
        {
            await AppendAsync(block, CancellationToken.None);
            branch.Add(block.Header!);
            _bridgeLegs.AddRange(block.Bridges);
        }
    }

    public Task RewindAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (BranchOf(chain) is [.., var tip] && tip.Height > height && _chains.TryGetValue(chain, out var history))
        {
            // What lies above the tip came from files and has nothing to do with this branch.
            foreach (var transfer in history.Unwind(height).Where(transfer => transfer.Position.Block > tip.Height))
            {
                history.Add(transfer);
            }

            history.Settle();
        }

        Forget(chain, height);
        return Task.CompletedTask;
    }

    private static TxHash? HashAt(List<BlockHeader> branch, long height) =>
        branch.Count > 0 && height >= branch[0].Height ? branch[(int)(height - branch[0].Height)].Hash : null;

    private void Forget(ChainId chain, long height)
    {
        BranchOf(chain).RemoveAll(header => header.Height > height);
        _bridgeLegs.RemoveAll(leg => leg.Chain == chain && leg.Position.Block > height);
    }

    private List<BlockHeader> BranchOf(ChainId chain)
    {
        if (!_branches.TryGetValue(chain, out var branch))
        {
            _branches[chain] = branch = [];
        }

        return branch;
    }
}
