using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>What a rule is asked about: an exposure, or a label of the address itself, without what lies behind it.</summary>
/// <param name="Side">Null for a label.</param>
/// <param name="SharePerMillion">All of it for a label.</param>
public sealed record RiskFact(RuleGround Ground, ExposureCategory Category, ExposureSide? Side, long SharePerMillion, UsdValue? Usd)
{
    private const long All = 1_000_000;

    public static RiskFact Of(Exposure exposure) => new(
        exposure.Reach == ExposureReach.Direct ? RuleGround.Direct : RuleGround.Indirect,
        exposure.Category, exposure.Side, exposure.SharePerMillion, exposure.Usd);

    public static RiskFact Of(KnownLabel label) => OfLabel(label.Category, label.IsElsewhere);

    /// <param name="isElsewhere">Whether the label speaks of another chain.</param>
    public static RiskFact OfLabel(ExposureCategory category, bool isElsewhere) =>
        new(isElsewhere ? RuleGround.SameKey : RuleGround.Own, category, null, All, null);
}
