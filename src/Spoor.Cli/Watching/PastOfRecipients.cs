using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>What is known of an address before a block, from the store and, where the chain has one, from the node.</summary>
/// <remarks>A node that does not answer keeps no alert waiting: what it would have said is unknown.</remarks>
internal sealed class PastOfRecipients(ITransferStore store, IReadOnlyList<WatchedNode> nodes) : IRecipientHistory
{
    private readonly NodeRecipientHistory _nodes = new(
        nodes.Where(node => node.Questions is not null).ToDictionary(node => node.Node.Chain.Id, node => node.Questions!));

    public async Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
        ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation)
    {
        var asked = FromNodeAsync(chain, addresses, block, cancellation);
        var head = (await store.HeadsAsync(cancellation)).FirstOrDefault(known => known.Chain == chain);
        var transfers = await store.TransfersOfAsync(chain, addresses, cancellation);
        var byNode = await asked;
        return addresses.ToDictionary(address => address, address =>
        {
            var before = transfers.Where(transfer => transfer.Position.Block < block && (transfer.From == address || transfer.To == address)).ToList();
            return byNode.GetValueOrDefault(address, RecipientHistory.Unknown) with
            {
                Movements = head is null ? null : before.Count,
                First = before.Count == 0 ? null : before.Min(transfer => transfer.Time),
                KnownFrom = head?.First,
            };
        });
    }

    private async Task<IReadOnlyDictionary<Address, RecipientHistory>> FromNodeAsync(
        ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation)
    {
        try
        {
            return await _nodes.BeforeAsync(chain, addresses, block, cancellation);
        }
        catch (NodeException)
        {
            return new Dictionary<Address, RecipientHistory>();
        }
    }
}
