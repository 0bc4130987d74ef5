using Spoor.Tracing.Engine;
using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>What must and what can have ended at each destination of a trace, whatever rule divides mixed money.</summary>
/// <remarks>
/// <para>
/// Every way of dividing that neither makes nor loses a stolen unit is a flow through the payments in their order, with
/// their amounts, and with the balances between them, as room. The most that can end at a destination is the maximum flow
/// to it; the least is the theft less the maximum flow to everywhere else (docs/methods/bounds.md).
/// </para>
/// <para>
/// They are taken over what the trace followed, and over what another rule would have followed from there; where the trace
/// stopped, value ends. All thefts of one asset are taken together.
/// </para>
/// </remarks>
public sealed record TaintBounds
{
    /// <summary>How many ways from place to place are weighed; beyond, bounds are left out.</summary>
    public const int MaxMovements = 25_000;

    private readonly Dictionary<(AssetId, Address?), AmountBounds> _byDestination;

    private TaintBounds(IReadOnlyList<DestinationBounds> destinations, IReadOnlyList<AssetId> swapped, BoundsGap? gap)
    {
        (Destinations, Swapped, Gap) = (destinations, swapped, gap);
        _byDestination = destinations.ToDictionary(one => (one.Asset, one.Address), one => one.Bounds);
    }

    /// <summary>By asset, then by the most that can be there, largest first; those at which nothing can have ended are absent.</summary>
    public IReadOnlyList<DestinationBounds> Destinations { get; }

    /// <summary>Assets without bounds, in order: the trace follows value into them or out of them through a swap, or cut outputs off by their amount.</summary>
    public IReadOnlyList<AssetId> Swapped { get; }

    /// <summary>Why there are none; null where there are.</summary>
    public BoundsGap? Gap { get; }

    /// <summary>The bounds of one destination; null where bounds are left out.</summary>
    public AmountBounds? Of(AssetId asset, Address? address) =>
        Gap is null && !Swapped.Contains(asset) ? _byDestination.GetValueOrDefault((asset, address)) : null;

    /// <summary>Destinations that the trace does not list: its rule leaves nothing there, another one may.</summary>
    public IReadOnlyList<DestinationBounds> BeyondOf(Trace trace)
    {
        var listed = trace.Holdings.Select(holding => (holding.Asset, holding.Address)).ToHashSet();
        return [.. Destinations.Where(one => !listed.Contains((one.Asset, one.Address)))];
    }

    /// <summary>Bounds of a trace over transfers that are at hand.</summary>
    public static TaintBounds Of(
        IInstantTransfers transfers, Trace trace, int maxMovements = MaxMovements, CancellationToken cancellation = default)
    {
        var transactions = new Dictionary<(ChainId, TxHash), IReadOnlyList<Transfer>>();
        foreach (var claim in trace.Request.Claims.OfType<TheftClaim.ByTransaction>())
        {
            transactions[(claim.Chain, claim.Tx)] = transfers.TransactionOf(claim.Chain, claim.Tx);
        }

        var histories = new InstantHistories(transfers, trace.Request);
        return Draw(trace, histories, transactions, maxMovements, cancellation) is { } drawn ? Weigh(drawn, cancellation) : new([], [], BoundsGap.TooLarge);
    }

    /// <summary>Bounds of a trace over any store; what the trace read is read again, in one call where that is enough.</summary>
    public static Task<TaintBounds> OfAsync(ITransferStore store, Trace trace, CancellationToken cancellation) =>
        AtHand.RunAsync(
            store, transfers => Of(transfers, trace, MaxMovements, cancellation), () => FetchAsync(store, trace, cancellation), cancellation);

    private static async Task<TaintBounds> FetchAsync(ITransferStore store, Trace trace, CancellationToken cancellation)
    {
        var transactions = new Dictionary<(ChainId, TxHash), IReadOnlyList<Transfer>>();
        foreach (var claim in trace.Request.Claims.OfType<TheftClaim.ByTransaction>())
        {
            transactions[(claim.Chain, claim.Tx)] = await store.TransactionsAsync(claim.Chain, [claim.Tx], cancellation);
        }

        var histories = new FetchedHistories(store, trace.Request);
        Want(trace, histories);
        while (true)
        {
            await histories.FetchAsync(cancellation);
            if (Draw(trace, histories, transactions, MaxMovements, cancellation) is not { } drawn)
            {
                return new([], [], BoundsGap.TooLarge);
            }

            if (histories.Wanted == 0)
            {
                return Weigh(drawn, cancellation);
            }
        }
    }

