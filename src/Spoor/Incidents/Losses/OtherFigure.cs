using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>What somebody else said was lost, beside what we held at that time and hold now; none is part of the other.</summary>
/// <param name="Then">Our estimate of that time; null where there was none.</param>
/// <param name="Now">Our newest estimate; null where there is none.</param>
public sealed record OtherFigure(LossStatement Statement, ValuedEstimate? Then, ValuedEstimate? Now)
{
    public UsdValue? DifferenceThen => Difference(Then);

    public UsdValue? DifferenceNow => Difference(Now);

    /// <param name="statements">In the order in which they were said.</param>
    /// <param name="estimates">In order of time.</param>
    public static IReadOnlyList<OtherFigure> Beside(IEnumerable<LossStatement> statements, IReadOnlyList<ValuedEstimate> estimates) =>
    [
        .. statements.Select(said => new OtherFigure(
            said, estimates.LastOrDefault(estimate => IsBy(estimate.Estimate.AsOf, said.When)), estimates is [.., var last] ? last : null)),
    ];

    // A day without an hour is over at its end, so what we had by then counts.
    private static bool IsBy(StatedTime ours, StatedTime theirs) =>
        theirs.IsDay || ours.IsDay ? ours.Start.UtcDateTime.Date <= theirs.Start.UtcDateTime.Date : ours.CompareTo(theirs) <= 0;

    private UsdValue? Difference(ValuedEstimate? ours) =>
        ours is null ? null : UsdValue.OfDollars(Statement.Usd) - ours.Total(LossMeasure.Gross);
}
