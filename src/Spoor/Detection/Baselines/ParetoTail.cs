namespace Spoor.Detection.Baselines;

/// <summary>The generalised Pareto distribution of what exceeds a high threshold.</summary>
/// <remarks>
/// Fitted by probability-weighted moments (Hosking and Wallis, <em>Technometrics</em> 1987): closed form, no search that could
/// end differently, and better than maximum likelihood on the few peaks a wallet has. Right for a shape below a half.
/// </remarks>
public readonly record struct ParetoTail(double Shape, double Scale)
{
    // Below this shape the power cannot be told from the exponential, but dividing by it would lose its digits.
    private const double NoShape = 1e-8;

    /// <summary>Fits excesses over the threshold; sorts them.</summary>
    public static ParetoTail Fit(Span<double> excesses)
    {
        excesses.Sort();
        double mean = 0;
        double weighted = 0;
        for (int i = 0; i < excesses.Length; i++)
        {
            double rank = (i + 0.65) / excesses.Length;
            mean += excesses[i];
            weighted += (1 - rank) * excesses[i];
        }

        mean /= excesses.Length;
        weighted /= excesses.Length;
        double rest = mean - (2 * weighted);
        return rest > 0 ? new(2 - (mean / rest), 2 * mean * weighted / rest) : new(0, mean);
    }

    /// <summary>The tail with its shape drawn to zero, that of an exponential, by as much as it rests on few peaks; the mean stays.</summary>
    /// <param name="weight">Peaks that weigh as much as what is assumed without any.</param>
    public ParetoTail Believed(int peaks, int weight)
    {
        double shape = Shape * peaks / (peaks + weight);
        return new(shape, Scale / (1 - Shape) * (1 - shape));
    }

    /// <summary>The value that one observation in 1 / <paramref name="risk"/> exceeds: t + scale / shape ((risk n / peaks)^-shape - 1).</summary>
    /// <param name="threshold">What the peaks exceeded.</param>
    /// <param name="observations">All observations, n.</param>
    /// <param name="peaks">How many of them exceeded the threshold.</param>
    public double Quantile(double risk, double threshold, long observations, long peaks)
    {
        double rarity = Logarithm.Natural(risk * observations / peaks);
        return Math.Abs(Shape) < NoShape
            ? threshold - (Scale * rarity)
            : threshold + (Scale / Shape * (Logarithm.Exponential(-Shape * rarity) - 1));
    }
}
