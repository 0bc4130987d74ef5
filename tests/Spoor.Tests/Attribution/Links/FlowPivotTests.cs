using CsCheck;
using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Tests.Tracing;

namespace Spoor.Tests.Attribution.Links;

/// <summary>What both thefts reached, on generated histories: found when it is somebody's own, not claimed when it serves everybody.</summary>
public sealed class FlowPivotTests
{
    private static readonly TheftCase North = LinkStory.Case("north", LinkStory.Thief("n0"));
    private static readonly TheftCase South = LinkStory.Case("south", LinkStory.Thief("s0"));

    // How many addresses lie between each theft and the pivot, what was stolen, and how many strangers go about their business.
    private static readonly Gen<(int North, int South, ulong Stolen, int Strangers)> Told =
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.ULong[10_000, ulong.MaxValue / 4], Gen.Int[0, 12]);

    [Fact]
    public Task A_pivot_that_stands_in_neither_list_is_found_through_the_flows_of_both() => Told.SampleAsync(async told =>
    {
        var link = Assert.Single(await LinkStory.LinksAsync(North, South, Tell(told)), link => link.Standing == LinkStanding.Claimed);

        Assert.Equal((LinkEvidence.SameKeyReached, Story.At("pivot")), (link.Evidence, ((LabelSubject.OfAddress)link.Pivot).Address));
        Assert.Equal((told.North + 1, told.South + 1), (link.Here.Paths[0].Steps.Count, link.There.Paths[0].Steps.Count));
        Assert.Equal(told.North + told.South + 2, link.Transactions.Count);
        Assert.All([link.Here, link.There], side => Assert.All(side.Paths[0].Steps.Zip(side.Paths[0].Steps.Skip(1)), pair =>
            Assert.True(pair.First.To == pair.Second.From && pair.First.Position < pair.Second.Position)));
    }, iter: 60);

    [Fact]
    public Task The_same_pivot_as_a_busy_service_is_not_claimed() => Told.SampleAsync(async told =>
    {
        var story = Tell(told);
        for (int customer = 0; customer < 1_000; customer++)
        {
            story.Pay($"customer{customer}", "pivot", 50);
        }

        var links = await LinkStory.LinksAsync(North, South, story);

        Assert.DoesNotContain(links, link => link.Standing == LinkStanding.Claimed);
        var link = Assert.Single(links, link => link.Pivot == new LabelSubject.OfAddress(null, Story.At("pivot")));
        Assert.Equal((LinkStanding.Refuted, CheckOutcome.Failed), (link.Standing, link.CheckOf("service")!.Outcome));
    }, iter: 10);

    [Fact]
    public Task A_pivot_that_keeps_what_it_got_may_be_a_service_of_which_only_the_thieves_rows_are_held() => Told.SampleAsync(async told =>
    {
        var story = Way(Way(new(), "n", told.North, told.Stolen), "s", told.South, told.Stolen);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story), link => link.Evidence == LinkEvidence.SameKeyReached);

        Assert.Equal((LinkStanding.Candidate, CheckOutcome.NotChecked), (link.Standing, link.CheckOf("service")!.Outcome));
    }, iter: 30);

    [Fact]
    public async Task One_transfer_to_a_stranger_makes_no_claim_of_an_address_that_both_paid()
    {
        var story = new Story().Pay("vault", "n0", 1_000).Pay("vault", "s0", 1_000).Pay("n0", "hot", 1_000).Pay("s0", "hot", 1_000);

        Assert.Equal(LinkStanding.Candidate, (await AtAsync("hot", story)).Standing);
        Assert.Equal(LinkStanding.Candidate, (await AtAsync("hot", story.Pay("hot", "stranger", 10))).Standing);
        Assert.Equal(LinkStanding.Claimed, (await AtAsync("hot", story.Pay("hot", "haven", 1_980))).Standing);
    }

    [Fact]
    public async Task An_exchange_that_pays_many_in_one_transaction_does_not_show_its_history_by_that()
    {
        var north = LinkStory.Case("north", new CaseMember(new LabelSubject.OfAddress(Story.Bitcoin, Story.Wallet("n0")), MemberSide.Thief, "thief", ["police"]));
        var south = LinkStory.Case("south", new CaseMember(new LabelSubject.OfAddress(Story.Bitcoin, Story.Wallet("s0")), MemberSide.Thief, "thief", ["police"]));
        var story = new Story()
            .Spend(1, [(90, 0, 500)], [("n0", 500)]).Spend(2, [(91, 0, 500)], [("s0", 500)])
            .Spend(3, [(1, 0, 500)], [("hot", 500)]).Spend(4, [(2, 0, 500)], [("hot", 500)])
            .Spend(5, [(3, 0, 500), (4, 0, 500), (92, 0, 4_000)], [("customer 1", 900), ("customer 2", 900), ("customer 3", 900), ("hot", 2_300)]);

        var links = await LinkStory.LinksAsync(north, south, story);

        Assert.DoesNotContain(links, link => link.Standing == LinkStanding.Claimed);
        Assert.Contains(links, link => link.Evidence == LinkEvidence.SameKeyReached && link.CheckOf("service")!.Outcome == CheckOutcome.NotChecked);
    }

    [Fact]
    public Task The_same_pivot_with_a_label_of_a_service_is_not_claimed() => Told.SampleAsync(async told =>
        Assert.DoesNotContain(
            await LinkStory.LinksAsync(North, South, Tell(told), LinkStory.Label(Story.At("pivot"), "Exchange 4", "exchange", LinkStory.Polygon)),
            link => link.Standing == LinkStanding.Claimed), iter: 30);

    [Fact]
    public Task The_pivot_may_be_met_on_two_chains() => Told.SampleAsync(async told =>
    {
        var story = Way(Way(new(), "n", told.North, told.Stolen), "s", told.South, told.Stolen, LinkStory.Matic);
        story.Pay("pivot", "haven", told.Stolen).Pay("pivot", "haven", told.Stolen, LinkStory.Matic);
        var south = LinkStory.Case("south", LinkStory.Thief("s0", LinkStory.Polygon));

        var link = Assert.Single(await LinkStory.LinksAsync(North, south, story), link => link.Standing == LinkStanding.Claimed);

        Assert.Equal(("eip155:1", "eip155:137"), (Assert.Single(link.Here.Chains), Assert.Single(link.There.Chains)));
    }, iter: 30);

    [Fact]
    public Task A_dust_payment_to_another_theft_links_nothing() => Told.SampleAsync(async told =>
    {
        var story = new Story().Pay("vault", "n0", told.Stolen).Pay("n0", "s0", 1).Pay("n0", "n1", told.Stolen - 1);
        story.Pay("vault", "s0", told.Stolen).Pay("s0", "s1", told.Stolen);

        var link = Assert.Single(await LinkStory.LinksAsync(North, South, story), link => link.Kind == LinkKind.Flow);

        Assert.Equal((LinkStanding.Refuted, CheckOutcome.Failed), (link.Standing, link.CheckOf("dust")!.Outcome));
    }, iter: 30);

    [Fact]
    public Task Strangers_alone_never_link_two_thefts() => Told.SampleAsync(async told =>
    {
        var story = Way(new Story(), "n", told.North, told.Stolen, end: "north end");
        Way(story, "s", told.South, told.Stolen, end: "south end");
        for (int i = 0; i < told.Strangers; i++)
        {
            story.Pay($"stranger{i}", $"stranger{i / 2}", 7).Pay($"stranger{i}", "n1", 3).Pay($"stranger{i}", "s1", 3);
        }

        Assert.DoesNotContain(await LinkStory.LinksAsync(North, South, story), link => link.Standing == LinkStanding.Claimed);
    }, iter: 60);

    private static async Task<Link> AtAsync(string pivot, Story story) =>
        Assert.Single(await LinkStory.LinksAsync(North, South, story), link => link.Pivot == new LabelSubject.OfAddress(null, Story.At(pivot)));

    private static Story Tell((int North, int South, ulong Stolen, int Strangers) told)
    {
        var story = Way(Way(new(), "n", told.North, told.Stolen), "s", told.South, told.Stolen);
        for (int i = 0; i < told.Strangers; i++)
        {
            story.Pay($"stranger{i}", $"stranger{i / 2}", 7).Pay("pivot", $"stranger{i}", 1);
        }

        // Only what it spent again shows that the store holds its whole history.
        return story.Pay("pivot", "haven", (2 * (UInt128)told.Stolen) - (UInt128)told.Strangers);
    }

    // The theft, then from hand to hand, and at last to the pivot.
    private static Story Way(Story story, string side, int hands, ulong stolen, Spoor.Transfers.AssetId? asset = null, string end = "pivot")
    {
        story.Pay($"{side} vault", $"{side}0", stolen, asset);
        for (int hand = 1; hand <= hands; hand++)
        {
            story.Pay($"{side}{hand - 1}", $"{side}{hand}", stolen, asset);
        }

        return story.Pay($"{side}{hands}", end, stolen, asset);
    }
}
