using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Tests.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Attribution.Links;

/// <summary>Planted false facts, each of a sort met in the wild, and the check that catches it.</summary>
public sealed class FalseFactTests
{
    private static readonly Address Dai = AddressText.Parse(Story.Chain, "0x6B175474E89094C44Da98b954EedeAC495271d0F");
    private static readonly Address Shared = AddressText.Parse(Story.Chain, "0x483D88278Cbc0C9105c4807d558E06782AEFf584");

    [Fact]
    public async Task A_token_contract_named_a_thief_in_both_incidents_links_nothing() =>
        AssertRefuted("contract", await LinkAsync(Dai));

    [Fact]
    public async Task An_exchange_that_uses_one_key_on_all_chains_links_nothing() =>
        AssertRefuted("service", await LinkAsync(Shared, LinkStory.Label(Shared, "Exchange hot wallet", "exchange", ChainId.Parse("eip155:56"))));

    [Fact]
    public async Task A_label_learned_after_the_day_did_not_exist_on_the_day()
    {
        var label = LinkStory.Label(Shared, "Exchange hot wallet", "exchange", learned: LinkStory.Published.AddDays(10));
        var request = LinkStory.Request(Named("north", Shared), [Named("south", Shared, LinkStory.Polygon)], null, label);

        Assert.Equal(LinkStanding.Claimed, (await OneAsync(request with { AsOf = LinkStory.Published.AddDays(9) })).Standing);
        Assert.Equal(LinkStanding.Refuted, (await OneAsync(request with { AsOf = LinkStory.Published.AddDays(10) })).Standing);
    }

    [Fact]
    public async Task A_member_that_was_published_later_did_not_exist_before()
    {
        var request = LinkStory.Request(Named("north", Shared), [Named("south", Shared)]);

        Assert.Empty(await LinkSearch.RunAsync(request with { AsOf = LinkStory.Published.AddDays(-1) }, TestContext.Current.CancellationToken));
        Assert.Equal(LinkStory.Published, (await OneAsync(request with { AsOf = LinkStory.Published })).Known);
    }

    [Fact]
    public async Task A_source_set_aside_takes_what_only_repeats_it_with_it()
    {
        var copied = LinkStory.Case("south", LinkStory.Member(MemberSide.Thief, Shared, null, "copy"));
        var own = LinkStory.Case("south", LinkStory.Member(MemberSide.Thief, Shared, null, "copy", "late"));
        var north = LinkStory.Case("north", LinkStory.Member(MemberSide.Thief, Shared, null, "late"));
        var without = new HashSet<string> { "police" };

        Assert.Empty(await LinkSearch.RunAsync(LinkStory.Request(north, [copied]) with { Without = without }, TestContext.Current.CancellationToken));
        Assert.Equal(["late"], (await OneAsync(LinkStory.Request(north, [own]) with { Without = without })).There.Sources);
    }

    [Theory]
    [InlineData("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "known-key")]
    [InlineData("0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1", "known-key")]
    [InlineData("0x000000000000000000000000000000000000dEaD", "burn-or-vanity")]
    [InlineData("0x0000000000000000000000000000000000000000", "burn-or-vanity")]
    [InlineData("0x0000000000000000000000000000000000000004", "burn-or-vanity")]
    [InlineData("0xdEAD000000000000000042069420694206942069", "burn-or-vanity")]
    [InlineData("0xdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef", "burn-or-vanity")]
    [InlineData("0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE", "burn-or-vanity")]
    [InlineData("0xcA11bde05977b3631167028862bE2a173976CA11", "contract")]
    [InlineData("0x4e59b44847b379578588920cA78FbF26c0B4956C", "contract")]
    public async Task An_address_of_nobody_or_everybody_links_nothing(string address, string check) =>
        AssertRefuted(check, await LinkAsync(AddressText.Parse(Story.Chain, address)));

    [Theory]
    [InlineData("bitcoin", "1CounterpartyXXXXXXXXXXXXXXXUWLpVr", CheckOutcome.Failed)]
    [InlineData("bitcoin", "1BitcoinEaterAddressDontSendf59kuE", CheckOutcome.Failed)]
    [InlineData("xrp", "rrrrrrrrrrrrrrrrrNAMEtxvNvQ", CheckOutcome.Failed)]
    [InlineData("solana", "1nc1nerator11111111111111111111111111111111", CheckOutcome.Failed)]
    [InlineData("bitcoin", "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH", CheckOutcome.NotChecked)]
    public async Task A_burn_address_is_known_by_its_text_where_the_text_was_chosen(string chain, string text, CheckOutcome outcome)
    {
        var id = ChainRegistry.Find(chain).Id;
        var address = AddressText.Parse(id, text);

        var link = Assert.Single(await LinkStory.LinksAsync(Named("north", address, id), Named("south", address, id)));

        Assert.Equal(outcome, link.CheckOf("burn-or-vanity")!.Outcome);
    }

    [Theory]
    [InlineData("0x0004a76e39d33edfeac7fc3c8d3994f54428a0be")]
    [InlineData("0x75497999432B8701330fB68058bd21918C02Ac59")]
    public async Task A_real_thief_passes_them(string address) =>
        Assert.Equal(LinkStanding.Claimed, (await LinkAsync(AddressText.Parse(Story.Chain, address))).Standing);

    [Fact]
    public async Task An_address_made_to_look_like_a_member_links_nothing()
    {
        var twin = AddressText.Parse(Story.Chain, "0x483d00000f0f0c0d0a0b0102030405060708f584");
        var north = LinkStory.Case("north", LinkStory.Member(MemberSide.Thief, Shared), LinkStory.Member(MemberSide.Thief, twin));

        var link = Assert.Single(await LinkStory.LinksAsync(north, Named("south", twin)));

        AssertRefuted("dust", link);
    }

    [Fact]
    public async Task A_victims_own_address_links_nothing()
    {
        var north = LinkStory.Case("north", LinkStory.Member(MemberSide.Thief, Shared), LinkStory.Member(MemberSide.Victim, Shared, LinkStory.Polygon));

        AssertRefuted("victim", Assert.Single(await LinkStory.LinksAsync(north, Named("south", Shared))));
    }

    [Fact]
    public async Task Labels_that_contradict_each_other_hold_a_link_up()
    {
        var link = await LinkAsync(Shared, LinkStory.Label(Shared, "Exploiter", "heist"), LinkStory.Label(Shared, "Exchange 4", "exchange"));

        AssertRefuted("label-conflict", link);
    }

    [Fact]
    public async Task Sources_older_than_the_theft_cannot_name_its_thief()
    {
        var south = Named("south", Shared) with { Began = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) };

        AssertRefuted("date-order", Assert.Single(await LinkStory.LinksAsync(Named("north", Shared), south)));
    }

    private static TheftCase Named(string id, Address address, ChainId? chain = null) =>
        LinkStory.Case(id, LinkStory.Member(MemberSide.Thief, address, chain));

    private static async Task<Link> LinkAsync(Address shared, params Label[] labels) =>
        Assert.Single(await LinkStory.LinksAsync(Named("north", shared), Named("south", shared, LinkStory.Polygon), null, labels));

    private static async Task<Link> OneAsync(LinkRequest request) =>
        Assert.Single(await LinkSearch.RunAsync(request, TestContext.Current.CancellationToken));

    private static void AssertRefuted(string check, Link link)
    {
        Assert.Equal(CheckOutcome.Failed, link.CheckOf(check)!.Outcome);
        Assert.Equal(LinkStanding.Refuted, link.Standing);
    }
}
