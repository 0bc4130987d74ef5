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

    public static IEnumerable<Flow> Of(Trace trace, Theft theft) =>
        FlowMove.Of(trace, theft).GroupBy(move => (move.From, move.To, move.Kind)).Select(Sum);

    private static Flow Sum(IGrouping<(FlowPlace From, FlowPlace To, FlowKind Kind), FlowMove> moves) => new(
        moves.Key.From,
        moves.Key.To,
        moves.Aggregate(Amount.Zero, (sum, move) => sum + move.Amount),
        moves.Count(),
        moves.Min(move => move.Time))
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
