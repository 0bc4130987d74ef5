namespace Spoor.Response.Clock;

/// <summary>Which days an authority works, in the time of the authority's member state.</summary>
/// <param name="Offset">What the clocks there are ahead of UTC; the user states it, since summer time depends on the day and the state.</param>
public sealed record WorkingDays(IReadOnlySet<DateOnly> Holidays, TimeSpan Offset)
{
    /// <summary>Saturday and Sunday off, no holidays, UTC.</summary>
    public static readonly WorkingDays WeekendsOnly = new(new HashSet<DateOnly>(), TimeSpan.Zero);

    private static readonly TimeOnly Noon = new(12, 0);

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>A deadline on a day off moves to noon of the next working day; any other stays.</summary>
    public DateTimeOffset Relieve(DateTimeOffset deadline)
    {
        var day = DateOnly.FromDateTime(deadline.ToOffset(Offset).DateTime);
        if (IsWorkingDay(day))
        {
            return deadline;
        }

        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day, Noon, Offset).ToUniversalTime();
    }
}
