namespace Spoor.Detection.Baselines;

/// <summary>What is usual at an hour: by hour of the day, and from 500 outflows on by hour of the week.</summary>
/// <remarks>Each bin is drawn to what it is part of, the hour of the week to the hour of the day and that to the whole, by as much as it has seen little.</remarks>
public sealed class HourPattern
{
    public const int WeekFrom = 500;

    private const int Day = 24;
    private const int Week = 7 * Day;

    private P2Median[] _day = [];
    private P2Median[] _week = [];

    /// <param name="hour">Whole hours since 1970-01-01 00:00 UTC.</param>
    public double Usual(long hour, double overall)
    {
        if (_day.Length == 0)
        {
            return overall;
        }

        ref readonly var ofDay = ref _day[DayBin(hour)];
        double byDay = RobustScore.Shrunk(ofDay.Value, ofDay.Count, overall);
        if (_week.Length == 0)
        {
            return byDay;
        }

        ref readonly var ofWeek = ref _week[WeekBin(hour)];
        return RobustScore.Shrunk(ofWeek.Value, ofWeek.Count, byDay);
    }

    public void Learn(long hour, double x, long learnt)
    {
        if (_day.Length == 0)
        {
            _day = new P2Median[Day];
        }

        if (learnt >= WeekFrom && _week.Length == 0)
        {
            _week = new P2Median[Week];
        }

        _day[DayBin(hour)].Add(x);
        if (_week.Length > 0)
        {
            _week[WeekBin(hour)].Add(x);
        }
    }

    public void CopyTo(HourPattern other)
    {
        other._day = Fitting(other._day, _day.Length);
        other._week = Fitting(other._week, _week.Length);
        _day.CopyTo(other._day, 0);
        _week.CopyTo(other._week, 0);
    }

    internal void Write(ref StateWriter to)
    {
        to.Byte((byte)((_day.Length > 0 ? 1 : 0) + (_week.Length > 0 ? 1 : 0)));
        foreach (var median in _day)
        {
            median.Write(ref to);
        }

        foreach (var median in _week)
        {
            median.Write(ref to);
        }
    }

    internal static HourPattern Read(ref StateReader from)
    {
        int patterns = from.Count(2);
        var read = new HourPattern { _day = new P2Median[patterns > 0 ? Day : 0], _week = new P2Median[patterns > 1 ? Week : 0] };
        for (int i = 0; i < read._day.Length + read._week.Length; i++)
        {
            var median = P2Median.Read(ref from);
            (i < read._day.Length ? read._day : read._week)[i < read._day.Length ? i : i - Day] = median;
        }

        return read;
    }

    private static int DayBin(long hour) => (int)(hour % Day);

    private static int WeekBin(long hour) => (int)(hour % Week);

    private static P2Median[] Fitting(P2Median[] bins, int length) => bins.Length == length ? bins : new P2Median[length];
}
