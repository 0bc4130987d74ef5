using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>One way that value of a theft took, in units of the asset that was stolen; the theft itself is none.</summary>
/// <param name="From">The one nearer to the theft: forward the sender, backward the recipient.</param>
/// <param name="IsCrossing">Over a bridge, or paid to another in an exchange.</param>
internal sealed record FlowMove(FlowPlace From, FlowPlace To, Amount Amount, DateTimeOffset First, bool IsCrossing)
{
    public static IEnumerable<FlowMove> Of(Trace trace, Theft theft)
    {
        bool forward = trace.Request.Direction == TraceDirection.Out;
        return trace.Transfers.Where(traced => traced.Theft == theft.Number)
            .GroupBy(traced => (traced.Transfer.Chain, traced.Transfer.Tx))
            .SelectMany(transaction => EndsOf([.. transaction]))
            .Concat(trace.Conversions.Where(traced => traced.Theft == theft.Number).SelectMany(traced => EndsOf(traced, forward)))
            .Where(move => !move.Amount.IsZero)
            .Select(move => forward ? move : move with { From = move.To, To = move.From });
    }

    // The rows of a UTXO transaction have one end each: its outputs are taken to come from its most tainted input.
    private static IEnumerable<FlowMove> EndsOf(List<TracedTransfer> transaction)
    {
        var spender = transaction.Where(row => row.Transfer.Kind == TransferKind.UtxoIn)
            .OrderByDescending(row => row.Tainted)
            .Select(row => row.Transfer.From)
            .FirstOrDefault();
        return transaction
            .Where(row => row.Transfer.Kind is not (TransferKind.UtxoIn or TransferKind.Fee))
            .Select(row => new FlowMove(
                new(row.Transfer.Chain, row.Transfer.Kind == TransferKind.UtxoOut ? spender : row.Transfer.From),
                new(row.Transfer.Chain, row.Transfer.To),
                row.Origin - row.Claimed,
                row.Transfer.Time,
                false));
    }

    // What was bought for another, or came out of a bridge, is paid by whoever stands at the other end of the exchange.
    private static IEnumerable<FlowMove> EndsOf(TracedConversion traced, bool forward)
    {
        if (traced.Arrival is not { } arrival)
        {
            return [];
        }

        var here = new FlowPlace(traced.Conversion.First.Chain, traced.Conversion.Address);
        return
        [
            forward
                ? new(here, new(arrival.Chain, arrival.From), traced.Origin, arrival.Time, true)
                : new(new(arrival.Chain, arrival.To), here, traced.Origin, arrival.Time, true),
        ];
    }
}
