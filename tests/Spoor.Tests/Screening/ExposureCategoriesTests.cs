using Spoor.Screening;

namespace Spoor.Tests.Screening;

public sealed class ExposureCategoriesTests
{
    [Theory]
    [InlineData("OFAC: LAZARUS GROUP", "user", "sanction", ExposureCategory.Sanctioned)]
    [InlineData("Tornado.Cash: Router", "", "sanction", ExposureCategory.Sanctioned)]
    [InlineData("Tornado.Cash: Router", "mixer", "", ExposureCategory.Mixer)]
    [InlineData("Ronin Bridge Exploiter 3", "", "", ExposureCategory.Theft)]
    [InlineData("Fake_Phishing123", "phish-hack", "", ExposureCategory.Scam)]
    [InlineData("WannaCry", "", "ransomware", ExposureCategory.Ransomware)]
    [InlineData("Hydra", "dark_market", "", ExposureCategory.DarknetMarket)]
    [InlineData("Somebody", "money_laundering", "", ExposureCategory.Crime)]
    [InlineData("Al-…", "terrorism_financing", "", ExposureCategory.Terrorism)]
    [InlineData("Tether: frozen", "black_list", "", ExposureCategory.Frozen)]
    [InlineData("Stake.com", "gambling", "", ExposureCategory.Gambling)]
    [InlineData("Binance 14", "exchange", "", ExposureCategory.Exchange)]
    [InlineData("FixedFloat", "exchange no-kyc", "", ExposureCategory.ExchangeWithoutKyc)]
    [InlineData("Avalanche: Bridge", "bridge", "", ExposureCategory.Bridge)]
    [InlineData("Uniswap V2: Router", "dex", "", ExposureCategory.Contract)]
    [InlineData("F2Pool", "mining", "", ExposureCategory.Mining)]
    [InlineData("Somebody robbed", "victim", "hack", ExposureCategory.Named)]
    [InlineData("Payments Ltd", "payment_processor", "", ExposureCategory.Service)]
    public void The_words_of_a_label_say_what_it_is(string name, string category, string abuse, ExposureCategory expected) =>
        Assert.Equal(expected, ExposureCategories.Of(Screened.Name("x", category, name) with { Abuse = abuse }));

    [Fact]
    public void Of_several_labels_the_gravest_counts() =>
        Assert.Equal(ExposureCategory.Theft, ExposureCategories.Gravest([Screened.Name("x", "exchange", "A"), Screened.Name("x", "heist", "B"), Screened.Name("x", "mixer", "C")])!.Value.Category);

    [Fact]
    public void Every_category_has_a_name_that_is_found_again() =>
        Assert.All(Enum.GetValues<ExposureCategory>(), category => Assert.Equal(category, ExposureCategories.Find(ExposureCategories.NameOf(category))));
}
