using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>A node that lies: its headers and first blocks are of one branch, its blocks from a height on are of another.</summary>
internal sealed class MixedNode(IChainNode one, IChainNode other, long from) : IChainNode
{
    public Chain Chain => one.Chain;

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) => one.IdentifyAsync(cancellation);

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) => one.HeadAsync(cancellation);

    public Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation) => one.NextHeadAsync(known, cancellation);

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) => one.HeaderAsync(height, cancellation);

    public async Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation)
    {
        var mine = await one.BlocksAsync(span, cancellation);
        var foreign = await other.BlocksAsync(span, cancellation);
        return [.. mine.Zip(foreign, (left, right) => left.Height < from ? left : right)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
