using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Opens the node of a chain of any family that Spoor follows.</summary>
internal static class WatchNodes
{
    /// <param name="urls">Of the same chain, the preferred one first.</param>
    /// <param name="notices">Where the node gives notice of new blocks; null to ask again and again.</param>
    /// <param name="isPrivate">Whether it is a private copy of the chain, with another first block.</param>
    /// <exception cref="FormatException">A URL is none, or no node of this family can be read.</exception>
    public static WatchedNode Open(Chain chain, IReadOnlyList<string> urls, string? notices, bool isPrivate, TimeProvider clock) =>
        Open(chain, urls, notices, isPrivate, NodePast.Patience, clock);

    /// <param name="patience">How long the node may take to tell the past of a recipient.</param>
    /// <exception cref="FormatException">A URL is none, or no node of this family can be read.</exception>
    public static WatchedNode Open(Chain chain, IReadOnlyList<string> urls, string? notices, bool isPrivate, TimeSpan patience, TimeProvider clock)
    {
        if (chain.Family != ChainFamily.Evm)
        {
            return new(NodeFactory.Open(chain, urls, notices, new(), clock, isPrivate), Questions: null);
        }

        NodeEndpoint[] endpoints = [.. urls.Select(NodeEndpoint.Parse)];
        var settings = new EvmNodeSettings { Notices = notices is null ? null : NodeEndpoint.Parse(notices), AcceptsOtherGenesis = isPrivate };
        var transport = EvmNode.Transport(chain, endpoints, new(), isPrivate, clock);
        var past = EvmNode.Transport(chain, endpoints, NodePast.LimitsOf(patience), isPrivate, clock);
        return new(new EvmNode(chain, transport, settings, clock), new RpcClient(transport)) { Past = new(past), PastWay = past };
    }
}
