using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>Could it have happened in this order: the theft first, then each payment after the other, then the sources?</summary>
/// <remarks>
/// Source: docs/methods/date-order.md. A source cannot name a thief before the theft; value that moved before the theft was not
/// stolen in it. First coins come before a theft as often as after, so funders are not held to it. A source of the same day
/// passes. Known errors: a theft whose first transaction was found later than published begins too late here.
/// </remarks>
internal sealed class DateOrderCheck : ICounterCheck
{
    public string Name => "date-order";

    public int Version => 2;

    public bool AppliesTo(LinkCandidate candidate) => true;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        bool dated = true;
        foreach (var side in CheckGround.InOrder(candidate))
        {
            var theft = ground.CaseOf(side);
            var began = DateOnly.FromDateTime(theft.Began.UtcDateTime);
            var published = side.Sources.Select(source => theft.Sources.Find(source)?.Published).ToList();
            dated &= published.Any(day => day is not null) || side.Paths.All(path => path.Steps.Count > 0);
            if (published.Count > 0 && published.TrueForAll(day => day < began))
            {
                return this.Failed($"Every source of {side.Case} is older than the theft of {Found.Day(began)}: it cannot have named its thief.");
            }

            if (CameFirst(side, theft, candidate) is { } early)
            {
                return this.Failed($"A payment on the way from {side.Case} is of {early:yyyy-MM-dd}, before the theft of {Found.Day(began)}.");
            }
        }

        if (!dated)
        {
            return this.NotChecked("Some source of the members does not say when it was published.");
        }

        return candidate.Paths.Any(path => path.Steps.Any(step => step.IsTimed))
            ? this.Passed("Thefts, payments and sources are in an order that could have happened.")
            : this.NotChecked("No source is older than its theft; there are no dated payments whose order could be checked.");
    }

    private static DateTimeOffset? CameFirst(LinkSide side, TheftCase theft, LinkCandidate candidate) =>
        candidate.Evidence is LinkEvidence.CommonFunder or LinkEvidence.CommonCounterparty
            ? null
            : side.Paths.SelectMany(path => path.Steps).Where(step => step.IsTimed && step.Time < theft.Began)
                .Select(step => (DateTimeOffset?)step.Time).Min();
}
