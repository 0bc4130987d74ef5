namespace Spoor.Tracing.Relevance;

/// <summary>What a tainted payment, and what its recipient did next, look like: one level for each trait.</summary>
public readonly record struct PaymentTraits(int PassedOn, int Matching, int Share)
{
    private static readonly TimeSpan[] Delays = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(4)];

    // Thousandths, exclusive.
    private static readonly uint[] Gaps = [1, 10, 30, 100];

    // Thousandths, inclusive.
    private static readonly uint[] Shares = [900, 500, 100, 10, 1];

    public IReadOnlyList<int> Levels => [PassedOn, Matching, Share];

    /// <param name="delay">From the receipt to the next payment; null when there is none.</param>
    public static int LevelOfDelay(TimeSpan? delay) =>
        delay is { } known ? FirstOr(Delays.Length, Delays, limit => known < limit) : RelevanceTrait.PassedOn.Levels.Count - 1;

    /// <param name="thousandths">The smallest gap between receipt and payments, in thousandths of the receipt, rounded down.</param>
    public static int LevelOfGap(UInt128 thousandths) => FirstOr(Gaps.Length, Gaps, limit => thousandths < limit);

    /// <param name="thousandths">The tainted share, rounded down.</param>
    public static int LevelOfShare(UInt128 thousandths) => FirstOr(Shares.Length, Shares, limit => thousandths >= limit);

    private static int FirstOr<T>(int otherwise, T[] limits, Predicate<T> holds)
    {
        int at = Array.FindIndex(limits, holds);
        return at < 0 ? otherwise : at;
    }
}
