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
        new("one transfer of 100,000 USD", "a price", watch, prices, outflow => IsFrom(outflow, 100_000)),
        new("one transfer of 1,000,000 USD", "a price", watch, prices, outflow => IsFrom(outflow, 1_000_000)),
        new("one transfer of 250,000 USD to an address not seen before", "a price", watch, prices, outflow => IsLarge(outflow, outflow.Seen is null)),
        new("one transfer of 250,000 USD to an address seen for less than a day", "a price", watch, prices, outflow => IsLarge(outflow, outflow.Seen is null || outflow.Seen < TimeSpan.FromDays(1))),
        new("z above 6 alone", $"a price, and {FewestForHabit} outflows of the wallet before it", watch, prices, IsUnusual),
        new("half of a balance alone", "a price, and an opening balance of the wallet", watch, prices, IsHalf),
    ];

    private static bool? IsFrom(Outflow outflow, long dollars) => outflow.Worth is { } worth ? worth >= UsdValue.OfDollars(dollars) : null;

    // What most of the detector's finds come down to where a victim's habits and balances are not in the data.
    private static bool? IsLarge(Outflow outflow, bool isToNew) => IsFrom(outflow, 250_000) is { } isLarge ? isLarge && isToNew : null;

    private static bool? IsUnusual(Outflow outflow)
    {
        if (outflow.Worth is not { } worth || outflow.Earlier.Count < FewestForHabit)
        {
            return null;
        }

        double[] earlier = [.. outflow.Earlier.Select(Logarithm)];
        double median = RobustScore.Median(earlier);
        double deviation = RobustScore.Deviation(earlier, median);
        // Equal amounts all along have no spread: then whatever is above them is unusual.
        return deviation > 0 ? RobustScore.Z(Logarithm(worth), median, deviation) > UnusualZ : Logarithm(worth) > median;
    }

    private static bool? IsHalf(Outflow outflow) =>
        outflow is { Worth: { } worth, Held: { } held } ? worth >= WorthRatio && outflow.Amount.Units >= held.Units - (held.Units / 2) : null;

    private static double Logarithm(UsdValue worth) => Math.Log10(((double)worth.Micros / 1e6) + 1);
}
