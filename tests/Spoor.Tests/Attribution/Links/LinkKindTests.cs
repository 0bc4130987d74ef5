using Spoor.Attribution;
using Spoor.Attribution.Linking;
using Spoor.Labels;
using Spoor.Tests.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Attribution.Links;

/// <summary>Each kind of link on the smallest history that shows it.</summary>
public sealed class LinkKindTests
{
    private const ulong Coin = 1_000_000_000_000_000_000;

    private static readonly TheftCase North = LinkStory.Case("north", LinkStory.Thief("n0"));
    private static readonly TheftCase South = LinkStory.Case("south", LinkStory.Thief("s0"));
    private static readonly Label Exchange = LinkStory.Label(Story.At("exchange"), "Exchange 4", "exchange");

    [Fact]
    public async Task A_payment_between_thieves_is_a_direct_flow()
    {
        var story = new Story().Pay("vault", "n0", 1_000).Pay("n0", "s0", 900);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story));

        Assert.Equal((LinkStanding.Claimed, LinkKind.Flow, LinkEvidence.DirectFlow), (link.Standing, link.Kind, link.Evidence));
        Assert.Equal((1, 0), (link.Here.Paths[0].Steps.Count, link.There.Paths[0].Steps.Count));
    }

    [Fact]
    public async Task A_payment_over_an_address_between_that_kept_nothing_is_a_flow_over_hops()
    {
        var story = new Story().Pay("vault", "s0", 1_000).Pay("s0", "x", 1_000).Pay("x", "n0", 990);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story));

        Assert.Equal((LinkStanding.Claimed, LinkEvidence.FlowHops), (link.Standing, link.Evidence));
        Assert.Equal(2, link.There.Paths[0].Steps.Count);
    }

    [Fact]
    public async Task A_flow_over_an_address_of_which_nothing_is_known_is_a_candidate()
    {
        var story = new Story().Pay("vault", "s0", 1_000).Pay("s0", "x", 1_000).Pay("x", "n0", 400);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story));

        Assert.Equal((LinkStanding.Candidate, CheckOutcome.NotChecked), (link.Standing, link.CheckOf("service")!.Outcome));
        Assert.Contains("could not be checked for lack of data", link.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_over_a_named_exchange_is_none()
    {
        var story = new Story().Pay("vault", "s0", 1_000).Pay("s0", "exchange", 1_000).Pay("exchange", "n0", 1_000);

        Assert.All(await LinkStory.LinksAsync(North, South, story, Exchange), link => Assert.Equal((LinkStanding.Refuted, LinkKind.CommonCounterparty), (link.Standing, link.Kind)));
    }

    [Fact]
    public async Task One_deposit_address_of_an_exchange_is_one_account()
    {
        var story = new Story().Pay("vault", "n0", 5 * (UInt128)Coin).Pay("n0", "deposit", 5 * (UInt128)Coin).Pay("deposit", "exchange", (5 * (UInt128)Coin) - (Coin / 200))
            .Pay("vault", "s0", 3 * (UInt128)Coin).Pay("s0", "deposit", 3 * (UInt128)Coin).Pay("deposit", "exchange", 3 * (UInt128)Coin);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story, Exchange), link => link.Pivot == KeyOf("deposit"));

        Assert.Equal((LinkStanding.Claimed, LinkKind.SharedDeposit, "Exchange 4"), (link.Standing, link.Kind, Assert.Single(link.Labels).Name));
    }

    [Fact]
    public async Task An_address_that_keeps_more_than_a_fee_is_no_deposit_address()
    {
        var story = new Story().Pay("vault", "n0", 5 * (UInt128)Coin).Pay("n0", "deposit", 5 * (UInt128)Coin).Pay("deposit", "exchange", 4 * (UInt128)Coin)
            .Pay("vault", "s0", 3 * (UInt128)Coin).Pay("s0", "deposit", 3 * (UInt128)Coin).Pay("deposit", "exchange", 2 * (UInt128)Coin);

        Assert.DoesNotContain(await LinkStory.LinksAsync(North, South, story, Exchange), link => link.Kind == LinkKind.SharedDeposit);
    }

    [Theory]
    [InlineData(0, LinkKind.CommonFunder)]
    [InlineData(90, LinkKind.CommonCounterparty)]
    public async Task Three_fresh_addresses_funded_within_an_hour_have_one_funder(int pause, LinkKind kind)
    {
        var north = LinkStory.Case("north", LinkStory.Thief("n0"), LinkStory.Thief("n1"));
        var story = new Story().Pay("elder", "funder", 15).Pay("funder", "n0", 5).Pay("funder", "n1", 5);
        for (int minute = 0; minute < pause; minute++)
        {
            story.Pay("somebody", "somebody else", 1);
        }

        story.Pay("funder", "s0", 5);
        var link = Assert.Single(await LinkStory.LinksAsync(north, South, story), link => link.Pivot == KeyOf("funder"));

        Assert.Equal((kind, kind == LinkKind.CommonFunder ? LinkStanding.Claimed : LinkStanding.Candidate), (link.Kind, link.Standing));
    }

    [Fact]
    public async Task Three_fresh_addresses_emptied_to_a_fresh_one_have_one_collector()
    {
        var north = LinkStory.Case("north", LinkStory.Thief("n0"), LinkStory.Thief("n1"));
        var story = new Story().Pay("vault", "n0", 500).Pay("vault", "n1", 500).Pay("vault", "s0", 500)
            .Pay("n0", "collector", 490).Pay("n1", "collector", 500).Pay("s0", "collector", 500).Pay("collector", "next", 1_490);

        var link = Assert.Single(await LinkStory.LinksAsync(north, South, story), link => link.Pivot == KeyOf("collector"));

        Assert.Equal((LinkStanding.Claimed, LinkKind.CommonCollector), (link.Standing, link.Kind));
        Assert.Equal(2, link.Here.Paths.Count);
    }

    [Fact]
    public async Task Addresses_that_lived_long_before_they_were_emptied_have_no_collector()
    {
        var north = LinkStory.Case("north", LinkStory.Thief("n0"), LinkStory.Thief("n1"));
        var story = new Story().Pay("somebody", "n0", 1, 0).Pay("vault", "n0", 500, 4_000).Pay("vault", "n1", 500, 4_001).Pay("vault", "s0", 500, 4_002)
            .Pay("n0", "collector", 490, 4_003).Pay("n1", "collector", 500, 4_004).Pay("s0", "collector", 500, 4_005).Pay("collector", "next", 1_000, 4_006);

        Assert.DoesNotContain(await LinkStory.LinksAsync(north, South, story), link => link.Kind == LinkKind.CommonCollector);
    }

    [Fact]
    public async Task A_common_counterparty_is_listed_and_not_claimed()
    {
        var story = new Story().Pay("vault", "n0", 1_000_000).Pay("n0", "shop", 1).Pay("vault", "s0", 1_000_000).Pay("s0", "shop", 1).Pay("passer-by", "shop", 9);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story), link => link.Pivot == KeyOf("shop"));

        Assert.Equal((LinkStanding.Candidate, LinkKind.CommonCounterparty), (link.Standing, link.Kind));
    }

    [Fact]
    public async Task A_key_is_one_on_Tron_and_on_an_EVM_chain()
    {
        var tron = ChainRegistry.Find("tron").Id;
        var link = Assert.Single(await LinkStory.LinksAsync(
            LinkStory.Case("north", LinkStory.Thief("k", tron)), LinkStory.Case("south", LinkStory.Thief("k"))));

        Assert.Equal((LinkStanding.Claimed, LinkEvidence.SameKeyNamed), (link.Standing, link.Evidence));
    }

    [Fact]
    public void A_hash_of_a_key_is_one_in_all_forms_that_hold_it()
    {
        var bitcoin = ChainRegistry.Find("bitcoin").Id;
        var legacy = AddressText.Parse(bitcoin, "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH");
        var segwit = AddressText.Parse(bitcoin, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");

        // Both are of the key 1: the first is in many wallets' tests, the second in BIP-173.
        Assert.Equal(KeyIdentity.KeyOf(legacy), KeyIdentity.KeyOf(segwit));
        Assert.NotEqual(KeyIdentity.KeyOf(legacy), KeyIdentity.KeyOf(new(AddressKind.ScriptHash, legacy.ToBytes())));
        Assert.Contains(segwit, KeyIdentity.FormsOf(KeyIdentity.KeyOf(legacy)));
    }

    [Fact]
    public async Task An_address_that_is_not_read_is_compared_as_written()
    {
        var member = new CaseMember(new LabelSubject.Unread("kadena", "k:a9f3672d"), MemberSide.Thief, "thief", ["police"]);

        Assert.Equal("kadena:k:a9f3672d", Assert.Single(await LinkStory.LinksAsync(LinkStory.Case("north", member), LinkStory.Case("south", member))).PivotText);
    }

    private static LabelSubject.OfAddress KeyOf(string name) => new(null, Story.At(name));
}
