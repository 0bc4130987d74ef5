using System.Numerics;
using CsCheck;
using Spoor.Tracing;

namespace Spoor.Tests.Tracing;

public sealed class WideDivisionTests
{
    // Words of all zeros, all ones and single bits are where estimates of a quotient go wrong.
    private static readonly Gen<ulong> Words =
        Gen.OneOf(Gen.ULong, Gen.OneOf([0UL, 1UL, 2UL, ulong.MaxValue, ulong.MaxValue - 1, 1UL << 63, (1UL << 63) - 1]));

    private static readonly Gen<UInt128> Numbers =
        Gen.Select(Words, Words, Gen.Int[0, 127]).Select(one => new UInt128(one.Item1, one.Item2) >> one.Item3);

    [Fact]
    public void A_product_divided_is_what_unbounded_integers_give() =>
        Gen.Select(Numbers, Numbers, Numbers.Where(divisor => divisor > UInt128.Zero))
            .Sample((left, right, divisor) =>
            {
                var (quotient, remainder) = BigInteger.DivRem((BigInteger)left * right, divisor);
                if (quotient > UInt128.MaxValue)
                {
                    Assert.Throws<OverflowException>(() => LargestRemainder.MultiplyDivide(left, right, divisor));
                    return;
                }

                Assert.Equal(((UInt128)quotient, (UInt128)remainder), LargestRemainder.MultiplyDivide(left, right, divisor));
            }, iter: 100_000);

    [Fact]
    public void A_quotient_just_below_the_limit_is_exact() =>
        Gen.Select(Numbers, Numbers).Where((a, b) => a != b)
            .Sample((a, b) =>
            {
                var (small, large) = a < b ? (a, b) : (b, a);
                var (quotient, remainder) = BigInteger.DivRem((BigInteger)UInt128.MaxValue * small, large);

                Assert.Equal(((UInt128)quotient, (UInt128)remainder), LargestRemainder.MultiplyDivide(UInt128.MaxValue, small, large));
            }, iter: 100_000);

    [Fact]
    public void Division_by_nothing_is_refused() =>
        Assert.Throws<DivideByZeroException>(() => LargestRemainder.MultiplyDivide(1, 1, 0));
}
