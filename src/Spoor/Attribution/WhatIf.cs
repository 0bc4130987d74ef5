namespace Spoor.Attribution;

/// <summary>What the conclusion would be without one of its sources.</summary>
/// <param name="Verdict">In place of the one reached.</param>
/// <param name="Changes">Whether it, the actor or the probability would be another.</param>
public sealed record WhatIf(string Source, Verdict Verdict, string? Actor, decimal? Probability, bool Changes)
{
    /// <summary>Every source that the result rests on set aside in turn, in order of key.</summary>
    public static IReadOnlyList<WhatIf> Of(Assessment assessment) => [.. assessment.Sources.Select(source => Without(assessment, source))];

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

    private static WhatIf Without(Assessment assessment, string source)
    {
        var without = new HashSet<string>(assessment.Request.Without, StringComparer.Ordinal) { source };
        var other = Assessment.Of(assessment.Request with { Without = without });
        var (actor, probability) = Outcome(other);
        return new(source, other.Verdict, actor, probability, other.Verdict != assessment.Verdict || (actor, probability) != Outcome(assessment));
    }

    private static (string? Actor, decimal? Probability) Outcome(Assessment assessment) => assessment.Verdict switch
    {
        Verdict.Actor => (assessment.Best?.Actor, assessment.Best?.Probability),
        Verdict.SameActor => (null, assessment.Closest?.Probability),
        _ => (null, null),
    };
}
