using Spoor.Labels;
using Spoor.Tracing;

namespace Spoor.Tests.Labels;

public sealed class LabelNaturesTests
{
    [Theory]
    [InlineData("Lazarus group", "user", "sanction", "", LabelNature.Perpetrator)]
    [InlineData("Asset listed under US Treasury OFAC Sanctions List", "user", "", "", LabelNature.Perpetrator)]
    [InlineData("OFAC-sanctioned address", "", "sanction", "", LabelNature.Sanctioned)]
    [InlineData("TORNADO CASH", "", "sanction", "", LabelNature.Mixer)]
    [InlineData("tornado.cash", "mixing_service", "", "", LabelNature.Mixer)]
    [InlineData("Blender.io", "mixing_service", "sanction", "", LabelNature.Mixer)]
    [InlineData("Blender.io", "mixing_service", "money_laundering", "", LabelNature.Mixer)]
    [InlineData("Tornado.Cash: 100 ETH", "ofac-sanctions-lists", "", "tornado-cash", LabelNature.Mixer)]
    [InlineData("Hydra Market", "market", "sanction", "", LabelNature.Service)]
    [InlineData("GARANTEX EXCHANGE", "", "sanction", "", LabelNature.Service)]
    [InlineData("Ronin Bridge Exploiter", "exploit", "", "", LabelNature.Perpetrator)]
    [InlineData("Ronin bridge exploiter", "", "service_hack", "", LabelNature.Perpetrator)]
    [InlineData("Fake_Phishing1772", "phish-hack", "", "", LabelNature.Perpetrator)]
    [InlineData("ml_transit_2", "heist", "", "", LabelNature.Perpetrator)]
    [InlineData("Some Hacker", "", "", "", LabelNature.Perpetrator)]
    [InlineData("DarkSide Ransomware", "", "ransomware", "", LabelNature.Perpetrator)]
    [InlineData("USDT_blacklisted", "black_list", "", "", LabelNature.Sanctioned)]
    [InlineData("yearn: YFI", "blocked", "", "", LabelNature.Sanctioned)]
    [InlineData("SushiToken (SUSHI)", "token-contract", "", "blocked", LabelNature.Contract)]
    [InlineData("Kucoin Hacker", "blocked", "", "", LabelNature.Perpetrator)]
    [InlineData("Somebody", "heist", "", "blocked", LabelNature.Perpetrator)]
    [InlineData("Ronin Bridge Exploiter", "ofac-sanctions-lists", "", "", LabelNature.Perpetrator)]
    [InlineData("Ronin Bridge Exploiter 3", "bridge", "", "", LabelNature.Perpetrator)]
    [InlineData("PrivKey Drainer 7", "take-action", "", "", LabelNature.Perpetrator)]
    [InlineData("Fake_Phishing1772", "blocked", "", "", LabelNature.Perpetrator)]
    [InlineData("Kucoin Hacker", "exchange", "", "", LabelNature.Service)]
    [InlineData("Hacker Gold", "dao", "", "", LabelNature.Service)]
    [InlineData("Ronin Bridge", "ofac-sanctions-lists", "", "", LabelNature.Bridge)]
    [InlineData("Binance 14", "exchange", "", "", LabelNature.Service)]
    [InlineData("Kraken 4", "cex", "", "", LabelNature.Service)]
    [InlineData("Gitcoin Hackathon", "hackathon", "", "", LabelNature.Service)]
    [InlineData("Uniswap: Deployer", "contract-deployer", "", "", LabelNature.Service)]
    [InlineData("F2Pool", "mining pool", "", "", LabelNature.Service)]
    [InlineData("Index Coop", "index", "", "", LabelNature.Service)]
    [InlineData("Dai Stablecoin (DAI)", "token-contract", "", "", LabelNature.Contract)]
    [InlineData("BAC (anyBAC)", "bridged-token", "", "multichain", LabelNature.Contract)]
    [InlineData("Uniswap V2", "defi_dex", "", "", LabelNature.Contract)]
    [InlineData("Hop Protocol: ETH Bridge", "hop-protocol", "", "", LabelNature.Bridge)]
    [InlineData("Polygon", "defi_bridge", "", "", LabelNature.Bridge)]
    [InlineData("Stake.com", "victim", "service_hack", "", LabelNature.Bystander)]
    [InlineData("WikiLeaks", "donation", "", "", LabelNature.Bystander)]
    [InlineData("Ann", "user", "", "", LabelNature.Bystander)]
    public void The_nature_follows_from_the_words(string name, string category, string abuse, string concept, LabelNature nature) =>
        Assert.Equal(nature, LabelNatures.Of(LabelOf(name, category, abuse, concept)));

    [Theory]
    [InlineData("user", "sanction", null)]
    [InlineData("mixing_service", "sanction", StopReason.Mixer)]
    [InlineData("victim", "", StopReason.Service)]
    [InlineData("", "sanction", StopReason.Service)]
    public void A_trace_follows_thieves_and_looks_no_further_at_bystanders(string category, string abuse, StopReason? stop) =>
        Assert.Equal(stop, LabelStop.Of(LabelOf("somebody", category, abuse, "")));

    private static Label LabelOf(string name, string category, string abuse, string concept) => new()
    {
        Subject = new LabelSubject.Unread("xmr", "4"),
        Name = name,
        Category = category,
        Abuse = abuse,
        Concepts = concept.Length > 0 ? [concept] : [],
        Source = "this test",
        Learned = new(2023, 1, 1),
    };
}
