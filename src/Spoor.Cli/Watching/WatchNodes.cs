using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Opens the node of a chain of any family that Spoor follows.</summary>
internal static class WatchNodes
{
    /// <param name="endpoints">Of the same chain, the preferred one first; those that begin with ws give notice of new heads.</param>
    /// <param name="isPrivate">Whether it is a private copy of the chain, with another first block.</param>
    /// <exception cref="FormatException">No endpoint to ask, or a chain that cannot be followed.</exception>
    public static WatchedNode Open(Chain chain, IReadOnlyList<NodeEndpoint> endpoints, bool isPrivate, TimeProvider clock)
    {
        NodeEndpoint[] asked = [.. endpoints.Where(endpoint => !endpoint.IsWebSocket)];
        if (asked.Length == 0)
        {
            throw new FormatException($"--rpc: expected an http or https endpoint of {chain}, found only those that give notice.");
        }

        if (chain.Family != ChainFamily.Evm)
        {
            throw new FormatException($"--rpc: expected an EVM chain, found {chain}.");
        }

        var settings = new EvmNodeSettings { Notices = endpoints.FirstOrDefault(endpoint => endpoint.IsWebSocket), AcceptsOtherGenesis = isPrivate };
        return new(EvmNode.Open(chain, asked, new(), settings, clock), new RpcClient(new HttpTransport(asked, new(), clock)));
    }
}
