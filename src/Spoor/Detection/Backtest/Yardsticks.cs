using Spoor.Detection.Baselines;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>The simple watches that people run today, to see what the detector adds.</summary>
public static class Yardsticks
{
    private const int FewestForHabit = 8;
    private const double UnusualZ = 6;

    private static readonly UsdValue WorthRatio = UsdValue.OfDollars(100_000);

    public static IReadOnlyList<Yardstick> All(WatchList watch, PriceBook prices) =>
    [
        new("one transfer of 100,000 USD", watch, prices, outflow => outflow.Worth >= UsdValue.OfDollars(100_000)),
        new("one transfer of 1,000,000 USD", watch, prices, outflow => outflow.Worth >= UsdValue.OfDollars(1_000_000)),
        new("z above 6 alone", watch, prices, IsUnusual),
        new("half of a balance alone", watch, prices, IsHalf),
    ];

    private static bool IsUnusual(Outflow outflow)
    {
        if (outflow.Worth is not { } worth || outflow.Earlier.Count < FewestForHabit)
        {
            return false;
        }

        double[] earlier = [.. outflow.Earlier.Select(Logarithm)];
        double median = RobustScore.Median(earlier);
        double deviation = RobustScore.Deviation(earlier, median);
        // Equal amounts all along have no spread: then whatever is above them is unusual.
        return deviation > 0 ? RobustScore.Z(Logarithm(worth), median, deviation) > UnusualZ : Logarithm(worth) > median;
    }

    private static bool IsHalf(Outflow outflow) =>
        outflow is { Worth: { } worth, Held: { } held } && worth >= WorthRatio && outflow.Transfer.Amount.Units >= held.Units - (held.Units / 2);

    private static double Logarithm(UsdValue worth) => Math.Log10(((double)worth.Micros / 1e6) + 1);
}
