using System.Globalization;
using CsCheck;
using Spoor.Records;
using Spoor.Response;
using Spoor.Response.Clock;

namespace Spoor.Tests.Response.Clock;

public sealed class ReportingClockTests
{
    // A Tuesday, and far enough behind that everything below has happened.
    private static readonly DateTimeOffset Written = At("2024-01-01T00:00:00Z");

    [Fact]
    public void Before_anybody_is_aware_nothing_is_due()
    {
        var clock = ReportingClock.Of(ActLog.Empty, ReportingRegime.Usual);

        Assert.Null(clock.Next(Written));
        Assert.All(clock.Duties, duty => Assert.Equal(DutyState.Waiting, duty.At(Written)));
        Assert.All(clock.Phases, phase => Assert.Null(phase.Reached));
    }

    [Theory]
    [InlineData("2023-09-12T14:00:00Z", null, "2023-09-13T14:00:00Z", "24 h after awareness, if it is major")]
    [InlineData("2023-09-12T14:00:00Z", "2023-09-12T16:00:00Z", "2023-09-12T20:00:00Z", "4 h after classification")]
    [InlineData("2023-09-12T14:00:00Z", "2023-09-13T12:00:00Z", "2023-09-13T14:00:00Z", "24 h after awareness")]
    [InlineData("2023-09-12T14:00:00Z", "2023-09-14T09:00:00Z", "2023-09-14T13:00:00Z", "4 h after classification, which came later than 24 h after awareness")]
    [InlineData("2023-09-15T14:00:00Z", "2023-09-15T22:00:00Z", "2023-09-18T12:00:00Z", "4 h after classification; moved from a day off to noon of the next working day")]
    public void The_initial_notification_is_due_by_the_earlier_limit(string aware, string? classified, string due, string rule)
    {
        var initial = ReportingClock.Of(Log(("aware", aware), ("classified", classified)), ReportingRegime.Usual).Duties[0];

        Assert.Equal((At(due), rule), (initial.Due!.Value, initial.Rule));
    }

    [Fact]
    public void A_significant_entity_has_no_relief()
    {
        var regime = ReportingRegime.Usual with { IsSignificant = true };

        var initial = ReportingClock.Of(Log(("aware", "2023-09-15T14:00:00Z"), ("classified", "2023-09-15T22:00:00Z")), regime).Duties[0];

        Assert.Equal(At("2023-09-16T02:00:00Z"), initial.Due);
    }

    [Fact]
    public void Each_report_starts_the_clock_of_the_next()
    {
        var log = Log(("aware", "2023-09-12T14:00:00Z"), ("classified", "2023-09-12T16:00:00Z"), ("notified", "2023-09-12T19:00:00Z"), ("intermediate", "2023-09-15T12:00:00Z"), ("intermediate", "2023-09-20T12:00:00Z"));

        var clock = ReportingClock.Of(log, ReportingRegime.Usual);

        Assert.Equal(["initial notification", "intermediate report", "final report"], clock.Duties.Select(duty => duty.Name));
        Assert.Equal([At("2023-09-12T20:00:00Z"), At("2023-09-15T19:00:00Z"), At("2023-10-20T12:00:00Z")], clock.Duties.Select(duty => duty.Due!.Value));
        Assert.Equal("final report", clock.Next(At("2023-10-01T00:00:00Z"))!.Name);
        Assert.Equal(DutyState.Overdue, clock.Duties[2].At(At("2023-10-21T00:00:00Z")));
    }

    [Fact]
    public void The_last_month_ends_on_the_last_day_of_a_shorter_one()
    {
        var log = Log(("notified", "2024-01-30T10:00:00Z"), ("intermediate", "2024-01-31T10:00:00Z"));

        Assert.Equal(At("2024-02-29T10:00:00Z"), ReportingClock.Of(log, ReportingRegime.Usual).Duties[^1].Due);
    }

