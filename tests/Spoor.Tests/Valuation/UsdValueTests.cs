using System.Numerics;
using CsCheck;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Valuation;

public sealed class UsdValueTests
{
    // Closes of 2023-09-12; the products by hand.
    [Theory]
    [InlineData("11676", "1592.43", "18593212.680000")]
    [InlineData("12000000", "0.4807", "5768400.000000")]
    [InlineData("231", "25833.34", "5967501.540000")]
    [InlineData("137000000", "0.08078", "11066860.000000")]
    [InlineData("29000", "210.99", "6118710.000000")]
    [InlineData("141000", "17.93", "2528130.000000")]
    public void An_amount_times_a_price_is_exact(string coins, string price, string usd) =>
        Assert.Equal(usd, UsdValue.Of(CoinsOf(coins), PriceOf(price)).ToString());

    [Theory]
    [InlineData("1", "0.0000005", "0.000000")]
    [InlineData("1", "0.0000015", "0.000002")]
    [InlineData("1", "0.0000025", "0.000002")]
    [InlineData("1", "0.00000250000001", "0.000003")]
    [InlineData("0.000000000000000001", "1000000000", "0.000000")]
    public void A_half_millionth_goes_to_the_even_neighbour(string coins, string price, string usd) =>
        Assert.Equal(usd, UsdValue.Of(CoinsOf(coins), PriceOf(price)).ToString());

    [Fact]
    public void The_greatest_amount_at_a_high_price_does_not_overflow()
    {
        var value = UsdValue.Of(Coins.Of(new Amount(UInt128.MaxValue), 0), 1_000_000_000m);

        Assert.Equal(((BigInteger)UInt128.MaxValue * 1_000_000_000 * 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture), value.Micros.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_rounding_error_is_at_most_half_a_millionth() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 18], Gen.Decimal[0.0000001m, 100_000m]).Sample((units, decimals, price) =>
        {
            var value = UsdValue.Of(Coins.Of(new Amount(units), decimals), price);
            int scale = decimals + price.Scale;
            var exact = units * BigInteger.Parse(price.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) * 1_000_000;
            return 2 * BigInteger.Abs((value.Micros * BigInteger.Pow(10, scale)) - exact) <= BigInteger.Pow(10, scale);
        });

    [Fact]
    public void Every_digit_is_written_and_the_sign_is_kept()
    {
        Assert.Equal("-0.000001", new UsdValue(-1).ToString());
        Assert.Equal("12.500000", new UsdValue(12_500_000).ToString());
        Assert.Equal("-3.000000", (UsdValue.OfDollars(2) - UsdValue.OfDollars(5)).ToString());
    }

    [Fact]
    public void What_is_written_is_read_again() => Gen.Long.Sample(micros => UsdValue.Parse(new UsdValue(micros).ToString()) == new UsdValue(micros));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12.5")]
    [InlineData(".500000")]
    [InlineData("1,2.500000")]
    [InlineData("12.5000000")]
    public void What_is_written_otherwise_is_not_read(string text) => Assert.Throws<FormatException>(() => UsdValue.Parse(text));

    internal static Coins CoinsOf(string text) => Coins.TryParse(text, out var coins) ? coins : throw new FormatException(text);

    private static decimal PriceOf(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
