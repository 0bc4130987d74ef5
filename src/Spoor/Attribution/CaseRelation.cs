using Spoor.Labels;

namespace Spoor.Attribution;

/// <summary>What speaks for one actor behind two incidents, and how probable that makes it.</summary>
public sealed record CaseRelation
{
    /// <summary>The incident asked about, or one on the way to it.</summary>
    public required TheftCase Here { get; init; }

    public required TheftCase There { get; init; }

    /// <summary>What the claimed links give, in groups.</summary>
    public required Posterior Posterior { get; init; }

    /// <summary>The links that count.</summary>
    public IEnumerable<Link> Claimed => Posterior.Groups.SelectMany(group => group.Members).Select(one => one.Link).OfType<Link>();

    /// <summary>Links that no check refuted and that are too weak, or too little checked, to count.</summary>
    public required IReadOnlyList<Link> Candidates { get; init; }

    /// <summary>Links that a check refuted: they count for nothing, and are shown.</summary>
    public required IReadOnlyList<Link> Refuted { get; init; }

    /// <summary>The sources behind what counts on this side, in groups that repeat one another; each group is one witness.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> WitnessesHere { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> WitnessesThere { get; init; }

    public decimal Probability => Posterior.Probability;

    /// <summary>Whether anything counts; without it the probability is the prior.</summary>
    public bool HasEvidence => Posterior.Supporting > 0;

    /// <summary>The links that decide their groups.</summary>
    public IEnumerable<Link> Decisive => Posterior.Groups.Select(group => group.Decisive.Link).OfType<Link>();

    /// <summary>Checks of what decides that could not be made, for lack of data.</summary>
    public IEnumerable<CounterCheck> NotChecked => Decisive.SelectMany(link => link.Checks).Where(check => check.Outcome == CheckOutcome.NotChecked);

    /// <summary>Independent sources on the side that has fewer.</summary>
    public int Witnesses => Math.Min(WitnessesHere.Count, WitnessesThere.Count);

    public AnalyticConfidence Confidence => ConfidenceRule.Of(Posterior, Witnesses, NotChecked.Count());

    /// <summary>What may be written of the two incidents having one actor.</summary>
    public ClaimLabel Label => LabelPolicy.Of(Probability, Posterior.Supporting, Posterior.HasDeterministic, Witnesses);

    /// <param name="here">The side that all links call here.</param>
    /// <param name="links">Of these two incidents only.</param>
    public static CaseRelation Of(TheftCase here, TheftCase there, IReadOnlyList<Link> links, AttributionRequest request)
    {
        var claimed = links.Where(link => link is { Standing: LinkStanding.Claimed, Stands: true }).ToList();
        return new()
        {
            Here = here,
            There = there,
            Posterior = Posterior.Of(request.Prior, claimed.Select(link => Evidence.Of(link, here, there, request.Without))),
            Candidates = [.. links.Where(link => link is { Standing: LinkStanding.Candidate, Stands: true })],
            Refuted = [.. links.Where(link => !link.Stands || link.Standing == LinkStanding.Refuted)],
            WitnessesHere = WitnessesOf(here.Sources, claimed.Select(link => link.Here), request.Without),
            WitnessesThere = WitnessesOf(there.Sources, claimed.Select(link => link.There), request.Without),
        };
    }

    private static IReadOnlyList<IReadOnlyList<string>> WitnessesOf(SourceLineage lineage, IEnumerable<LinkSide> sides, IReadOnlySet<string> without) =>
        lineage.Witnesses(sides.SelectMany(side => side.Sources).Where(source => lineage.StandsWithout(source, without)));
}
