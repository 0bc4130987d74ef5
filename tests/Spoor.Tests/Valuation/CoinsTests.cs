using CsCheck;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Valuation;

public sealed class CoinsTests
{
    [Theory]
    [InlineData("11676", "11676", "11,676")]
    [InlineData("0.250", "0.25", "0.25")]
    [InlineData("137000000.0", "137000000", "137,000,000")]
    [InlineData("0", "0", "0")]
    [InlineData("1234.000000000000000001", "1234.000000000000000001", "1,234.000000000000000001")]
    public void An_amount_is_read_and_written_exactly(string text, string plain, string grouped)
    {
        var coins = UsdValueTests.CoinsOf(text);

        Assert.Equal((plain, grouped), (coins.ToString(), coins.ToGroupedString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1,000")]
    [InlineData("1e6")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    public void Anything_else_is_refused(string text) => Assert.False(Coins.TryParse(text, out _));

    [Fact]
    public void A_number_longer_than_any_asset_is_refused() => Assert.False(Coins.TryParse(new string('9', 101), out _));

    [Fact]
    public void Equal_amounts_are_equal_values_whatever_their_decimals()
    {
        Assert.Equal(UsdValueTests.CoinsOf("4947"), Coins.Of(Amount.Parse("4947000000000000000000"), 18));
        Assert.Equal(UsdValueTests.CoinsOf("0.5"), Coins.Of(0.50m));
    }

    [Fact]
    public void Addition_keeps_every_unit_and_order_follows_the_amount() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 18], Gen.ULong, Gen.Int[0, 18]).Sample((one, oneDecimals, other, otherDecimals) =>
        {
            var (left, right) = (Coins.Of(new Amount(one), oneDecimals), Coins.Of(new Amount(other), otherDecimals));
            var sum = left + right;
            return sum == right + left && sum >= left && sum >= right && UsdValueTests.CoinsOf(sum.ToString()) == sum;
        });
}
