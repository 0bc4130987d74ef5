using System.Globalization;

namespace Spoor.Attribution;

/// <summary>An assessment in plain sentences.</summary>
public static class Explanation
{
    /// <summary>What the figure of a name over links leaves out.</summary>
    public const string LowerBound = "The chance that this actor did it although the link is false (ε) is taken as 0, so the figure is a lower bound.";

    /// <summary>What can be said, in one paragraph; the first words say how sure it is.</summary>
    public static string Conclusion(Assessment assessment) => assessment.Verdict switch
    {
        Verdict.Actor when assessment.Best is { } best => Named(assessment, best),
        Verdict.SameActor when assessment.Closest is { } closest => SameActor(assessment, closest),
        Verdict.TwoActors => TwoActors(assessment),
        _ => $"Cannot tell who is behind the theft from {assessment.Request.Case.Victim}: {Doubt.Ties(assessment)}, and {Doubt.Names(assessment)}.",
    };

    /// <summary>How the figure came about, one sentence a step, from the prior to the result.</summary>
    public static IReadOnlyList<string> Steps(Assessment assessment)
    {
        IReadOnlyList<CaseRelation> chain = assessment.Best?.Steps ?? (assessment.Closest is { } closest ? [closest] : []);
        return [.. chain.SelectMany(step => Of(step, assessment.Request)), .. assessment.Best is { } best ? Of(best) : []];
    }

    /// <summary>Where a chain of incidents leads, by victim: <c>CoinEx – Stake – Alphapo</c>.</summary>
    public static string Way(IReadOnlyList<CaseRelation> steps) =>
        string.Join(" – ", steps.Select(step => step.There.Victim).Prepend(steps[0].Here.Victim));

    private static string Named(Assessment assessment, ActorRoute route)
    {
        string victim = assessment.Request.Case.Victim;
        string named = $"names {route.Actor} for the theft from {route.Named.Case.Victim}";
        string said = $"({route.Named.Finding.Source}, {Written.Day(route.Named.Finding.Made)}, grade {route.Named.Grade}, taken as {Written.Percent(route.Named.Probability)})";
        return route.IsDirect
            ? $"Named by an authority: {route.Actor}. Its finding {named} itself {said}."
            : $"{Written.Sentence(Sure(route.Probability))}, {route.Actor}. The thefts from {victim} and {route.Named.Case.Victim} {Sure(route.SameActor)} have one actor "
            + $"({Written.Percent(route.SameActor)}{Over(route.Steps)}), and an authority {named} {said}. Both together: at least {Written.Percent(route.Probability)}.";
    }

    private static string SameActor(Assessment assessment, CaseRelation closest)
    {
        string victim = assessment.Request.Case.Victim;
        string who = assessment.Best is { } best
            ? $"{best.Actor} is named for it only with {Written.Percent(best.Probability)}, which is too little to name anybody"
            : "who that is cannot be told, since no authority's finding that is known and not set aside names anybody";
        return $"{Written.Sentence(Sure(closest.Probability))}, the actor behind the theft from {closest.There.Victim}. "
            + $"The theft from {victim} shares with it what unrelated actors would hardly share ({Written.Percent(closest.Probability)}); {who}.";
    }

    private static string TwoActors(Assessment assessment)
    {
        var names = assessment.BestByActor.Where(route => route.Label != ClaimLabel.None).Select(route => $"{route.Actor} ({Written.Percent(route.Probability)})");
        return $"Cannot tell who is behind the theft from {assessment.Request.Case.Victim}: the grounds name {Written.List([.. names])}. "
            + "Whether these are different actors or names of one is not known; if they are different, at most one is right.";
    }

    private static IEnumerable<string> Of(CaseRelation step, AttributionRequest request)
    {
        string pair = $"the thefts from {step.Here.Victim} and {step.There.Victim}";
        yield return $"Before any evidence, one actor behind {pair} is taken to have a probability of {Written.Percent(request.Prior)} (the prior).";
        foreach (var group in step.Posterior.Groups)
        {
            yield return Of(group);
        }

        yield return $"Prior odds times the ratio of all groups ({Written.Ratio(step.Posterior.Log10Ratio)}) make one actor behind {pair} "
            + $"{EstimativeLanguage.Of(step.Probability)}: {Written.Percent(step.Probability)}.";
    }

    private static string Of(EvidenceGroup group)
    {
        string more = group.Members.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {group.Members.Count - 1} more on the same ground add nothing.");
        string cut = group.IsCapped ? " Habits would weigh more than they may; cut off." : "";
        string support = VerbalScale.Of(group.Log10);
        string speaks = support.EndsWith(" against", StringComparison.Ordinal) ? $"{support} one actor and for unrelated ones" : $"{support} for one actor over unrelated ones";
        return $"{group.Decisive.Likelihood.Title}: {group.Decisive.About}.{NamedBy(group.Decisive)} That is {Written.Ratio(group.Log10)}, {speaks}.{more}{cut}";
    }

    private static string NamedBy(Evidence evidence) => evidence.Naming is { IsInFull: false } naming
        ? $" Those who named it are right on both sides with a chance of {Written.Percent(naming.Probability)} by their grades, so of {Written.Ratio(evidence.Likelihood.Log10)} only that part counts."
        : "";

    private static IEnumerable<string> Of(ActorRoute route)
    {
        string assumed = route.Named.IsGradeAssumed ? "; nobody graded it, so the grade of its kind is taken" : "";
        yield return $"{route.Named.Source.Title} ({Written.Day(route.Named.Finding.Made)}) names {route.Actor} for the theft from {route.Named.Case.Victim}. "
            + $"Its grade {route.Named.Grade} ({route.Named.Grade.Meaning}{assumed}) counts as {Written.Percent(route.Named.Probability)}; it adds no ratio.";
        if (!route.IsDirect)
        {
            yield return $"The theft from {route.Steps[0].Here.Victim} is that actor's with the product of the factors at least: "
                + $"{string.Join(" · ", route.Steps.Select(step => Written.Percent(step.Probability)).Append(Written.Percent(route.Named.Probability)))} = {Written.Percent(route.Probability)}.";
            yield return LowerBound;
        }
    }

    private static string Sure(decimal probability) => probability switch
    {
        >= 0.95m => "almost certainly",
        >= 0.80m => "very likely",
        >= 0.55m => "likely",
        _ => "perhaps",
    };

    private static string Over(IReadOnlyList<CaseRelation> steps) => steps.Count == 1 ? "" : $", over {Way(steps)}";
}
