namespace Spoor.Attribution;

/// <summary>One of the explanations of an incident, and what was done to exclude it.</summary>
/// <param name="Probability">Those of one assessment add up to 1; null where nothing is known that could give one.</param>
/// <param name="Tests">What was done to exclude it, and what could not be done, in sentences.</param>
public sealed record Hypothesis(string Title, decimal? Probability, IReadOnlyList<string> Tests)
{
    /// <summary>The explanations an assessment leaves, in a fixed order.</summary>
    public static IReadOnlyList<Hypothesis> Of(Assessment assessment)
    {
        if (assessment.Best is { } best)
        {
            return best.IsDirect ? Direct(best) : Chained(best);
        }

        return assessment.Closest is { } closest
            ? [SameActor(closest), Unrelated([closest], 1 - closest.Probability)]
            : [new("Any actor: nothing ties this incident to another", null, [])];
    }

    private static Hypothesis[] Direct(ActorRoute route) =>
    [
        new($"{route.Actor} is behind it", route.Probability, [Said(route)]),
        new("Another actor is behind it", 1 - route.Probability, [ByGrade(route)]),
    ];

    private static Hypothesis[] Chained(ActorRoute route)
    {
        string anchor = route.Named.Case.Victim;
        return
        [
            new($"{route.Actor} is behind it, as behind the theft from {anchor}", route.Probability, [Said(route)]),
            new($"The actor behind the theft from {anchor} is behind it, but is not {route.Actor}", route.SameActor - route.Probability, [ByGrade(route)]),
            Unrelated(route.Steps, 1 - route.SameActor),
        ];
    }

    private static Hypothesis SameActor(CaseRelation relation) => new(
        $"The actor behind the theft from {relation.There.Victim} is behind it", relation.Probability, ["No authority's finding that is known and not set aside says who that is."]);

    private static Hypothesis Unrelated(IReadOnlyList<CaseRelation> steps, decimal probability) => new(
        "Unrelated actors: what the incidents share has another explanation",
        probability,
        [.. steps.SelectMany(step => step.Decisive).SelectMany(link => link.Checks).Select(Sentence).Distinct(StringComparer.Ordinal)]);

    private static string Said(ActorRoute route) =>
        $"{route.Named.Source.Title} ({Written.Day(route.Named.Finding.Made)}): {route.Named.Finding.Statement}";

    private static string ByGrade(ActorRoute route) =>
        $"Not tested: the finding is taken at its grade, {route.Named.Grade} ({route.Named.Grade.Meaning}).";

    private static string Sentence(CounterCheck check) => check.Outcome switch
    {
        CheckOutcome.Passed => $"{check.Name}, excluded: {check.Reason}",
        CheckOutcome.Failed => $"{check.Name}, holds: {check.Reason}",
        _ => $"{check.Name}, could not be checked: {check.Reason}",
    };
}
