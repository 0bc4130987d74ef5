namespace Spoor.Attribution;

/// <summary>One of the explanations of an incident, and what was done to exclude it.</summary>
/// <param name="Probability">Null where nothing gives one: what a finding leaves open is doubt about the finding, and speaks for nobody else.</param>
/// <param name="Standing">How probable it is, in words.</param>
/// <param name="Tests">What was done to exclude it, and what could not be done, in sentences.</param>
public sealed record Hypothesis(string Title, decimal? Probability, string Standing, IReadOnlyList<string> Tests)
{
    private const string NotTold = "not told by this finding";

    /// <summary>The explanations an assessment leaves, in a fixed order.</summary>
    public static IReadOnlyList<Hypothesis> Of(Assessment assessment)
    {
        if (assessment.Best is { } best)
        {
            return best.IsDirect ? Direct(best) : Chained(best);
        }

        return assessment.Closest is { } closest
            ? [SameActor(closest), Unrelated([closest], 1 - closest.Probability)]
            : [new("Any actor: nothing ties this incident to another", null, "cannot tell", [])];
    }

    private static Hypothesis[] Direct(ActorRoute route) =>
    [
        new($"{route.Actor} is behind it", route.Probability, route.Words, [Said(route)]),
        new("Another actor is behind it", null, NotTold, [ByGrade(route)]),
    ];

    private static Hypothesis[] Chained(ActorRoute route)
    {
        string anchor = route.Named.Case.Victim;
        return
        [
            new($"{route.Actor} is behind it, as behind the theft from {anchor}", route.Probability, route.Words, [Said(route)]),
            new($"The actor behind the theft from {anchor} is behind it, but is not {route.Actor}", null, NotTold, [ByGrade(route)]),
            Unrelated(route.Steps, 1 - route.SameActor),
        ];
    }

    private static Hypothesis SameActor(CaseRelation relation) => new(
        $"The actor behind the theft from {relation.There.Victim} is behind it",
        relation.Probability,
        InWords(relation.Probability),
        ["No authority's finding that is known and not set aside says who that is."]);

    private static Hypothesis Unrelated(IReadOnlyList<CaseRelation> steps, decimal probability) => new(
        "Unrelated actors: what the incidents share has another explanation",
        probability,
        InWords(probability),
        [.. steps.SelectMany(step => step.Decisive).SelectMany(link => link.Checks).Select(Sentence).Distinct(StringComparer.Ordinal)]);

    private static string InWords(decimal probability) => $"{Written.Percent(probability)}, {EstimativeLanguage.Of(probability)}";

    private static string Said(ActorRoute route) =>
        $"{route.Named.Source.Title} ({Written.Day(route.Named.Finding.Made)}): {route.Named.Finding.Statement}";

    private static string ByGrade(ActorRoute route) =>
        $"Not tested: the finding is taken at its grade, {route.Named.Grade} ({route.Named.Grade.Meaning}). What is left is doubt about the finding; it speaks for nobody else.";

    private static string Sentence(CounterCheck check) => check.Outcome switch
    {
        CheckOutcome.Passed => $"{check.Name}, not found: {check.Reason}",
        CheckOutcome.Failed => $"{check.Name}, holds: {check.Reason}",
        _ => $"{check.Name}, could not be checked: {check.Reason}",
    };
}
