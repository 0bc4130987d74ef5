using Spoor.Attribution;

namespace Spoor.Reporting;

/// <summary>How an assessment came about, step by step, on the scale of log10 odds.</summary>
public sealed record Waterfall(string Title, IReadOnlyList<WaterfallStep> Steps)
{
    /// <summary>From the prior over every group of evidence to one actor, and over an authority's finding to a name.</summary>
    public static Waterfall Of(Assessment assessment)
    {
        string title = $"From prior to posterior: the theft from {assessment.Request.Case.Victim}";
        var chain = assessment.Best?.Steps ?? (assessment.Closest is { } closest ? [closest] : []);
        var steps = new List<WaterfallStep>();
        if (chain.Count > 0)
        {
            AddGroups(steps, chain[0]);
            AddFurther(steps, chain);
        }

        if (assessment.Best is { } best)
        {
            AddName(steps, best);
        }

        return new(title, steps.Count > 0 ? steps : [Level("Prior", LogOdds.Of(assessment.Request.Prior))]);
    }

    private static void AddGroups(List<WaterfallStep> steps, CaseRelation first)
    {
        var odds = first.Posterior.PriorOdds;
        steps.Add(Level("Prior", odds));
        foreach (var group in first.Posterior.Groups)
        {
            steps.Add(new($"{group.Decisive.Likelihood.Id} {Short(group.Decisive.About)}", odds.Value, odds.Value + group.Log10, false));
            odds += group.Log10;
        }

        steps.Add(Level($"One actor with {first.There.Victim}", odds));
    }

    private static void AddFurther(List<WaterfallStep> steps, IReadOnlyList<CaseRelation> chain)
    {
        for (int i = 1; i < chain.Count; i++)
        {
            AddFactor(steps, $"and {chain[i].Here.Victim} with {chain[i].There.Victim}", ActorRoute.ProductOf(chain.Take(i + 1)));
        }
    }

    private static void AddName(List<WaterfallStep> steps, ActorRoute route)
    {
        if (!route.IsDirect)
        {
            AddFactor(steps, $"{route.Named.Case.Victim} named by {route.Named.Finding.Source} ({route.Named.Grade})", route.Probability);
        }

        steps.Add(Level(route.Actor, LogOdds.Of(route.Probability)));
    }

    private static void AddFactor(List<WaterfallStep> steps, string name, decimal product) =>
        steps.Add(new(name, steps[^1].To, LogOdds.Of(product).Value, false));

    private static WaterfallStep Level(string name, LogOdds odds) =>
        new($"{name}: {Written.Percent(odds.Probability)}", 0, odds.Value, true);

    private static string Short(string about) => about.Length > 20 ? $"{about[..6]}…{about[^4..]}" : about;
}

/// <summary>One bar of a waterfall.</summary>
/// <param name="From">log10 odds before the step; 0 for a level.</param>
/// <param name="To">log10 odds after it.</param>
/// <param name="IsLevel">Whether it shows where things stand, and not a change.</param>
public sealed record WaterfallStep(string Name, decimal From, decimal To, bool IsLevel)
{
    /// <summary>The change, or the level.</summary>
    public decimal Log10 => To - From;
}
