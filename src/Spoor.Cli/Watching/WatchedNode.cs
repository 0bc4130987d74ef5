using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;

namespace Spoor.Cli.Watching;

/// <summary>A chain's node as a watch uses it.</summary>
/// <param name="Questions">For what an address was before a block; null where the chain's nodes cannot tell.</param>
internal sealed record WatchedNode(IChainNode Node, RpcClient? Questions)
{
    /// <summary>First block for a data folder that has none of the chain; null for the head.</summary>
    public long? From { get; init; }
}
