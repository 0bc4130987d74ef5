using CsCheck;
using Spoor.Detection.Baselines;
using Spoor.Valuation;

namespace Spoor.Tests.Detection.Baselines;

public sealed class LogarithmTests
{
    [Fact]
    public void It_agrees_with_the_library_of_the_system_to_the_last_digits() =>
        Gen.Double[-300, 300].Sample(x =>
        {
            double power = Math.Pow(10, x);
            return Math.Abs(Logarithm.Natural(power) - Math.Log(power)) <= 4e-16 * Math.Max(1, Math.Abs(Math.Log(power)))
                && Math.Abs((Logarithm.Exponential(x) / Math.Exp(x)) - 1) < 2e-14;
        });

    [Fact]
    public void Its_bits_are_fixed()
    {
        // Written down once; a machine on which they differ would learn another habit.
        Assert.Equal(Bits(2), BitConverter.DoubleToUInt64Bits(Logarithm.Natural(2)));
        Assert.Equal(0x3FE62E42FEFA39EFUL, Bits(2));
        Assert.Equal(0x4005BF0A8B14576AUL, BitConverter.DoubleToUInt64Bits(Logarithm.Exponential(1)));

        static ulong Bits(double x) => BitConverter.DoubleToUInt64Bits(Logarithm.Natural(x));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(7_900_000)]
    [InlineData(1_460_000_000)]
    public void Dollars_come_back_from_the_scale(long dollars) =>
        Assert.Equal(dollars, Logarithm.Dollars(Logarithm.OfDollars(Logarithm.DollarsOf(UsdValue.OfDollars(dollars)))));

    [Fact]
    public void What_no_wallet_can_be_worth_is_cut() =>
        Assert.Equal(1e15, Logarithm.DollarsOf(UsdValue.OfDollars(long.MaxValue)));
}
