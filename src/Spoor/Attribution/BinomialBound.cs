namespace Spoor.Attribution;

/// <summary>The upper end of a rate, from hits counted in trials (Clopper and Pearson, Biometrika 26, 1934).</summary>
/// <remarks>One-sided at 95 %: with a higher rate, so few hits would have had a chance below 5 %. Without hits it is near 3 / trials.</remarks>
public static class BinomialBound
{
    private const double Chance = 0.05;

    // Halvings of an interval of 1: finer than the digits that are given out.
    private const int Halvings = 60;
    private const int Digits = 10;

    /// <returns>From above 0 to 1, rounded to ten decimals, so that it is the same on every machine.</returns>
    public static decimal Upper(int hits, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
        if (hits == trials)
        {
            return 1;
        }

        double low = (double)hits / trials;
        double high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            bool tooHigh = AtMost(hits, trials, middle) < Chance;
            (low, high) = tooHigh ? (low, middle) : (middle, high);
        }

        return Math.Round((decimal)high, Digits, MidpointRounding.AwayFromZero);
    }

    // Summed downwards from the largest term, since every rate tried is above hits / trials.
    private static double AtMost(int hits, int trials, double rate)
    {
        double term = Math.Exp(LogOf(hits, trials, rate));
        double sum = term;
        for (int k = hits; k > 0 && term > sum * 1e-18; k--)
        {
            term *= k * (1 - rate) / ((trials - k + 1d) * rate);
            sum += term;
        }

        return sum;
    }

    private static double LogOf(int hits, int trials, double rate)
    {
        double log = (hits > 0 ? hits * Math.Log(rate) : 0) + ((trials - hits) * Math.Log(1 - rate));
        for (int i = 1; i <= hits; i++)
        {
            log += Math.Log((trials - hits + (double)i) / i);
        }

        return log;
    }
}
