namespace Spoor.Screening;

/// <summary>How grave a score is; the limits are in the rules.</summary>
public enum RiskLevel
{
    Low,
    Moderate,
    High,
    Severe,
}
