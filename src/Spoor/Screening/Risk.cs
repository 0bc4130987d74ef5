namespace Spoor.Screening;

/// <summary>A score from 0 to 100 and what every point of it rests on.</summary>
/// <param name="Score">Null when nothing is known of the address; 0 when something is, and no rule fired.</param>
/// <param name="Level">Null with the score.</param>
/// <param name="Fired">The rules that fired, most points first; the score is that of the first.</param>
public sealed record Risk(int? Score, RiskLevel? Level, IReadOnlyList<FiredRule> Fired);

/// <summary>A rule and what made it fire.</summary>
public sealed record FiredRule(ScreeningRule Rule, RiskFact Fact);
