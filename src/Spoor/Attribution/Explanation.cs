using System.Globalization;

namespace Spoor.Attribution;

/// <summary>An assessment in plain sentences.</summary>
public static class Explanation
{
    /// <summary>What can be said, in one paragraph; the first words say how sure it is.</summary>
    public static string Conclusion(Assessment assessment) => assessment.Verdict switch
    {
        Verdict.Actor => Named(assessment, assessment.Best!),
        Verdict.SameActor => SameActor(assessment),
        Verdict.TwoActors => TwoActors(assessment),
        _ => CannotTell(assessment),
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
        string actor = $"{Written.Sentence(Sure(route.Probability))}, {route.Actor}.";
        string victim = assessment.Request.Case.Victim;
        string named = $"names {route.Actor} for the theft from {route.Named.Case.Victim}";
        string said = $"({route.Named.Finding.Source}, {Written.Day(route.Named.Finding.Made)}, grade {route.Named.Grade}, taken as {Written.Percent(route.Named.Probability)})";
        return route.IsDirect
            ? $"{actor} An authority {named} itself {said}."
            : $"{actor} The thefts from {victim} and {route.Named.Case.Victim} {Sure(route.SameActor)} have one actor "
            + $"({Written.Percent(route.SameActor)}{Over(route.Steps)}), and an authority {named} {said}. Both together: {Written.Percent(route.Probability)}.";
    }

    private static string SameActor(Assessment assessment)
    {
        var closest = assessment.Closest!;
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
        return $"Cannot tell who is behind the theft from {assessment.Request.Case.Victim}: the grounds name {Written.List([.. names])}, and at most one can be right.";
    }

    private static string CannotTell(Assessment assessment)
    {
        string until = assessment.Request.AsOf is { } day ? $" by the end of {Written.Day(day)}" : "";
        string why = assessment.Closest is { } closest
            ? $"what it shares with the theft from {closest.There.Victim} makes one actor only {Written.Percent(closest.Probability)} probable"
            : $"nothing known{until} ties it to another theft, and no authority had named anybody for it";
        return $"Cannot tell who is behind the theft from {assessment.Request.Case.Victim}: {why}.";
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
        return $"{group.Decisive.Likelihood.Title}: {group.Decisive.About}. That is {Written.Ratio(group.Log10)}, {VerbalScale.Of(group.Log10)} for one actor over unrelated ones.{more}{cut}";
    }

    private static IEnumerable<string> Of(ActorRoute route)
    {
        string assumed = route.Named.IsGradeAssumed ? "; nobody graded it, so the grade of its kind is taken" : "";
        yield return $"{route.Named.Source.Title} ({Written.Day(route.Named.Finding.Made)}) names {route.Actor} for the theft from {route.Named.Case.Victim}. "
            + $"Its grade {route.Named.Grade} ({route.Named.Grade.Meaning}{assumed}) counts as {Written.Percent(route.Named.Probability)}; it adds no ratio.";
        if (!route.IsDirect)
        {
            yield return $"The theft from {route.Steps[0].Here.Victim} is that actor's with the product of the factors: "
                + $"{string.Join(" · ", route.Steps.Select(step => Written.Percent(step.Probability)).Append(Written.Percent(route.Named.Probability)))} = {Written.Percent(route.Probability)}.";
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