    [Fact]
    public void Done_too_late_stays_visible()
    {
        var initial = ReportingClock.Of(Log(("aware", "2023-09-12T14:00:00Z"), ("classified", "2023-09-12T16:00:00Z"), ("notified", "2023-09-12T21:00:00Z")), ReportingRegime.Usual).Duties[0];

        Assert.Equal(DutyState.Late, initial.At(Written));
    }

    [Fact]
    public void A_change_asks_for_another_intermediate_report_without_a_limit_in_hours()
    {
        var log = Log(("notified", "2023-09-12T19:00:00Z"), ("intermediate", "2023-09-13T12:00:00Z"), ("changed", "2023-09-21T08:00:00Z"));

        var clock = ReportingClock.Of(log, ReportingRegime.Usual);

        Assert.Equal("updated intermediate report", clock.Next(At("2023-09-21T09:00:00Z"))!.Name);
        Assert.Equal(DutyState.Due, clock.Duties[2].At(At("2023-09-25T09:00:00Z")));
    }

    [Fact]
    public void What_turned_out_not_to_be_major_asks_for_nothing_more() =>
        Assert.Null(ReportingClock.Of(Log(("aware", "2023-09-12T14:00:00Z"), ("not-major", "2023-09-12T18:00:00Z")), ReportingRegime.Usual).Next(Written));

    [Fact]
    public void What_is_classified_as_major_after_all_is_due_again()
    {
        var log = Log(("aware", "2023-09-12T14:00:00Z"), ("not-major", "2023-09-12T18:00:00Z"), ("classified", "2023-09-12T17:00:00Z"));
        var clock = ReportingClock.Of(log, ReportingRegime.Usual);

        Assert.False(clock.IsClosedAsNotMajor);
        Assert.Equal(At("2023-09-12T21:00:00Z"), clock.Next(Written)!.Due);
    }

    [Fact]
    public void What_was_major_and_is_not_any_more_asks_for_nothing_more()
    {
        var log = Log(("aware", "2023-09-12T14:00:00Z"), ("classified", "2023-09-12T18:00:00Z"), ("not-major", "2023-09-12T17:00:00Z"), ("aware", "2023-09-12T13:00:00Z"));

        Assert.True(ReportingClock.Of(log, ReportingRegime.Usual).IsClosedAsNotMajor);
    }

    [Fact]
    public void A_correction_that_is_written_later_counts()
    {
        var log = Log(("aware", "2023-09-12T14:00:00Z"), ("aware", "2023-09-12T13:25:00Z"));

        Assert.Equal(At("2023-09-13T13:25:00Z"), ReportingClock.Of(log, ReportingRegime.Usual).Duties[0].Due);
    }

    [Fact]
    public void Classifying_never_gives_more_time_than_the_limits_allow() =>
        Gen.Select(Gen.Int[0, 60 * 72], Gen.Int[0, 365]).Sample((minutes, day) =>
        {
            var aware = At("2023-01-01T00:00:00Z").AddDays(day);
            var classified = aware.AddMinutes(minutes);
            var log = Log(("aware", Text(aware)), ("classified", Text(classified)));
            var due = ReportingClock.Of(log, ReportingRegime.Usual with { IsSignificant = true }).Duties[0].Due!.Value;
            return due <= classified.AddHours(4) && (classified > aware.AddHours(24) || due <= aware.AddHours(24));
        });

    [Fact]
    public void A_milestone_that_has_not_come_or_does_not_exist_is_not_written_down()
    {
        var ana = ActAuthor.OfPerson("Ana", "why");

        Assert.Throws<FormatException>(() => Milestones.Note("aware", Written.AddSeconds(1), ana, Written));
        Assert.Throws<FormatException>(() => Milestones.Note("guessed", Written, ana, Written));
    }

    private static ActLog Log(params (string Milestone, string? At)[] notes) => notes.Where(note => note.At is not null).Aggregate(
        ActLog.Empty, (log, note) => log.With(log.Next(Milestones.Note(note.Milestone, At(note.At!), ActAuthor.OfPerson("Ana", "why"), Written.AddYears(1)))));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
