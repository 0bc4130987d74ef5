using System.Collections.Concurrent;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>The past of recipients as the nodes know it. A node that does not answer at once keeps no alert waiting: what it would have said is unknown, and said to be.</summary>
/// <param name="nodes">By chain; to be asked within <see cref="LimitsOf"/> of the same patience.</param>
/// <param name="patience">How long an alert waits; <see cref="Patience"/> where somebody waits for it.</param>
internal sealed class NodePast(IReadOnlyDictionary<ChainId, RpcClient> nodes, TimeSpan patience, TimeProvider clock) : IRecipientHistory
{
    /// <summary>How long an alert waits for a recipient's past; as long is a node that did not answer left alone, so that a fast chain keeps up beside it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly NodeRecipientHistory _nodes = new(nodes);
    private readonly ConcurrentDictionary<ChainId, DateTimeOffset> _restsUntil = [];

    /// <summary>Asked once: the next block's questions go to a stand-in.</summary>
    public static TransportLimits LimitsOf(TimeSpan patience) => new() { TimeLimit = patience, Attempts = 1, Concurrent = 4 };

    public async Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
        ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation)
    {
        if (_restsUntil.TryGetValue(chain, out var rested) && clock.GetUtcNow() < rested)
        {
            return Unanswered(addresses);
        }

        using var limit = new CancellationTokenSource(patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await _nodes.BeforeAsync(chain, addresses, block, both.Token);
        }
        catch (Exception failure) when (failure is NodeException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            _restsUntil[chain] = clock.GetUtcNow() + patience;
            return Unanswered(addresses);
        }
    }

    private static Dictionary<Address, RecipientHistory> Unanswered(IReadOnlyCollection<Address> addresses) =>
        addresses.Distinct().ToDictionary(address => address, _ => new RecipientHistory { IsUnanswered = true });
}
