using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Records;

namespace Spoor.Response.Clock;

/// <summary>A moment of the response that deadlines count from, or that ends one.</summary>
public enum Milestone
{
    /// <summary>Somebody at the entity knew.</summary>
    Aware,

    /// <summary>Classified as major.</summary>
    Classified,

    /// <summary>The initial notification went out.</summary>
    Notified,

    /// <summary>An intermediate report went out.</summary>
    Intermediate,

    /// <summary>Regular activities are recovered, or the status changed: another intermediate report is due.</summary>
    Changed,

    /// <summary>The final report went out.</summary>
    Final,

    /// <summary>Reclassified as not major: nothing more is due but that report.</summary>
    NotMajor,

    /// <summary>NIST: detection and analysis is done.</summary>
    Analysed,

    /// <summary>NIST: the thief is kept from taking more.</summary>
    Contained,

    /// <summary>NIST: what let him in is gone.</summary>
    Eradicated,

    /// <summary>NIST: services run again.</summary>
    Recovered,

    /// <summary>NIST: lessons are written down and given back to preparation.</summary>
    Improved,
}

/// <summary>A milestone that was reached.</summary>
/// <param name="At">When it was reached, not when it was written down.</param>
public sealed record ReachedMilestone(Milestone Milestone, DateTimeOffset At, Act Act);

/// <summary>Milestones as acts.</summary>
public static class Milestones
{
    private const string Prefix = "note.";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly Dictionary<string, Milestone> ByWord = Enum.GetValues<Milestone>().ToDictionary(WordOf);

    /// <summary>What options and acts call them.</summary>
    public static IReadOnlyList<string> Words => [.. Enum.GetValues<Milestone>().Select(WordOf)];

    public static string WordOf(Milestone milestone) => milestone == Milestone.NotMajor ? "not-major" : milestone.ToString().ToLowerInvariant();

    /// <exception cref="FormatException">There is no such milestone, or its time has not come.</exception>
    public static ActNote Note(string word, DateTimeOffset happened, ActAuthor author, DateTimeOffset at) => !ByWord.ContainsKey(word)
        ? throw new FormatException($"Expected one of {string.Join(", ", Words)}, found '{word}'.")
        : happened > at
            ? throw new FormatException($"--at: expected a time that has come, found {Text(happened)}; it is {Text(at)}.")
            : new(at, author.By, author.Why, Prefix + word, new JsonObject { ["happened"] = Text(happened) });

    /// <summary>In order of the time they were reached, then of the log. The log keeps corrections; the last note of a kind that happens once counts.</summary>
    /// <exception cref="FormatException">An act is not as the desk writes it.</exception>
    public static IReadOnlyList<ReachedMilestone> Of(ActLog log) =>
    [
        .. log.Acts.Where(act => act.Kind.StartsWith(Prefix, StringComparison.Ordinal) && ByWord.ContainsKey(act.Kind[Prefix.Length..]))
            .Select(act => new ReachedMilestone(ByWord[act.Kind[Prefix.Length..]], Happened(act), act)).OrderBy(reached => reached.At).ThenBy(reached => reached.Act.Number),
    ];

    private static DateTimeOffset Happened(Act act) =>
        DateTimeOffset.TryParseExact(act.Text("happened"), MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new FormatException($"Act {act.Number} ({act.Kind}): about.happened: expected a time like 2023-09-12T13:21:00Z, found '{act.Text("happened")}'.");

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);
}
