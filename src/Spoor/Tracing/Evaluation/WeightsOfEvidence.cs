using System.Numerics;
using Spoor.Tracing.Relevance;

namespace Spoor.Tracing.Evaluation;

/// <summary>Learns how much each trait of a payment speaks for laundering.</summary>
/// <remarks>
/// The weight of evidence of Good (<i>Probability and the Weighing of Evidence</i>, 1950) in Turing's decibans: ten times the logarithm of how much more
/// often laundering shows a level than other payments do. Half a payment is added to every count, so that what was never
/// seen is not taken for impossible. Whole numbers throughout: every machine learns the same.
/// </remarks>
public static class WeightsOfEvidence
{
    private const int Most = 60;

    public static RelevanceWeights Learn(IReadOnlyCollection<RelevanceSample> samples)
    {
        int[][] weights = [.. RelevanceTrait.All.Select((trait, number) => Learn(samples, number, trait.Levels.Count))];
        return new(weights[0], weights[1], weights[2]);
    }

    /// <summary>Ten times the decimal logarithm of a ratio, to the nearest whole number.</summary>
    public static int Decibans(int part, int whole)
    {
        // Half a deciban is the twentieth root of ten; raised to the twentieth power nothing has to be rounded.
        var above = BigInteger.Pow(part, 20);
        var below = BigInteger.Pow(whole, 20);
        int decibans = -Most;
        while (decibans < Most && IsAtLeast(above, below, (2 * decibans) + 1))
        {
            decibans++;
        }

        return decibans;
    }

    private static bool IsAtLeast(BigInteger above, BigInteger below, int power) =>
        power >= 0 ? above >= below * BigInteger.Pow(10, power) : above * BigInteger.Pow(10, -power) >= below;

    private static int[] Learn(IReadOnlyCollection<RelevanceSample> samples, int trait, int levels)
    {
        int laundering = samples.Count(sample => sample.IsLaundering);
        int other = samples.Count - laundering;
        int[] weights = new int[levels];
        for (int level = 0; level < levels; level++)
        {
            var shown = samples.Where(sample => sample.Traits.Levels[trait] == level).ToList();
            int launderingShown = shown.Count(sample => sample.IsLaundering);
            int otherShown = shown.Count - launderingShown;
            weights[level] = Decibans(((2 * launderingShown) + 1) * (other + 1), ((2 * otherShown) + 1) * (laundering + 1));
        }

        return weights;
    }
}
