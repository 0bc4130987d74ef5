using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Transfers;
using Spoor.Workspace.Incidents;

namespace Spoor.Tests.Attribution.Links;

/// <summary>The incidents that the program carries: what ties three of them, and that nothing ties the rest.</summary>
public sealed class ShippedIncidentTests
{
    private const string CoinexStake = "0x75497999432B8701330fB68058bd21918C02Ac59";
    private const string StakeAlphapo = "0x22bE3b0a943b1bc0ea3AeC2cB3Ef511f3920a98d";

    private static readonly IReadOnlyList<TheftCase> All = [.. IncidentLibrary.Open(null).All.Select(incident => incident.Facts.ToCase())];

    [Fact]
    public async Task CoinEx_is_linked_to_Stake_alone_and_to_Alphapo_only_through_it()
    {
        var report = await ReportAsync("coinex-2023");

        var link = Assert.Single(report.Of(LinkStanding.Claimed));
        Assert.Equal(("stake-2023", CoinexStake, LinkKind.SameKey), (link.There.Case, link.PivotText, link.Kind));
        Assert.Equal("eip155:10, eip155:42161 | eip155:137", Chains(link));
        Assert.Equal(["coinex-2023", "stake-2023", "alphapo-2023"], Assert.Single(report.Routes).Cases);
    }

    [Fact]
    public async Task Stake_is_linked_to_CoinEx_and_to_Alphapo()
    {
        var claimed = (await ReportAsync("stake-2023")).Of(LinkStanding.Claimed).ToList();

        Assert.Equal([("alphapo-2023", StakeAlphapo), ("coinex-2023", CoinexStake)], claimed.Select(link => (link.There.Case, link.PivotText)));
        Assert.Equal(["eip155:56 | eip155:1", "eip155:137 | eip155:10, eip155:42161"], claimed.Select(Chains));
    }

    [Fact]
    public async Task KuCoin_is_linked_to_none() =>
        Assert.Empty((await ReportAsync("kucoin-2020")).Of(LinkStanding.Claimed));

    [Fact]
    public async Task Of_all_pairs_of_shipped_incidents_only_these_two_are_claimed()
    {
        var claimed = new List<string>();
        foreach (var theft in All)
        {
            var links = await LinkSearch.RunAsync(new() { Case = theft, Against = All }, TestContext.Current.CancellationToken);
            claimed.AddRange(links.Where(link => link.Standing == LinkStanding.Claimed).Select(link => $"{link.Here.Case} {link.There.Case} {link.PivotText}"));
        }

        Assert.Equal(
            [
                $"alphapo-2023 stake-2023 {StakeAlphapo}", $"coinex-2023 stake-2023 {CoinexStake}",
                $"stake-2023 alphapo-2023 {StakeAlphapo}", $"stake-2023 coinex-2023 {CoinexStake}",
            ],
            claimed);
    }

    [Fact]
    public async Task Before_the_keys_were_named_nothing_was_linked()
    {
        var dayBefore = Request("stake-2023") with { AsOf = new(2023, 9, 12) };

        Assert.DoesNotContain(await LinkSearch.RunAsync(dayBefore, TestContext.Current.CancellationToken), link => link.Standing == LinkStanding.Claimed);
        Assert.Equal(2, (await LinkSearch.RunAsync(dayBefore with { AsOf = new(2023, 9, 13) }, TestContext.Current.CancellationToken)).Count(link => link.Standing == LinkStanding.Claimed));
    }

    [Fact]
    public async Task Without_SlowMist_the_link_to_Alphapo_falls_and_the_one_to_CoinEx_stays()
    {
        var request = Request("stake-2023") with { Without = new HashSet<string> { "slowmist" } };

        var link = Assert.Single(await LinkSearch.RunAsync(request, TestContext.Current.CancellationToken), link => link.Standing == LinkStanding.Claimed);

        Assert.Equal(("coinex-2023", 1), (link.There.Case, link.Witnesses));
    }

    [Fact]
    public async Task A_token_that_both_lists_name_a_thief_links_nothing()
    {
        var dai = new LabelSubject.OfAddress(ChainId.Parse("eip155:1"), AddressText.Parse(ChainId.Parse("eip155:1"), "0x6B175474E89094C44Da98b954EedeAC495271d0F"));
        var mistaken = All.Select(theft => theft with { Members = [.. theft.Members, new(dai, MemberSide.Thief, "thief", [theft.Members[0].Sources[0]])] }).ToList();

        var links = await LinkSearch.RunAsync(new() { Case = mistaken.Single(theft => theft.Id == "kucoin-2020"), Against = mistaken }, TestContext.Current.CancellationToken);

        Assert.Equal(All.Count - 1, links.Count(link => link.Standing == LinkStanding.Refuted && link.CheckOf("contract")!.Outcome == CheckOutcome.Failed));
        Assert.DoesNotContain(links, link => link.Standing == LinkStanding.Claimed);
    }

    private static string Chains(Link link) => $"{string.Join(", ", link.Here.Chains)} | {string.Join(", ", link.There.Chains)}";

    private static LinkRequest Request(string id) => new() { Case = All.Single(theft => theft.Id == id), Against = All };

    private static Task<LinkReport> ReportAsync(string id) => LinkSearch.ReportAsync(Request(id), TestContext.Current.CancellationToken);
}
