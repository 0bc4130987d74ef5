namespace Spoor.Attribution;

/// <summary>A probability as the logarithm to base ten of its odds: the scale on which independent evidence adds up.</summary>
/// <remarks>0 is as likely as not; 2 is a hundred to one on.</remarks>
public readonly record struct LogOdds(decimal Value) : IComparable<LogOdds>
{
    // Machines agree on logarithms and powers to 15 digits; what is given out is cut before that.
    private const int LogDigits = 12;
    private const int ProbabilityDigits = 10;

    // Nearer to 0 or 1 than this no evidence of Spoor can bring anybody, and the probability stays inside (0, 1).
    private const decimal Limit = 9;

    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1, both excluded: no evidence could move it.</exception>
    public static LogOdds Of(decimal probability) => probability is > 0 and < 1
        ? new(Math.Round((decimal)Math.Log10((double)(probability / (1 - probability))), LogDigits))
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability above 0 and below 1.");

    /// <summary>Above 0 and below 1, to ten decimals.</summary>
    public decimal Probability
    {
        get
        {
            double log = (double)Math.Clamp(Value, -Limit, Limit);
            return Math.Round((decimal)(1 / (1 + Math.Pow(10, -log))), ProbabilityDigits);
        }
    }

    /// <summary>Ten to a power from 0 to 18, to two decimals: the ratio that evidence of this weight stands for.</summary>
    public static decimal Ratio(decimal log10) => Math.Round((decimal)Math.Pow(10, (double)Math.Clamp(log10, 0, 18)), 2);

    /// <summary>The weight of evidence that is what it seems only with a probability, and else tells nothing (a ratio of one).</summary>
    public static decimal Mixed(decimal log10, decimal probability) =>
        Math.Round((decimal)Math.Log10(((double)probability * Math.Pow(10, (double)log10)) + (double)(1 - probability)), LogDigits);

    public static LogOdds operator +(LogOdds odds, decimal log10Ratio) => new(odds.Value + log10Ratio);

    public int CompareTo(LogOdds other) => Value.CompareTo(other.Value);
}
