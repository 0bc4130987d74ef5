namespace Spoor.Attribution;

/// <summary>What the conclusion would be without one of its sources.</summary>
/// <param name="Verdict">In place of the one reached.</param>
/// <param name="Changes">Whether it, the actor or the probability would be another.</param>
public sealed record WhatIf(string Source, Verdict Verdict, string? Actor, decimal? Probability, bool Changes)
{
    /// <summary>The sources that can change a conclusion: those of what counts, of findings, and of labels on what incidents share; in order of key.</summary>
    public static IReadOnlyList<string> SourcesOf(Assessment assessment, LinkRequest search) =>
    [
        .. assessment.Sources.Concat(LabelsOf(assessment, search)).Distinct(StringComparer.Ordinal)
            .Where(source => !search.Without.Contains(source)).Order(StringComparer.Ordinal),
    ];

    /// <param name="told">The conclusion with the source.</param>
    /// <param name="without">The one reached when everything is searched again without it.</param>
    public static WhatIf Of(Assessment told, string source, Assessment without)
    {
        var (actor, probability) = Outcome(without);
        return new(source, without.Verdict, actor, probability, without.Verdict != told.Verdict || (actor, probability) != Outcome(told));
    }

    /// <summary>The prior of one actor below which the actor would no longer be named; null where that does not hang on one link of two incidents.</summary>
    public static decimal? LeastPrior(Assessment assessment)
    {
        if (assessment is not { Verdict: Verdict.Actor, Best.Steps: [var step] } || assessment.Best.Named.Probability <= LabelPolicy.SuspectedFrom)
        {
            return null;
        }

        var needed = LogOdds.Of(LabelPolicy.SuspectedFrom / assessment.Best.Named.Probability);
        return (needed + -step.Posterior.Log10Ratio).Probability;
    }

    // A label may hold a link up, or be what refutes it.
    private static IEnumerable<string> LabelsOf(Assessment assessment, LinkRequest search)
    {
        var links = assessment.Relations.Concat(assessment.Chains.SelectMany(chain => chain))
            .SelectMany(relation => relation.Claimed.Concat(relation.Candidates).Concat(relation.Refuted));
        return links.SelectMany(link => link.Labels.Concat(search.Labels.AllOf(link.Pivot)))
            .Where(label => search.AsOf is not { } day || label.Learned <= day)
            .Select(label => label.Source);
    }

    private static (string? Actor, decimal? Probability) Outcome(Assessment assessment) => assessment.Verdict switch
    {
        Verdict.Actor => (assessment.Best?.Actor, assessment.Best?.Probability),
        Verdict.SameActor => (null, assessment.Closest?.Probability),
        _ => (null, null),
    };
}
