using Spoor.Reporting.Flows;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>What went on from one address to another in all transfers together, in the asset that was stolen, as far as one theft has tainted it; the theft itself is none.</summary>
/// <param name="From">The one nearer to the theft: forward the sender, backward the recipient.</param>
internal sealed record Flow(Address? From, Address? To, Amount Amount, int Transfers, DateTimeOffset First)
{
    public static IEnumerable<Flow> Of(Trace trace, Theft theft) => FlowMove.Of(trace, theft)
        .GroupBy(move => (From: move.From.Address, To: move.To.Address))
        .Select(moves => new Flow(
            moves.Key.From,
            moves.Key.To,
            moves.Aggregate(Amount.Zero, (sum, move) => sum + move.Amount),
            moves.Count(),
            moves.Min(move => move.First)));
}
