namespace Spoor.Attribution;

/// <summary>How probable it is that one actor is behind two thefts: the prior odds times the ratio of every independent group of evidence.</summary>
/// <param name="Prior">The probability before any evidence, above 0 and below 1.</param>
public sealed record Posterior(decimal Prior, IReadOnlyList<EvidenceGroup> Groups)
{
    /// <summary>The prior that is taken where nobody names one.</summary>
    /// <remarks>One in twenty: a choice, not a measurement. Every result names the prior it was reached with.</remarks>
    public const decimal DefaultPrior = 0.05m;

    public LogOdds PriorOdds { get; } = LogOdds.Of(Prior);

    /// <summary>The logarithm to base ten of the ratio of all evidence together.</summary>
    public decimal Log10Ratio => Groups.Sum(group => group.Log10);

    public LogOdds Odds => PriorOdds + Log10Ratio;

    /// <summary>Above 0 and below 1.</summary>
    public decimal Probability => Odds.Probability;

    /// <summary>How many groups speak for one actor; copies and repetitions are inside a group.</summary>
    public int Supporting => Groups.Count(group => group.Log10 > 0);

    /// <summary>Whether one of them rests on identity, such as one key.</summary>
    public bool HasDeterministic => Groups.Any(group => group is { Log10: > 0, Class: EvidenceClass.Deterministic });

    public static Posterior Of(decimal prior, IEnumerable<Evidence> evidence) => new(prior, EvidenceGroup.Of(evidence));
}
