using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>What went on from one address to another in all transfers together, in the asset that was stolen, as far as one theft has tainted it; the theft itself is none.</summary>
/// <param name="From">The one nearer to the theft: forward the sender, backward the recipient.</param>
internal sealed record Flow(Address? From, Address? To, Amount Amount, int Transfers, DateTimeOffset First)
{
    public static IEnumerable<Flow> Of(Trace trace, Theft theft)
    {
        bool forward = trace.Request.Direction == TraceDirection.Out;
        return trace.Transfers.Where(traced => traced.Theft == theft.Number)
            .GroupBy(traced => (traced.Transfer.Chain, traced.Transfer.Tx))
            .SelectMany(transaction => EndsOf([.. transaction]))
            .Concat(trace.Conversions.Where(traced => traced.Theft == theft.Number).SelectMany(traced => EndsOf(traced, forward)))
            .Where(move => !move.Amount.IsZero)
            .Select(move => forward ? move : move with { From = move.To, To = move.From })
            .GroupBy(move => (move.From, move.To))
            .Select(Sum);
    }

    // The rows of a UTXO transaction have one end each: its outputs are taken to come from its most tainted input.
    private static IEnumerable<Flow> EndsOf(List<TracedTransfer> transaction)
    {
        var spender = transaction.Where(row => row.Transfer.Kind == TransferKind.UtxoIn)
            .OrderByDescending(row => row.Tainted)
            .Select(row => row.Transfer.From)
            .FirstOrDefault();
        return transaction
            .Where(row => row.Transfer.Kind is not (TransferKind.UtxoIn or TransferKind.Fee))
            .Select(row => new Flow(
                row.Transfer.Kind == TransferKind.UtxoOut ? spender : row.Transfer.From, row.Transfer.To, row.Origin - row.Claimed, 1, row.Transfer.Time));
    }

    // What was bought for another, or came out of a bridge, is paid by whoever stands at the other end of the exchange.
    private static IEnumerable<Flow> EndsOf(TracedConversion traced, bool forward) => traced.Arrival is { } arrival
        ? [forward
            ? new(traced.Conversion.Address, arrival.From, traced.Origin, 1, arrival.Time)
            : new(arrival.To, traced.Conversion.Address, traced.Origin, 1, arrival.Time)]
        : [];

    private static Flow Sum(IGrouping<(Address? From, Address? To), Flow> moves) => new(
        moves.Key.From,
        moves.Key.To,
        moves.Aggregate(Amount.Zero, (sum, move) => sum + move.Amount),
        moves.Count(),
        moves.Min(move => move.First));
}
