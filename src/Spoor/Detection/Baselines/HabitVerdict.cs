using Spoor.Valuation;

namespace Spoor.Detection.Baselines;

/// <summary>How one outflow compares with what its wallet did before. What is null could not be said; the counts tell how far off it is.</summary>
/// <remarks>Whole numbers only, so that its text is the same on every machine.</remarks>
public readonly record struct HabitVerdict
{
    /// <summary>Outflows learnt so far, and how many of them had a price.</summary>
    public required long Outflows { get; init; }

    /// <inheritdoc cref="Outflows"/>
    public required long Priced { get; init; }

    /// <summary>Hours learnt so far, silent ones among them.</summary>
    public required int Hours { get; init; }

    /// <summary>Robust z of its worth for the hour, in thousandths; from <see cref="SizeHabit.ScoredFrom"/> priced outflows on.</summary>
    public int? RobustZ { get; init; }

    /// <summary>What is usual at its hour, in millionths of a decade of dollars, as <see cref="Usual"/> makes dollars of it.</summary>
    public int? UsualSize { get; init; }

    /// <summary>Dollars that one outflow in 100,000 exceeds; from <see cref="SizeHabit.ExtremeFrom"/> priced outflows on.</summary>
    public long? ExtremeDollars { get; init; }

    /// <summary>The same as far as median and spread tell; from <see cref="SizeHabit.ScoredFrom"/> priced outflows until <see cref="ExtremeDollars"/> is known.</summary>
    public long? LikelyExtremeDollars { get; init; }

    /// <summary>Charts of the hour that alarm; null before <see cref="ActivityChart.ChartedFrom"/> hours.</summary>
    public ActivityAlarms? Alarms { get; init; }

    /// <summary>How often the recipient was paid, as far as it is remembered exactly; 0 for one that is not among the late ones.</summary>
    public required int PaidBefore { get; init; }

    /// <summary>The largest payment to the recipient in dollars, to about a tenth; 0 when none had a price, null for one that is not among the late ones.</summary>
    public long? LargestPaid { get; init; }

    /// <summary>How often a recipient that is not among the late ones may have been paid long ago; 0: never.</summary>
    public required int PaidAtMost { get; init; }

    /// <summary>Thousandths of the late outflows that went to somebody not known before; from <see cref="WalletHabit.NoveltyFrom"/> on.</summary>
    public int? NewRecipients { get; init; }

    /// <summary>Gas price in thousandths of the wallet's usual; from <see cref="WalletHabit.ShapedFrom"/> prices on.</summary>
    public long? GasRatio { get; init; }

    /// <summary>Thousandths of the learnt outflows that left in a transaction of like breadth: alone, 2 to 9, or 10 and more.</summary>
    public int? LikeBatch { get; init; }

    /// <summary>Thousandths of the learnt outflows that left within an hour of this time of day.</summary>
    public int? AtThisHour { get; init; }

    /// <summary>Whether the recipient is among those paid of late.</summary>
    public bool IsKnown => PaidBefore > 0;

    public UsdValue? Usual => UsualSize is { } size ? UsdValue.OfDollars(Logarithm.DollarsOfMillionths(size)) : null;

    public UsdValue? Extreme => ExtremeDollars is { } dollars ? UsdValue.OfDollars(dollars) : null;
}
