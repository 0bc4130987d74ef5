using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Cli.Sync;

/// <summary>A follower whose work shows as spans.</summary>
/// <param name="what">What it does with a block, such as <c>store</c>.</param>
internal sealed class TracedFollower(IChainFollower follower, string what) : IChainFollower
{
    public Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation) =>
        follower.RecentAsync(chain, count, cancellation);

    public async Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation)
    {
        using var span = BlockTrace.Of(what, blocks[0].Chain, blocks[0].Height, blocks.Count);
        span.Count(blocks);
        await follower.ApplyAsync(blocks, finalized, cancellation);
    }

    public async Task RewindAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        using var span = BlockTrace.Of($"{what} rewind", chain, height, 0);
        await follower.RewindAsync(chain, height, cancellation);
    }
}
