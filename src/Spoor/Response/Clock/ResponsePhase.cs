namespace Spoor.Response.Clock;

/// <summary>A phase of the response and whether it is reached.</summary>
/// <remarks>NIST SP 800-61r3 (April 2025), https://doi.org/10.6028/NIST.SP.800-61r3: functions of the Cybersecurity Framework 2.0.</remarks>
/// <param name="Name">The function, as NIST calls it.</param>
/// <param name="Milestone">What ends it.</param>
/// <param name="Reached">When; null while it goes on or has not begun.</param>
public sealed record ResponsePhase(string Name, Milestone Milestone, DateTimeOffset? Reached)
{
    private static readonly (string Name, Milestone Milestone)[] All =
    [
        ("Detect", Milestone.Aware), ("Respond: analysis", Milestone.Analysed), ("Respond: containment", Milestone.Contained),
        ("Respond: eradication", Milestone.Eradicated), ("Recover", Milestone.Recovered), ("Identify: improvement", Milestone.Improved),
    ];

    public static IReadOnlyList<ResponsePhase> Of(IReadOnlyList<ReachedMilestone> reached) =>
        [.. All.Select(phase => new ResponsePhase(phase.Name, phase.Milestone, reached.LastOrDefault(one => one.Milestone == phase.Milestone)?.At))];
}
