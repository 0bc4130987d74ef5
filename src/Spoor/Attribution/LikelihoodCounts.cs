namespace Spoor.Attribution;

/// <summary>How often a kind of evidence was seen where one actor is known to be behind both thefts, and where it is known that none is.</summary>
/// <remarks>
/// Rates take the Jeffreys prior, half a case on either side, so that nothing is certain after however many cases. A ratio
/// that goes into the table uses the upper bound of the false rate instead: none seen in 200 is not none.
/// </remarks>
/// <param name="Seen">Of <paramref name="Same"/>, those in which it was seen.</param>
/// <param name="Same">Pairs of one actor.</param>
/// <param name="FalselySeen">Of <paramref name="Unrelated"/>, those in which it was seen.</param>
/// <param name="Unrelated">Pairs of unrelated actors.</param>
public sealed record LikelihoodCounts(int Seen, int Same, int FalselySeen, int Unrelated)
{
    public decimal TrueRate => Jeffreys(Seen, Same);

    public decimal FalseRate => Jeffreys(FalselySeen, Unrelated);

    /// <summary>The false rate that is exceeded with a chance of 5 % at most (Clopper–Pearson, one-sided).</summary>
    public decimal FalseRateBound => BinomialBound.Upper(FalselySeen, Unrelated);

    /// <summary>How much more often it is seen with one actor than without.</summary>
    public decimal IfSeen => TrueRate / FalseRate;

    /// <summary>The same for its absence.</summary>
    public decimal IfNotSeen => (1 - TrueRate) / (1 - FalseRate);

    /// <summary>The ratio to report: with the bound in place of the rate.</summary>
    public decimal IfSeenAtLeast => TrueRate / FalseRateBound;

    private static decimal Jeffreys(int hits, int trials) => hits >= 0 && hits <= trials
        ? (hits + 0.5m) / (trials + 1m)
        : throw new ArgumentOutOfRangeException(nameof(hits), hits, $"Expected 0 to {trials} hits.");
}
