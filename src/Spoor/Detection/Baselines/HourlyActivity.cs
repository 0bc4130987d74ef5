namespace Spoor.Detection.Baselines;

/// <summary>How many outflows leave in an hour, and how much is worth what leaves; hours without any count, too.</summary>
public struct HourlyActivity
{
    // After a week of silence the charts are as calm as they will ever be.
    private const int MostSilentHours = 168;

    // Counts under a square root have a deviation of about 1 (Anscombe, Biometrika 1948); sums go by decades.
    private const double LeastOfCount = 1;
    private const double LeastOfSum = 0.25;

    private long _hour;
    private long _count;
    private double _dollars;
    private ActivityChart _counts;
    private ActivityChart _sums;

    public readonly bool IsCharted => _counts.IsCharted;

    public readonly int Hours => _counts.Hours;

    /// <summary>Which charts alarm if the hour ended with this outflow.</summary>
    public readonly ActivityAlarms With(long hour, double dollars)
    {
        var then = this;
        then.Learn(hour, dollars);
        if (!then.IsCharted)
        {
            return ActivityAlarms.None;
        }

        var count = then._counts.IfEnded(OfCount(then._count), LeastOfCount);
        var sum = then._sums.IfEnded(OfSum(then._dollars), LeastOfSum);
        var alarms = (count.Ewma ? ActivityAlarms.CountEwma : 0) | (count.Cusum ? ActivityAlarms.CountCusum : 0);

        // Where most hours are silent every sum is far from the mean, and says no more than that something was sent.
        return then._counts.Usual < OfCount(1) ? alarms
            : alarms | (sum.Ewma ? ActivityAlarms.SumEwma : 0) | (sum.Cusum ? ActivityAlarms.SumCusum : 0);
    }

    /// <param name="hour">Whole hours since 1970-01-01 00:00 UTC; one that is over already counts to the one that is not.</param>
    public void Learn(long hour, double dollars)
    {
        if (hour > _hour && _hour > 0)
        {
            Close(hour);
        }

        _hour = Math.Max(hour, _hour);
        _count++;
        _dollars += dollars;
    }

    internal readonly void Write(ref StateWriter to)
    {
        to.Long(_hour);
        to.Long(_count);
        to.Real(_dollars);
        _counts.Write(ref to);
        _sums.Write(ref to);
    }

    internal static HourlyActivity Read(ref StateReader from) => new()
    {
        _hour = from.Long(),
        _count = from.Long(),
        _dollars = from.Real(),
        _counts = ActivityChart.Read(ref from),
        _sums = ActivityChart.Read(ref from),
    };

    private void Close(long hour)
    {
        _counts.Step(OfCount(_count), LeastOfCount);
        _sums.Step(OfSum(_dollars), LeastOfSum);
        for (long silent = Math.Min(hour - _hour - 1, MostSilentHours); silent > 0; silent--)
        {
            _counts.Step(OfCount(0), LeastOfCount);
            _sums.Step(0, LeastOfSum);
        }

        (_count, _dollars) = (0, 0);
    }

    private static double OfCount(long count) => 2 * Math.Sqrt(count + 0.375);

    private static double OfSum(double dollars) => Logarithm.OfDollars(dollars);
}
