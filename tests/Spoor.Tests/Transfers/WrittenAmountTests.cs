using System.Globalization;
using System.Numerics;
using CsCheck;
using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class WrittenAmountTests
{
    [Theory]
    [InlineData("0", "0", AmountQuality.Exact)]
    [InlineData("007", "7", AmountQuality.Exact)]
    [InlineData("1500", "1500", AmountQuality.Exact)]
    [InlineData("340282366920938463463374607431768211456", "340282366920938463463374607431768211456", AmountQuality.Exact)]
    [InlineData("1E+15", "1000000000000000", AmountQuality.Rounded)]
    [InlineData("1.22E+15", "1220000000000000", AmountQuality.Rounded)]
    [InlineData("1.22e2", "122", AmountQuality.Exact)]
    [InlineData("1.220e2", "122", AmountQuality.Exact)]
    [InlineData("945646.73E2", "94564673", AmountQuality.Exact)]
    [InlineData("1200E-2", "12", AmountQuality.Exact)]
    [InlineData("1000.0", "1000", AmountQuality.Exact)]
    [InlineData("1234567890123456768.0", "1234567890123456768", AmountQuality.Rounded)]
    [InlineData("0E+20", "0", AmountQuality.Exact)]
    [InlineData("0xff", "255", AmountQuality.Exact)]
    public void A_written_amount_is_read_as_the_integer_it_states(string text, string units, AmountQuality quality)
    {
        Assert.True(WrittenAmount.TryParse(text, out var amount));
        Assert.Equal((BigInteger.Parse(units, CultureInfo.InvariantCulture), quality), (amount.Units, amount.Quality));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("1.5E0")]
    [InlineData("15E-1")]
    [InlineData("1E-1")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x")]
    [InlineData("0xg")]
    [InlineData(".")]
    [InlineData("E5")]
    public void What_is_not_a_whole_number_is_not_an_amount(string text) => Assert.False(WrittenAmount.TryParse(text, out _));

    [Fact]
    public void An_exponent_of_any_size_costs_no_time()
    {
        Assert.True(WrittenAmount.TryParse("1E+999999999", out var amount));
        Assert.True(amount.Units > (BigInteger)UInt128.MaxValue);
    }

    [Fact]
    public void Scientific_notation_states_the_same_integer_as_its_digits() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 30]).Sample((digits, zeros) =>
        {
            string text = digits.ToString(CultureInfo.InvariantCulture);
            string scientific = $"{text[0]}.{text[1..]}E+{(text.Length - 1 + zeros).ToString(CultureInfo.InvariantCulture)}";
            return WrittenAmount.TryParse(scientific, out var amount) && amount.Units == digits * BigInteger.Pow(10, zeros);
        });
}
