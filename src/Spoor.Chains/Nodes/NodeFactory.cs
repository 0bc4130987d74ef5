using Spoor.Chains.Bitcoin;
using Spoor.Chains.Evm;
using Spoor.Chains.Tron;
using Spoor.Transfers;

namespace Spoor.Chains.Nodes;

/// <summary>Opens the node of a chain, each family of chains in its own way.</summary>
public static class NodeFactory
{
    /// <param name="chain">As the registry knows it.</param>
    /// <param name="urls">http or https, the preferred one first.</param>
    /// <param name="notices">ws or wss, for notice of new blocks; null to ask again and again.</param>
    /// <param name="limits">How hard the node may be asked.</param>
    /// <param name="time">The clock of rests and rates.</param>
    /// <param name="isPrivate">Whether it is a private copy of the chain, with another first block.</param>
    /// <exception cref="FormatException">A URL is none, or no node of this family can be read.</exception>
    public static IChainNode Open(
        Chain chain, IReadOnlyList<string> urls, string? notices, TransportLimits limits, TimeProvider time, bool isPrivate = false)
    {
        var endpoints = urls.Select(NodeEndpoint.Parse).ToList();
        if (endpoints.Find(endpoint => endpoint.IsWebSocket) is { } socket)
        {
            throw new FormatException($"Expected URLs that begin with http or https for questions, found {socket}; a WebSocket only gives notice of new blocks.");
        }

        var notice = notices is null ? null : NodeEndpoint.Parse(notices);
        if (notice is { IsWebSocket: false })
        {
            throw new FormatException($"Expected a URL that begins with ws or wss for notice of new blocks, found {notice}.");
        }

        return chain.Family switch
        {
            ChainFamily.Evm => EvmNode.Open(chain, endpoints, limits, new() { Notices = notice, AcceptsOtherGenesis = isPrivate }, time),
            _ when notice is not null => throw new FormatException($"Expected an EVM chain for notice of new blocks, found {chain}, whose nodes are asked again and again."),
            _ when isPrivate => throw new FormatException($"Expected an EVM chain for a private copy, found {chain}, whose first block is always held to the public one."),
            ChainFamily.Utxo => BitcoinNode.Open(chain, endpoints, limits, new(), time),
            ChainFamily.Tron => TronNode.Open(chain, endpoints, limits, new(), time),
            _ => throw new FormatException($"Expected a chain whose nodes can be read (EVM, Bitcoin's family, Tron), found {chain}; import files instead."),
        };
    }
}
