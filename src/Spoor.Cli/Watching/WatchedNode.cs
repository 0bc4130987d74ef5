using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;

namespace Spoor.Cli.Watching;

/// <summary>A chain's node as a watch uses it.</summary>
/// <param name="Questions">For what is asked beside the blocks; null where the chain's nodes cannot tell. Goes the node's own way and ends with it.</param>
internal sealed record WatchedNode(IChainNode Node, RpcClient? Questions) : IAsyncDisposable
{
    /// <summary>Its endpoints as they may be shown, the preferred one first.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>First block for a data folder that has none of the chain; null for the head.</summary>
    public long? From { get; init; }

    /// <summary>For what an address was before a block, while an alert waits; null where the chain's nodes cannot tell.</summary>
    public RpcClient? Past { get; init; }

    /// <summary>The way those questions go.</summary>
    public INodeTransport? PastWay { get; init; }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        if (PastWay is not null)
        {
            await PastWay.DisposeAsync();
        }
    }
}
