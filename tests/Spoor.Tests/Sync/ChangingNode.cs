using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>A node that says once that it is one chain and is another from then on, as one that is started anew.</summary>
internal sealed class ChangingNode(IChainNode first, IChainNode then) : IChainNode
{
    private bool _hasSaid;

    public Chain Chain => first.Chain;

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation)
    {
        var now = _hasSaid ? then : first;
        _hasSaid = true;
        return now.IdentifyAsync(cancellation);
    }

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) => then.HeadAsync(cancellation);

    public Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation) => then.NextHeadAsync(known, cancellation);

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) => then.HeaderAsync(height, cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation) => then.BlocksAsync(span, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
