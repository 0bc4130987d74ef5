using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>A node whose questions about blocks are counted.</summary>
internal sealed class CountingNode(IChainNode inner, Action asked) : IChainNode
{
    public Chain Chain => inner.Chain;

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) => inner.IdentifyAsync(cancellation);

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) => inner.HeadAsync(cancellation);

    public Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation) => inner.NextHeadAsync(known, cancellation);

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) => inner.HeaderAsync(height, cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation)
    {
        asked();
        return inner.BlocksAsync(span, cancellation);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
