using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>What an exposure, or a label of the address itself, adds to its risk.</summary>
/// <param name="Id">As reports cite it: <c>in-direct-crime-10</c>.</param>
public sealed record ScreeningRule(string Id, RuleGround Ground, IReadOnlySet<ExposureCategory> Categories, int Points)
{
    /// <summary>Null for both sides.</summary>
    public ExposureSide? Side { get; init; }

    /// <summary>It fires from this share on, in millionths.</summary>
    public long LeastSharePerMillion { get; init; }

    /// <summary>It also fires from this amount on, whatever the share; null for never.</summary>
    public UsdValue? OrFromUsd { get; init; }

    public bool Takes(RiskFact fact) =>
        Ground == fact.Ground
        && Categories.Contains(fact.Category)
        && (Side is not { } side || side == fact.Side)
        && (fact.SharePerMillion >= LeastSharePerMillion || (OrFromUsd is { } least && fact.Usd is { } usd && usd >= least));
}

/// <summary>What a rule looks at.</summary>
public enum RuleGround
{
    /// <summary>A label of the address.</summary>
    Own,

    /// <summary>A label of the same key on another chain.</summary>
    SameKey,

    Direct,

    Indirect,
}
