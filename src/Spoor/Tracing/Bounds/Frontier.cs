using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>Where the network ends: where the trace did, and beyond its ways where the rules that look at no amount say so.</summary>
/// <remarks>
/// Dust, dilution, hops and budget depend on how the rule of the trace divides money. Where the trace decided, its decision
/// stands. An address at which it stopped some payments and followed others can be either for every payment it
/// received; what stopped there is no more than the trace stopped.
/// </remarks>
internal sealed class Frontier(NetworkContext context)
{
    private readonly Dictionary<(Address?, AssetId), TracedHolding> _rows =
        context.Trace.Holdings.ToDictionary(holding => (holding.Address, holding.Asset));

    private readonly HashSet<(AssetId, Outpoint)> _paid = OutputsOf(context, paid: true);
    private readonly HashSet<(AssetId, Outpoint)> _created = OutputsOf(context, paid: false);

    private readonly Dictionary<AssetId, Amount> _smallestTheft = context.Trace.Thefts
        .GroupBy(theft => theft.Asset)
        .ToDictionary(group => group.Key, group => group.Min(theft => theft.Amount));

    /// <param name="payee">Null where the transfer has no recipient with an address.</param>
    /// <param name="hop">The hop the payee would be at, at least.</param>
    /// <param name="followed">Whether the payee is being followed already.</param>
    /// <param name="claimed">Whether the transfer is the theft itself.</param>
    public Onward Of(Transfer transfer, Address? payee, int hop, bool followed, bool claimed)
    {
        if (IsNobody(transfer, payee))
        {
            return Onward.Stops;
        }

        if (claimed)
        {
            return Onward.Follows;
        }

        if (transfer.Output is { } output && _created.Contains((transfer.Asset, output)))
        {
            return _paid.Contains((transfer.Asset, output)) ? Onward.Follows : Onward.Stops;
        }

        if (IsLabelled(transfer.Chain, payee) || context.IsPastHorizon(transfer))
        {
            return Onward.Stops;
        }

        return transfer.Output is null && _rows.TryGetValue((payee, transfer.Asset), out var row) ? OfTraced(row)
            : followed || !IsStrange(transfer, payee, hop) ? Onward.Follows
            : Onward.Stops;
    }

    /// <summary>How much the trace stopped at a holding that it also followed.</summary>
    public UInt128 StoppedAt(Holding holding) => StoppedAt(_rows[(holding.Address, holding.Asset)]);

    private static Onward OfTraced(TracedHolding row) =>
        row.Stop is null ? Onward.Follows
        : (row.Held + row.Sent).IsZero ? Onward.Stops
        : Onward.Either;

    // Poison's rows do not add up: more is sent than came in.
    private UInt128 StoppedAt(TracedHolding row) => (context.Request.Rule.Conserves ? row.Stopped : row.Received).Units;

    private static bool IsNobody(Transfer transfer, Address? payee) =>
        payee is { } address ? address.IsZeroAccount : transfer.Output is null;

    private bool IsLabelled(ChainId chain, Address? payee) =>
        payee is { } address
        && (context.Request.Stops.StopAt.Contains((chain, address))
            || (!context.Request.Stops.Through.Contains((chain, address)) && context.Request.Stops.Labels.Of(chain, address) is { } label && LabelStop.Of(label) is not null));

    private bool IsStrange(Transfer transfer, Address? payee, int hop) =>
        hop > context.Request.Stops.MaxHops
        || context.Request.Stops.IsDust(transfer.Amount, _smallestTheft.GetValueOrDefault(transfer.Asset))
        || (payee is { } stranger && (context.Histories.IsBusy(transfer.Chain, stranger) || IsPassThrough(transfer, stranger)));

    private bool IsPassThrough(Transfer transfer, Address payee) =>
        context.Orientation.Forward && transfer.Output is null
        && PassThrough.Of(payee, context.Histories.Of(new(payee, transfer.Asset)), context.Request.Stops) is not null;

    private static HashSet<(AssetId, Outpoint)> OutputsOf(NetworkContext context, bool paid) =>
    [
        .. context.Trace.Transfers.Select(traced => traced.Transfer)
            .Where(transfer => transfer.Output is not null && context.Orientation.Creates(transfer) != paid)
            .Select(transfer => (transfer.Asset, transfer.Output!.Value)),
    ];
}

/// <summary>What becomes of stolen value that arrives.</summary>
internal enum Onward
{
    Follows,
    Stops,

    /// <summary>The trace did the one with some payments and the other with the rest.</summary>
    Either,
}
