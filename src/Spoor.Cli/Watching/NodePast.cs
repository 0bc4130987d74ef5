using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>The past of recipients as the nodes know it. A node that does not answer keeps no alert waiting: what it would have said is unknown.</summary>
internal sealed class NodePast(IReadOnlyList<WatchedNode> nodes) : IRecipientHistory
{
    private readonly NodeRecipientHistory _nodes = new(
        nodes.Where(node => node.Questions is not null).ToDictionary(node => node.Node.Chain.Id, node => node.Questions!));

    public async Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
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
