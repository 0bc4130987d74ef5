using System.Numerics;
using CsCheck;
using Spoor.Tracing;

namespace Spoor.Tests.Tracing;

public sealed class LargestRemainderTests
{
    [Fact]
    public void Missing_units_go_to_the_largest_remainders_ties_to_the_lowest_index()
    {
        Assert.Equal([4, 3, 3], Split(10, 7, 7, 7));
        Assert.Equal([2, 3, 1, 0], Split(6, 3, 5, 1, 1));
    }

    [Fact]
    public void Parts_sum_to_the_total_and_none_exceeds_its_weight() =>
        Gen.Select(Gen.ULong, Gen.Byte).Select((low, shift) => (UInt128)low << (shift % 56)).Array[1, 8]
            .Where(weights => weights.Any(weight => weight > 0))
            .SelectMany(weights => Gen.ULong.Select(share => (weights, share)))
            .Sample(sample =>
            {
                var sum = sample.weights.Aggregate(BigInteger.Zero, (a, b) => a + b);
                var total = (UInt128)(sum * sample.share / ulong.MaxValue);
                var parts = Split(total, sample.weights);
                return parts.Aggregate(BigInteger.Zero, (a, b) => a + b) == total
                    && parts.Zip(sample.weights).All(pair => pair.First <= pair.Second)
                    && parts.Zip(sample.weights).All(pair => IsWithinOne(pair.First, pair.Second * (BigInteger)total, sum));
            });

    // Small weights make equal remainders common; above 32 parts another way is taken.
    [Fact]
    public void However_many_the_parts_the_largest_remainders_are_served() =>
        Gen.Int[1, 9].Array[1, 90].SelectMany(weights => Gen.Int[0, weights.Sum()].Select(total => (weights, total)))
            .Sample(sample =>
            {
                int sum = sample.weights.Sum();
                int[] expected = [.. sample.weights.Select(weight => sample.total * weight / sum)];
                int missing = sample.total - expected.Sum();
                var served = Enumerable.Range(0, expected.Length)
                    .OrderByDescending(part => sample.total * sample.weights[part] % sum)
                    .ThenBy(part => part)
                    .Take(missing);
                foreach (int part in served)
                {
                    expected[part]++;
                }

                Assert.Equal(
                    expected.Select(part => (UInt128)part),
                    Split((UInt128)sample.total, [.. sample.weights.Select(weight => (UInt128)weight)]));
            });

    [Fact]
    public void A_total_over_nothing_is_refused() => Assert.Throws<ArgumentException>(() => Split(1, 0, 0));

    private static bool IsWithinOne(BigInteger part, BigInteger exactTimesSum, BigInteger sum) =>
        BigInteger.Abs((part * sum) - exactTimesSum) < sum;

    private static UInt128[] Split(UInt128 total, params UInt128[] weights)
    {
        var parts = new UInt128[weights.Length];
        LargestRemainder.Split(total, weights, parts);
        return parts;
    }
}
