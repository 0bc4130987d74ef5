namespace Spoor.Detection.Backtest;

/// <summary>Between which rates a count of events leaves a rate, at 95 % (Garwood, Biometrika 28, 1936): exact, and never too narrow.</summary>
/// <remarks>With a rate below <paramref name="Low"/> so many events, with one above <paramref name="High"/> so few, would have a chance below 2.5 %.</remarks>
/// <param name="Low">Thousandths of an event a year.</param>
/// <param name="High">Thousandths of an event a year.</param>
public sealed record PoissonBounds(long Low, long High)
{
    private const double Chance = 0.025;

    // Halvings of an interval that is at most some thousand wide: finer than a thousandth.
    private const int Halvings = 60;

    /// <param name="events">How many were seen.</param>
    /// <param name="months">In how many months.</param>
    /// <returns>Null without a month to have seen them in.</returns>
    public static PoissonBounds? OfYear(int events, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return months == 0 ? null : new(Scaled(LowMean(events)), Scaled(HighMean(events)));

        long Scaled(double mean) => (long)Math.Round(mean * 12_000 / months, MidpointRounding.AwayFromZero);
    }

    private static double LowMean(int events) => events == 0 ? 0 : Where(mean => 1 - AtMost(events - 1, mean) >= Chance, events);

    private static double HighMean(int events) => Where(mean => AtMost(events, mean) <= Chance, (2 * events) + 20);

    // The least mean from which on it holds.
    private static double Where(Predicate<double> holds, double most)
    {
        double low = 0;
        double high = most;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static double AtMost(int events, double mean)
    {
        double log = -mean;
        double sum = Math.Exp(log);
        for (int i = 1; i <= events; i++)
        {
            log += Math.Log(mean / i);
            sum += Math.Exp(log);
        }

        return sum;
    }
}
