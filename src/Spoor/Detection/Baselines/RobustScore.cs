namespace Spoor.Detection.Baselines;

/// <summary>How far a value lies from the usual, in units that a few wild values cannot stretch.</summary>
public static class RobustScore
{
    /// <summary>Observations of its own from which a bin of the week outweighs the wallet's overall median.</summary>
    public const int ShrinkWeight = 20;

    // 0.6745 is the third quartile of the standard normal distribution: MAD / 0.6745 estimates its standard deviation.
    private const double NormalQuartile = 0.6745;

    /// <summary>0.6745 (x - median) / MAD.</summary>
    public static double Z(double x, double median, double deviation) => NormalQuartile * (x - median) / deviation;

    /// <summary>How far from the median a score lies.</summary>
    public static double Far(double z, double deviation) => z * deviation / NormalQuartile;

    /// <summary>The bin's median drawn to the wallet's: (n m_b + k m) / (n + k).</summary>
    public static double Shrunk(double ofBin, long observations, double overall) =>
        ((observations * ofBin) + (ShrinkWeight * overall)) / (observations + ShrinkWeight);

    /// <summary>Median of a few values; sorts them.</summary>
    public static double Median(Span<double> values)
    {
        values.Sort();
        int half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// <summary>Median absolute deviation of a few values from their median; overwrites them.</summary>
    public static double Deviation(Span<double> values, double median)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Abs(values[i] - median);
        }

        return Median(values);
    }
}
