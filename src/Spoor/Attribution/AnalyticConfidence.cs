namespace Spoor.Attribution;

/// <summary>How solid the ground of a conclusion is, whatever its probability.</summary>
public enum AnalyticConfidence
{
    Low,
    Moderate,
    High,
}

/// <summary>The rule that decides the confidence.</summary>
/// <remarks>Levels of ICD 203 (2015); the rule is Spoor's own, <c>docs/methods/analytic-confidence.md</c>.</remarks>
public static class ConfidenceRule
{
    private const int Several = 2;

    /// <param name="posterior">Of one actor behind two thefts.</param>
    /// <param name="witnesses">Independent sources on the side that has fewer.</param>
    /// <param name="notChecked">Counter-checks of what decided that could not be made.</param>
    public static AnalyticConfidence Of(Posterior posterior, int witnesses, int notChecked)
    {
        bool several = posterior.Supporting >= Several;
        if (several && posterior.HasDeterministic && witnesses >= Several && notChecked == 0)
        {
            return AnalyticConfidence.High;
        }

        return several || (posterior.HasDeterministic && (witnesses >= Several || notChecked == 0))
            ? AnalyticConfidence.Moderate
            : AnalyticConfidence.Low;
    }
}
