using System.Globalization;
using CsCheck;
using Spoor.Chains.Bitcoin;

namespace Spoor.Tests.Nodes.Bitcoin;

public sealed class CoinAmountTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.00000000", 0)]
    [InlineData("1", 100_000_000)]
    [InlineData("50.0", 5_000_000_000)]
    [InlineData("0.1", 10_000_000)]
    [InlineData("0.00000001", 1)]
    [InlineData("1e-8", 1)]
    [InlineData("1E-08", 1)]
    [InlineData("5.46e-06", 546)]
    [InlineData("2.1e7", 2_100_000_000_000_000)]
    [InlineData("20999999.97690000", 2_099_999_997_690_000)]
    [InlineData("0.29", 29_000_000)]
    [InlineData("1.1e+1", 1_100_000_000)]
    public void Coins_become_the_smallest_unit_exactly(string written, long units)
    {
        Assert.True(CoinAmount.TryRead(written, 8, out var read));
        Assert.Equal((Int128)units, read);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("0.000000001")]
    [InlineData("1.5e-8")]
    [InlineData("1e-31")]
    [InlineData("1e31")]
    [InlineData("1e99999999999")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_negative_finer_than_the_smallest_unit_or_absurdly_large_is_none(string written) =>
        Assert.False(CoinAmount.TryRead(written, 8, out _));

    [Fact]
    public void Every_amount_is_read_back_however_it_is_written() => Gen.Select(Gen.Long[0, 2_100_000_000_000_000], Gen.Int[-12, 12]).Sample((units, shift) =>
    {
        decimal coins = units / 100_000_000m;
        string plain = coins.ToString("0.00000000", CultureInfo.InvariantCulture);
        decimal mantissa = shift >= 0 ? coins / Power(shift) : coins * Power(-shift);
        string scientific = $"{mantissa.ToString(CultureInfo.InvariantCulture)}e{shift}";
        return CoinAmount.TryRead(plain, 8, out var first) && first == units && CoinAmount.TryRead(scientific, 8, out var second) && second == units;
    });

    private static decimal Power(int exponent) => decimal.Parse($"1{new string('0', exponent)}", CultureInfo.InvariantCulture);
}
