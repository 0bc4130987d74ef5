using Spoor.Records;

namespace Spoor.Response.Clock;

/// <summary>What a major incident obliges a crypto-asset service provider of the European Union to report, and by when.</summary>
/// <remarks>
/// Regulation (EU) 2022/2554 (DORA), Article 19, with Delegated Regulation (EU) 2025/301, Article 5: initial notification within four hours of
/// the classification as major and no later than 24 hours after the entity became aware; where it is classified later than that, within four
/// hours of the classification. Intermediate report within 72 hours of the initial notification, and again without undue delay when regular
/// activities have been recovered. Final report within a month of the latest intermediate report. A deadline that falls on a weekend or a bank holiday
/// moves to noon of the next working day, but not for significant entities. See docs/methods/response-clock.md.
/// </remarks>
public sealed record ReportingClock
{
    private static readonly TimeSpan AfterClassification = TimeSpan.FromHours(4);
    private static readonly TimeSpan AfterAwareness = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterNotification = TimeSpan.FromHours(72);

    /// <summary>In the order in which they come due.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    /// <summary>NIST SP 800-61r3: what is reached of Detect, Respond, Recover and Improve.</summary>
    public required IReadOnlyList<ResponsePhase> Phases { get; init; }

    /// <summary>Whether the incident turned out not to be major, and was not classified as major again since.</summary>
    public required bool IsClosedAsNotMajor { get; init; }

    /// <summary>The duty that comes next: the one that is overdue longest, else the one due first; null when nothing is.</summary>
    public Duty? Next(DateTimeOffset now) => IsClosedAsNotMajor ? null : Duties.Where(duty => duty.At(now) is DutyState.Due or DutyState.Overdue).MinBy(duty => duty.Due);

    /// <exception cref="FormatException">An act is not as the desk writes it.</exception>
    public static ReportingClock Of(ActLog log, ReportingRegime regime)
    {
        var reached = Milestones.Of(log);
        return new()
        {
            Duties = [Initial(reached, regime), .. Intermediates(reached, regime), Final(reached, regime)],
            Phases = ResponsePhase.Of(reached),
            IsClosedAsNotMajor = IsNotMajor(reached),
        };
    }

    // The note that was written last says what the incident is held to be, whatever it was held to be before.
    private static bool IsNotMajor(IReadOnlyList<ReachedMilestone> reached) =>
        reached.Where(one => one.Milestone is Milestone.Classified or Milestone.NotMajor).MaxBy(one => one.Act.Number)?.Milestone == Milestone.NotMajor;

    private static Duty Initial(IReadOnlyList<ReachedMilestone> reached, ReportingRegime regime)
    {
        var aware = Last(reached, Milestone.Aware);
        var classified = Last(reached, Milestone.Classified);
        var byAwareness = aware + AfterAwareness;
        var byClass = classified + AfterClassification;

        // Classified too late for the first limit, the second alone counts; not classified yet, the first tells until when it must be.
        var (due, rule) = (byAwareness, byClass) switch
        {
            ({ } day, { } hours) when classified > day => (hours, "4 h after classification, which came later than 24 h after awareness"),
            ({ } day, { } hours) when day < hours => (day, "24 h after awareness"),
            (_, { } hours) => (hours, "4 h after classification"),
            ({ } day, null) => (day, "24 h after awareness, if it is major"),
            _ => ((DateTimeOffset?)null, "counts from awareness and classification"),
        };
        return Relieved("initial notification", due, First(reached, Milestone.Notified), rule, regime);
    }

    private static IEnumerable<Duty> Intermediates(IReadOnlyList<ReachedMilestone> reached, ReportingRegime regime)
    {
        var notified = First(reached, Milestone.Notified);
        var reports = reached.Where(one => one.Milestone == Milestone.Intermediate).Select(one => one.At).ToList();
        yield return Relieved("intermediate report", notified + AfterNotification, reports.Count > 0 ? reports[0] : null, "72 h after the initial notification", regime);

        // Each change asks for a report of its own, whose time the rules call "without undue delay".
        foreach (var change in reached.Where(one => one.Milestone == Milestone.Changed))
        {
            var after = reports.Where(report => report >= change.At).Select(report => (DateTimeOffset?)report).FirstOrDefault();
            yield return new("updated intermediate report", change.At, after, "without undue delay after the status changed or activities recovered") { IsWithoutLimit = true };
        }
    }

    private static Duty Final(IReadOnlyList<ReachedMilestone> reached, ReportingRegime regime) => Relieved(
        "final report", Last(reached, Milestone.Intermediate)?.AddMonths(1), First(reached, Milestone.Final), "1 month after the latest intermediate report", regime);

    private static Duty Relieved(string name, DateTimeOffset? due, DateTimeOffset? done, string rule, ReportingRegime regime)
    {
        var relieved = due is { } limit ? regime.Relieve(limit) : due;
        return new(name, relieved, done, relieved == due ? rule : $"{rule}; moved from a day off to noon of the next working day");
    }

    private static DateTimeOffset? First(IReadOnlyList<ReachedMilestone> reached, Milestone milestone) => reached.FirstOrDefault(one => one.Milestone == milestone)?.At;

    private static DateTimeOffset? Last(IReadOnlyList<ReachedMilestone> reached, Milestone milestone) =>
        reached.Where(one => one.Milestone == milestone).MaxBy(one => one.Act.Number)?.At;
}
