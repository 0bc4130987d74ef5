using Spoor.Tracing.Engine;
using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Which addresses value can have reached: payments followed in their order, each not before the one that fed it.</summary>
/// <remarks>
/// <para>
/// Order is that of positions, never of timestamps, so a deposit forwarded in the same block is followed and a payment
/// that came before the deposit is not. Payments at one position, which only sources without positions have, may follow
/// each other both ways. Amounts play no part: reach bounds from above what any taint rule can find (law P3).
/// </para>
/// <para>
/// It is taken over the transfers given. Those of one asset answer for that asset; those of all assets of a chain let
/// value change its form at each address. On a UTXO chain the outputs of one address are taken together.
/// </para>
/// </remarks>
public static class Reach
{
    /// <summary>Reach over transfers at hand, by hops, then by arrival, then by address; seeds come with 0 hops.</summary>
    public static IReadOnlyList<ReachedAddress> From(TransferGraph graph, IReadOnlyCollection<ReachSeed> seeds, int maxHops) =>
        new ReachRun(graph, seeds).Execute(maxHops, CancellationToken.None);

    /// <summary>Reach over any store: along its payments where they are at hand, and otherwise by one read for each hop, each address's transfers read once.</summary>
    public static async Task<IReadOnlyList<ReachedAddress>> FromAsync(
        ITransferStore store, ChainId chain, IReadOnlyCollection<ReachSeed> seeds, int maxHops, CancellationToken cancellation) =>
        await AtHand.RunAsync(
            store,
            transfers => transfers.PaymentsOf(chain) is { } graph ? new ReachRun(graph, seeds).Execute(maxHops, cancellation) : null,
            () => Task.FromResult<IReadOnlyList<ReachedAddress>?>(null),
            cancellation) ?? await HopByHopAsync(store, chain, seeds, maxHops, cancellation);

    private static async Task<IReadOnlyList<ReachedAddress>> HopByHopAsync(
        ITransferStore store, ChainId chain, IReadOnlyCollection<ReachSeed> seeds, int maxHops, CancellationToken cancellation)
    {
        List<Transfer> payments = [];
        HashSet<Address> read = [];
        var reached = From(TransferGraph.Of(payments), seeds, 0);
        for (int hop = 1; hop <= maxHops; hop++)
        {
            var wanted = reached.Select(one => one.Address).Where(read.Add).ToList();
            if (wanted.Count > 0)
            {
                payments.AddRange(await PaymentsOfAsync(store, chain, wanted, cancellation));
            }

            // Even with nothing new to read: a seed reached earlier than it was given may now pay on.
            reached = From(TransferGraph.Of(payments), seeds, hop);
        }

        return reached;
    }

    private static async Task<IEnumerable<Transfer>> PaymentsOfAsync(
        ITransferStore store, ChainId chain, List<Address> payers, CancellationToken cancellation)
    {
        var asked = payers.ToHashSet();
        var transfers = await store.TransfersOfAsync(chain, payers, cancellation);
        var paid = transfers.Where(transfer => transfer.From is { } from && asked.Contains(from)).ToList();

        // A UTXO input does not say where it goes; its transaction does.
        var spending = paid.Where(transfer => transfer.Kind == TransferKind.UtxoIn).Select(transfer => transfer.Tx).Distinct().ToList();
        return spending.Count == 0 ? paid : paid.Concat(await store.TransactionsAsync(chain, spending, cancellation));
    }
}
