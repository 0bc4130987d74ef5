namespace Spoor.Attribution;

/// <summary>Why nobody can be named, in clauses that say what was found and not more.</summary>
internal static class Doubt
{
    /// <summary>What ties the incident to others, and why that is too little.</summary>
    public static string Ties(Assessment assessment)
    {
        if (assessment.Closest is { } closest)
        {
            return $"what it shares with the theft from {closest.There.Victim} makes one actor only {Written.Percent(closest.Probability)} probable";
        }

        if (assessment.Relations.Count > 0)
        {
            string others = Written.List([.. assessment.Relations.Select(relation => relation.There.Victim).Order(StringComparer.Ordinal)]);
            return assessment.Relations.All(relation => relation.Candidates.Count == 0)
                ? $"a counter-check refuted all that it shares with the theft from {others}"
                : $"what it shares with the theft from {others} is refuted, too weak or too little checked to count";
        }

        return assessment.Request.Against.All(other => other.Id == assessment.Request.Case.Id)
            ? "it was compared with no other theft"
            : $"nothing known{Until(assessment)} ties it to another theft";
    }

    /// <summary>Whom authorities name, and why that is too little.</summary>
    public static string Names(Assessment assessment)
    {
        if (assessment.Best is not { } best)
        {
            return assessment.Request.Without.Count == 0
                ? "no authority had named anybody for it"
                : "no authority's finding that is known and not set aside names anybody for it";
        }

        string source = $"{best.Named.Finding.Source}, {Written.Day(best.Named.Finding.Made)}, grade {best.Named.Grade}";
        return best.IsDirect
            ? $"the finding that names {best.Actor} for it ({source}) is taken as only {Written.Percent(best.Probability)}, which is too little to name anybody"
            : $"{best.Actor}, named for the theft from {best.Named.Case.Victim} ({source}), is behind it with only {Written.Percent(best.Probability)} at least, which is too little to name anybody";
    }

    private static string Until(Assessment assessment) => assessment.Request.AsOf is { } day ? $" by the end of {Written.Day(day)}" : "";
}
