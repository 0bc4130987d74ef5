using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>A node that refuses to give more than so many blocks at once, or for another reason.</summary>
internal sealed class FailingNode(IChainNode inner, int mostBlocks, Exception? reason = null) : IChainNode
{
    public Chain Chain => inner.Chain;

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) => inner.IdentifyAsync(cancellation);

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) => inner.HeadAsync(cancellation);

    public Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation) => inner.NextHeadAsync(known, cancellation);

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) => inner.HeaderAsync(height, cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation) =>
        span.Count <= mostBlocks ? inner.BlocksAsync(span, cancellation) : throw new NodeException("Too many blocks.", reason ?? new NodeAnswerException("Too many."));

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
