using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>What went on from one place to another in all transfers together, in the asset that was stolen, as far as one theft has tainted it; the theft itself is none.</summary>
/// <param name="From">The one nearer to the theft: forward the sender, backward the recipient.</param>
internal sealed record Flow(FlowPlace From, FlowPlace To, Amount Amount, int Transfers, DateTimeOffset First)
{
    public FlowKind Kind { get; init; }

    /// <summary>What was got for it, tainted units, in order of asset; empty for payments.</summary>
    public IReadOnlyList<ConvertedAmount> Got { get; init; } = [];

    /// <summary>The bridge; of several, the first.</summary>
    public string? Over { get; init; }

    public static IEnumerable<Flow> Of(Trace trace, Theft theft)
    {
        bool forward = trace.Request.Direction == TraceDirection.Out;
        var exchanged = trace.Conversions.Where(traced => traced.Theft == theft.Number).ToList();

        // What an exchange or a bridge brought to another stands at the end of that way already.
        var brought = exchanged.Where(traced => traced.Arrival is not null).Select(traced => (traced.Arrival!.Chain, traced.Arrival.Key)).ToHashSet();
        return trace.Transfers.Where(traced => traced.Theft == theft.Number && !brought.Contains((traced.Transfer.Chain, traced.Transfer.Key)))
            .GroupBy(traced => (traced.Transfer.Chain, traced.Transfer.Tx))
            .SelectMany(transaction => EndsOf([.. transaction], forward))
            .Concat(exchanged.Select(traced => EndOf(traced, forward)))
            .Where(move => !move.Amount.IsZero)
            .GroupBy(move => (move.From, move.To, move.Kind))
            .Select(Sum);
    }

    // The rows of a UTXO transaction have one end each: its outputs are taken to come from its most tainted input.
    private static IEnumerable<Flow> EndsOf(List<TracedTransfer> transaction, bool forward)
    {
        var spender = transaction.Where(row => row.Transfer.Kind == TransferKind.UtxoIn)
            .OrderByDescending(row => row.Tainted)
            .Select(row => row.Transfer.From)
            .FirstOrDefault();
        foreach (var row in transaction.Where(row => row.Transfer.Kind is not (TransferKind.UtxoIn or TransferKind.Fee)))
        {
            var from = new FlowPlace(row.Transfer.Chain, row.Transfer.Kind == TransferKind.UtxoOut ? spender : row.Transfer.From);
            var to = new FlowPlace(row.Transfer.Chain, row.Transfer.To);
            yield return new(forward ? from : to, forward ? to : from, row.Origin - row.Claimed, 1, row.Transfer.Time);
        }
    }

    private static Flow EndOf(TracedConversion traced, bool forward)
    {
        var conversion = traced.Conversion;
        var at = new FlowPlace(conversion.First.Chain, conversion.Address);
        var end = traced.Arrival is { } arrival ? new FlowPlace(arrival.Chain, forward ? arrival.To : arrival.From)
            : traced.Crossing is not null ? new(at.Chain, null)
            : new(at.Chain, conversion.Recipient);
        return new(at, end, traced.Origin, 1, traced.Arrival?.Time ?? conversion.First.Time)
        {
            Kind = traced.Crossing is null ? FlowKind.Swap : FlowKind.Bridge,
            Over = traced.Crossing?.Name,
            Got = traced.Crossing is null
                ? [.. conversion.Received.Zip(traced.Received, (side, tainted) => new ConvertedAmount(side.Asset, tainted))]
                : [.. traced.Received.Select(tainted => new ConvertedAmount(traced.Arrival!.Asset, tainted))],
        };
    }

    private static Flow Sum(IGrouping<(FlowPlace From, FlowPlace To, FlowKind Kind), Flow> moves) => new(
        moves.Key.From,
        moves.Key.To,
        moves.Aggregate(Amount.Zero, (sum, move) => sum + move.Amount),
        moves.Count(),
        moves.Min(move => move.First))
    {
        Kind = moves.Key.Kind,
        Over = moves.Min(move => move.Over),
        Got =
        [
            .. moves.SelectMany(move => move.Got).GroupBy(got => got.Asset).OrderBy(group => group.Key)
                .Select(group => new ConvertedAmount(group.Key, group.Aggregate(Amount.Zero, (sum, got) => sum + got.Amount))),
        ],
    };
}
