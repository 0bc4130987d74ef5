using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>Amounts whose logarithm is normal, in whole numbers throughout, so that every machine draws the same.</summary>
/// <remarks>
/// The normal number is the sum of twelve even ones (Irwin–Hall, from −6 to 6); the power of two is put together from
/// repeated square roots of two. One standard deviation is a factor of e² ≈ 7.4, so two thirds of the payments lie
/// between a seventh of the median and seven times it.
/// </remarks>
internal sealed class LogNormalAmounts(Amount median)
{
    private const int FractionBits = 32;

    // 2 / ln 2 in 32.32 fixed point: natural deviations of 2 as powers of two.
    private const long DeviationInPowersOfTwo = 12_392_656_037;

    private const int RootBits = 62;

    // 2^(1/2), 2^(1/4), 2^(1/8) …, each in 2.62 fixed point.
    private static readonly ulong[] Roots = RootsOfTwo(20);

    public Amount Draw(SplitMix64 random)
    {
        long sum = -6L << FractionBits;
        for (int i = 0; i < 12; i++)
        {
            sum += (long)(random.Next() >> (64 - FractionBits));
        }

        var exponent = ((Int128)sum * DeviationInPowersOfTwo) >> FractionBits;
        int whole = (int)(exponent >> FractionBits);
        var scaled = (median.Units * TwoToThe((uint)(exponent & uint.MaxValue))) >> (RootBits - whole);
        return new(UInt128.Max(scaled, UInt128.One));
    }

    /// <summary>2^(fraction / 2^32) in 2.62 fixed point.</summary>
    private static UInt128 TwoToThe(uint fraction)
    {
        var power = UInt128.One << RootBits;
        for (int i = 0; i < Roots.Length; i++)
        {
            bool set = ((fraction >> (FractionBits - 1 - i)) & 1) == 1;
            power = set ? (power * Roots[i]) >> RootBits : power;
        }

        return power;
    }

    private static ulong[] RootsOfTwo(int count)
    {
        ulong[] roots = new ulong[count];
        var last = (UInt128)2 << RootBits;
        for (int i = 0; i < count; i++)
        {
            last = SquareRoot(last << RootBits);
            roots[i] = (ulong)last;
        }

        return roots;
    }

    private static UInt128 SquareRoot(UInt128 square)
    {
        var root = UInt128.Zero;
        for (int bit = 63; bit >= 0; bit--)
        {
            var larger = root | (UInt128.One << bit);
            root = larger <= UInt128.MaxValue / larger && larger * larger <= square ? larger : root;
        }

        return root;
    }
}