    // All that the trace followed, so that it need not be found again hop by hop.
    private static void Want(Trace trace, FetchedHistories histories)
    {
        foreach (var holding in trace.Holdings.Where(holding => holding.Address is not null && !(holding.Held + holding.Sent).IsZero))
        {
            histories.Of(new(holding.Address!.Value, holding.Asset));
        }

        bool forward = trace.Request.Direction == TraceDirection.Out;
        foreach (var transfer in trace.Transfers.Select(traced => traced.Transfer).Where(transfer => transfer.Output is not null))
        {
            if (transfer.Kind == (forward ? TransferKind.UtxoIn : TransferKind.UtxoOut))
            {
                histories.NextOf(transfer.Chain, transfer.Output!.Value);
            }
        }
    }

    private static NetworkContext? Draw(
        Trace trace, IHistories histories, Dictionary<(ChainId, TxHash), IReadOnlyList<Transfer>> transactions, int maxMovements, CancellationToken cancellation)
    {
        if (trace.Transfers.Count > maxMovements)
        {
            return null;
        }

        var context = new NetworkContext(trace, histories, ClaimedThefts.Resolve(trace.Request, histories, transactions));
        return new NetworkRun(context).TryDraw(maxMovements, cancellation) ? context : null;
    }

    private static TaintBounds Weigh(NetworkContext drawn, CancellationToken cancellation)
    {
        List<AssetId> swapped = [.. SwappedIn(drawn.Trace).Concat(drawn.Swapped).Concat(CutIn(drawn.Trace)).Distinct().Order()];
        var ends = drawn.Ends.Destinations.Where(end => !swapped.Contains(end.Key.Asset)).OrderBy(end => end.Value).ToList();
        var least = Weighing.Least(drawn.Network, ends.Select(end => end.Value), cancellation);
        var most = Weighing.Most(drawn.Network, ends.Select(end => end.Value), cancellation);
        var destinations = ends.Select((end, i) => new DestinationBounds(end.Key.Asset, end.Key.Address, new(least[i], most[i])));

        return new(
            [
                .. destinations.Where(one => !one.Bounds.Upper.IsZero)
                    .OrderBy(one => one.Asset)
                    .ThenByDescending(one => one.Bounds.Upper)
                    .ThenByDescending(one => one.Bounds.Lower)
                    .ThenBy(one => one.Address, Comparer<Address?>.Create(Nullable.Compare)),
            ],
            swapped,
            null);
    }

    // An output is followed or stopped as a whole: where a stop that looks at amounts decided, another division may have decided otherwise.
    private static IEnumerable<AssetId> CutIn(Trace trace)
    {
        var utxo = trace.Transfers.Where(traced => traced.Transfer.Output is not null).Select(traced => traced.Transfer.Asset).ToHashSet();
        return trace.Holdings.Where(holding => utxo.Contains(holding.Asset) && holding.Stop is { Reason: StopReason.Hops or StopReason.Dilution or StopReason.Dust or StopReason.Budget or StopReason.Minor or StopReason.Window })
            .Select(holding => holding.Asset);
    }

    // Value of a theft in another asset than the theft's has come through a swap, and what was given for it is with no destination.
    private static List<AssetId> SwappedIn(Trace trace)
    {
        var stolen = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Asset);
        return
        [
            .. trace.Transfers.Where(traced => traced.Transfer.Asset != stolen[traced.Theft])
                .SelectMany(traced => new[] { traced.Transfer.Asset, stolen[traced.Theft] })
                .Concat(trace.Conversions.SelectMany(traced => traced.Conversion.Given.Concat(traced.Conversion.Received)).Select(side => side.Asset))
                .Distinct()
                .Order(),
        ];
    }
}
