using CsCheck;
using Spoor.Incidents.Ledger;

namespace Spoor.Tests.Incidents.Ledger;

public sealed class LostTextTests
{
    [Theory]
    [InlineData("$900 million", 900_000_000, LostBasis.Dollars)]
    [InlineData("153,037 ETH (~$30M)", 30_000_000, LostBasis.Dollars)]
    [InlineData("~ 26M $", 26_000_000, LostBasis.Dollars)]
    [InlineData("11 Million $", 11_000_000, LostBasis.Dollars)]
    [InlineData("$.8 million", 800_000, LostBasis.Dollars)]
    [InlineData("$25,000,000", 25_000_000, LostBasis.Dollars)]
    [InlineData("BEUR stablecoin and ALBT Token (~88M US$)", 88_000_000, LostBasis.Dollars)]
    [InlineData("Multiple ERC-20 Tokens (~1.7M US$)", 1_700_000, LostBasis.Dollars)]
    [InlineData("1,048.1 ETH + 400,000 DAI (~$3.00M)", 3_000_000, LostBasis.Dollars)]
    [InlineData("$70k(236 BNB)", 70_000, LostBasis.Dollars)]
    [InlineData("~250k US$ which resulted in ~50k profit", 250_000, LostBasis.Dollars)]
    [InlineData("~$83,944 USD$", 83_944, LostBasis.Dollars)]
    [InlineData("~$1,6M", 1_600_000, LostBasis.Dollars)]
    [InlineData("$2.4 k", 2_400, LostBasis.Dollars)]
    [InlineData("$1.2345678K", 1_234.57, LostBasis.Dollars)]
    [InlineData("140M", 140_000_000, LostBasis.NoUnit)]
    [InlineData("~1,24M", 1_240_000, LostBasis.NoUnit)]
    [InlineData("~9464USDT", 9_464, LostBasis.AtPar)]
    [InlineData("~63k $USDT", 63_000, LostBasis.AtPar)]
    [InlineData("742,286.27 BUSD", 742_286.27, LostBasis.AtPar)]
    [InlineData("~$ 827 USDC", 827, LostBasis.AtPar)]
    public void A_figure_in_dollars_is_read(string text, double usd, LostBasis basis)
    {
        var lost = LostText.Read(text);

        Assert.Equal(((decimal)usd, basis), (lost.Usd, lost.Basis));
    }

    [Theory]
    [InlineData("514k ETH", LostBasis.OtherUnits)]
    [InlineData("155 $ETH", LostBasis.OtherUnits)]
    [InlineData("~$176ETH", LostBasis.OtherUnits)]
    [InlineData("~$3.2K MATIC", LostBasis.OtherUnits)]
    [InlineData("~52BNB", LostBasis.OtherUnits)]
    [InlineData("158.28 WETH and 535,706 USDT", LostBasis.OtherUnits)]
    [InlineData("~309k USDs (Stablecoin)", LostBasis.OtherUnits)]
    [InlineData("1 NFT", LostBasis.OtherUnits)]
    [InlineData("390", LostBasis.OtherUnits)]
    [InlineData("-97285b69e8c7", LostBasis.Unreadable)]
    [InlineData("sh", LostBasis.Unreadable)]
    [InlineData("All funds returned", LostBasis.Unreadable)]
    [InlineData("Unclear", LostBasis.NotStated)]
    [InlineData("", LostBasis.NotStated)]
    public void What_is_not_in_dollars_is_no_figure(string text, LostBasis basis) =>
        Assert.Equal(new(null, basis, false), LostText.Read(text));

    [Theory]
    [InlineData(">$3.3M", true)]
    [InlineData("over $21 Million", true)]
    [InlineData("~$3.3M", false)]
    public void A_lower_bound_is_told_from_a_figure(string text, bool atLeast) => Assert.Equal(atLeast, LostText.Read(text).AtLeast);

    [Fact]
    public void No_text_makes_it_fail_or_find_less_than_nothing() =>
        Gen.OneOf("0123456789.,$ ~()+-kKmMbBuUsSdDtTeEhH".ToCharArray()).Array[0, 40].Sample(text => LostText.Read(new string(text)).Usd is null or >= 0m);

    [Fact]
    public void A_figure_is_in_whole_cents() => Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999_999_999]).Sample((whole, fraction) =>
        LostText.Read($"~${whole}.{fraction:000000000}K") is { Usd: { } usd } && decimal.Round(usd, 2) == usd);

    [Fact]
    public void Every_written_figure_is_read_back() => Gen.Int[0, 999_999_999].Sample(usd =>
        LostText.Read($"~${usd.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)}").Usd == usd);
}
