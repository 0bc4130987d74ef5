using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>Was the address publicly named before the contact, so that a copycat could have sought it?</summary>
/// <remarks>
/// Source: docs/methods/publicity.md: once an address is public, copycats can fund it. For each side, the day the address
/// was first named by the other side's sources, or a label of a thief, against the day of the contact: of the last payment on
/// the way, or of the theft itself where the list names it. A named key that signed on that side was used by its holder,
/// whoever knew of it; a payment to a public address says nothing of its holder. The thief of Euler so paid 100 ETH to the
/// known address of the Ronin thief in March 2023. Known errors: what closed circles knew earlier; days are compared.
/// </remarks>
internal sealed class PublicityCheck : ICounterCheck
{
    public string Name => "publicity";

    public int Version => 2;

    public bool AppliesTo(LinkCandidate candidate) => true;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        var publicSince = FirstNamed(candidate, ground);
        if (publicSince is not { } named)
        {
            return this.NotChecked(candidate.Sides.Any(side => side.IsNamed)
                ? "When the address was first named in public is not known."
                : "No source at hand names the address in public; whether another did is not known.");
        }

        foreach (var side in CheckGround.InOrder(candidate))
        {
            var contact = ContactDay(side, ground);
            if (contact < named || (side.IsNamed && NamedBy(side, ground) == named))
            {
                continue;
            }

            if (!side.IsNamed)
            {
                return this.Failed($"It was public on {Found.Day(named)}, before {side.Case} met it on {Found.Day(contact)}: anybody could have paid it, to mislead.");
            }

            return SpentCheck.SignedFor(side, candidate, ground).Count > 0
                ? this.Passed($"It was public on {Found.Day(named)}, before {side.Case} met it on {Found.Day(contact)}, but its key acted there.")
                : this.NotChecked($"It was public on {Found.Day(named)}, before {side.Case} began; whether its key acted there could not be checked.");
        }

        return this.Passed($"It was first named in public on {Found.Day(named)}, not before either contact.");
    }

    private static DateOnly? FirstNamed(LinkCandidate candidate, CheckGround ground)
    {
        var byLists = candidate.Sides.Where(side => side.IsNamed).Select(side => NamedBy(side, ground));
        var byLabels = ground.LabelsOf(candidate.Pivot).Where(LabelSense.IsThief).Select(label => label.Observed);
        return byLists.Concat(byLabels).Min();
    }

    private static DateOnly? NamedBy(LinkSide side, CheckGround ground) =>
        LinkGround.FirstPublished(ground.CaseOf(side), side.Paths.Where(path => path.Steps.Count == 0).SelectMany(path => path.Sources));

    private static DateOnly ContactDay(LinkSide side, CheckGround ground)
    {
        var timed = side.Paths.Where(path => path.Steps.Count > 0).Select(path => path.Steps[^1]).Where(step => step.IsTimed).ToList();
        var moment = timed.Count > 0 ? timed.Min(step => step.Time) : ground.CaseOf(side).Began;
        return DateOnly.FromDateTime(moment.UtcDateTime);
    }
}
