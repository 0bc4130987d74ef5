using CsCheck;
using Spoor.Response.Clock;

namespace Spoor.Tests.Response.Clock;

public sealed class WorkingDaysTests
{
    private static readonly Gen<DateTimeOffset> Moments = Gen.Long[0, 200L * 365 * 24 * 3600].Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds));

    private static readonly Gen<WorkingDays> Calendars = Gen.Select(Gen.Int[0, 73_000].HashSet[0, 30], Gen.Int[-14, 14])
        .Select((days, hours) => new WorkingDays(days.Select(day => new DateOnly(1970, 1, 1).AddDays(day)).ToHashSet(), TimeSpan.FromHours(hours)));

    [Fact]
    public void Relief_is_noon_of_a_working_day_and_never_earlier() => Gen.Select(Moments, Calendars).Sample((deadline, days) =>
    {
        var relieved = days.Relieve(deadline);
        var there = relieved.ToOffset(days.Offset);
        bool isNoon = relieved == deadline || there.TimeOfDay == TimeSpan.FromHours(12);
        return relieved >= deadline && isNoon && days.IsWorkingDay(DateOnly.FromDateTime(there.DateTime));
    });

    [Fact]
    public void No_working_day_is_left_out() => Gen.Select(Moments, Calendars).Sample((deadline, days) =>
    {
        var end = DateOnly.FromDateTime(days.Relieve(deadline).ToOffset(days.Offset).DateTime);
        for (var day = DateOnly.FromDateTime(deadline.ToOffset(days.Offset).DateTime); day < end; day = day.AddDays(1))
        {
            if (days.IsWorkingDay(day))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Relief_twice_is_relief_once() =>
        Gen.Select(Moments, Calendars).Sample((deadline, days) => days.Relieve(days.Relieve(deadline)) == days.Relieve(deadline));

    [Theory]
    [InlineData("2023-09-15T17:00:00Z", "2023-09-15T17:00:00Z", 0)]
    [InlineData("2023-09-16T00:00:00Z", "2023-09-18T12:00:00Z", 0)]
    [InlineData("2023-09-17T23:59:59Z", "2023-09-18T12:00:00Z", 0)]
    [InlineData("2023-09-15T23:30:00Z", "2023-09-18T10:00:00Z", 2)]
    [InlineData("2023-12-25T08:00:00Z", "2023-12-27T12:00:00Z", 0)]
    public void A_deadline_on_a_day_off_moves_to_noon_of_the_next_working_day_there(string deadline, string moved, int offset)
    {
        var days = new WorkingDays(new HashSet<DateOnly> { new(2023, 12, 25), new(2023, 12, 26) }, TimeSpan.FromHours(offset));

        Assert.Equal(DateTimeOffset.Parse(moved, null), days.Relieve(DateTimeOffset.Parse(deadline, null)));
    }
}
