using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>What somebody else said was lost, beside what we held at that time and hold now; none is part of the other.</summary>
/// <param name="Then">Our estimate of that time; null where there was none, or the statement is not dated.</param>
/// <param name="Now">Our newest estimate; null where there is none.</param>
public sealed record OtherFigure(LossStatement Statement, ValuedEstimate? Then, ValuedEstimate? Now)
{
    public UsdValue? DifferenceThen => Difference(Then);

    public UsdValue? DifferenceNow => Difference(Now);

    /// <param name="statements">In the order in which they were said.</param>
    /// <param name="estimates">In order of time.</param>
    public static IReadOnlyList<OtherFigure> Beside(IEnumerable<LossStatement> statements, IReadOnlyList<ValuedEstimate> estimates) =>
    [
        // A day without an hour is over at its end, so what we had by then counts.
        .. statements.Select(said => new OtherFigure(
            said, estimates.LastOrDefault(estimate => said.When?.IsBefore(estimate.Estimate.AsOf) == false), estimates is [.., var last] ? last : null)),
    ];

    private UsdValue? Difference(ValuedEstimate? ours) =>
        ours?.Known(LossMeasure.Gross) is { } gross ? UsdValue.OfDollars(Statement.Usd) - gross : null;
}
