using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Swaps;

/// <summary>Taint goes over to what was got in exchange; pools and routers in between do not matter (docs/methods/swaps.md).</summary>
public sealed class SwapTraceTests
{
    private static AssetId Coin => Story.Coin;

    private static AssetId Dollar => Story.Dollar;

    private static AssetId Share => Story.Share;

    [Fact]
    public void After_gas_and_a_swap_the_share_of_taint_is_as_before_and_the_books_stay_in_the_stolen_asset()
    {
        // 10 coins of which 6 are stolen (in thousandths); gas 0.01; 4 of them become 6,400 dollars.
        var story = new Story().Pay("victim", "thief", 6_000).Pay("world", "thief", 4_000).Fee("thief", 10)
            .Act(("thief", "router", 4_000, Coin), ("router", "pool", 4_000, Coin), ("pool", "thief", 6_400, Dollar));

        var trace = story.Trace(TaintRule.Haircut, Story.Theft(0));

        Assert.Equal(new Amount(3_840), HoldingOf(trace, "thief", Dollar).Held);
        Assert.Equal(new Amount(3_594), HoldingOf(trace, "thief", Coin).Held);
        Assert.Equal([KeyValuePair.Create(1, new Amount(2_400))], HoldingOf(trace, "thief", Dollar).Rests);
        Assert.Equal((new Amount(5_994), new Amount(6)), (trace.Books[0].Held, trace.Books[0].Fees));
        Assert.DoesNotContain(trace.Holdings, holding => holding.Address == Story.At("router") || holding.Address == Story.At("pool"));
        var conversion = Assert.Single(trace.Conversions);
        Assert.Equal((new Amount(2_400), new Amount(2_400), new Amount(3_840)), (conversion.Origin, conversion.Given[0], conversion.Received[0]));
    }

    [Fact]
    public void A_pool_that_pays_before_it_is_paid_makes_no_difference()
    {
        var story = new Story().Pay("victim", "thief", 50)
            .Act(("pool", "thief", 700, Dollar), ("thief", "pool", 50, Coin))
            .Pay("thief", "friend", 700, Dollar);

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));

        Assert.Equal(new Amount(700), HoldingOf(trace, "friend", Dollar).Held);
        Assert.Equal([KeyValuePair.Create(1, new Amount(50))], HoldingOf(trace, "friend", Dollar).Rests);
    }

    [Fact]
    public void What_a_router_gives_back_was_not_swapped()
    {
        var story = new Story().Pay("victim", "thief", 100)
            .Act(("thief", "router", 100, Coin), ("router", "pool", 60, Coin), ("pool", "thief", 90, Dollar), ("router", "thief", 40, Coin));

        var trace = story.Trace(TaintRule.Lifo, Story.Theft(0));

        Assert.Equal((new Amount(40), new Amount(90)), (HoldingOf(trace, "thief", Coin).Held, HoldingOf(trace, "thief", Dollar).Held));
        Assert.Equal([KeyValuePair.Create(1, new Amount(60))], HoldingOf(trace, "thief", Dollar).Rests);
    }

    [Fact]
    public void What_is_bought_for_another_is_followed_to_him()
    {
        var story = new Story().Pay("victim", "thief", 50).Pay("world", "thief", 1, Share)
            .Act(("thief", "router", 50, Coin), ("router", "pool", 50, Coin), ("pool", "friend", 70, Dollar))
            .Pay("friend", "shop", 70, Dollar);

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));

        Assert.Equal(new Amount(70), HoldingOf(trace, "shop", Dollar).Held);
        Assert.Equal([(Story.At("thief"), 0), (Story.At("friend"), 1), (Story.At("shop"), 2)], trace.Holdings.Select(holding => (holding.Address!.Value, holding.Hop)));
    }

    [Fact]
    public void A_payment_through_a_contract_that_keeps_a_fee_is_a_payment()
    {
        var story = new Story().Pay("victim", "thief", 50).Pay("world", "thief", 1, Dollar)
            .Act(("thief", "splitter", 50, Coin), ("splitter", "friend", 49, Coin), ("splitter", "keeper", 1, Coin));

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));

        Assert.Empty(trace.Conversions);
        Assert.Equal(new Amount(49), HoldingOf(trace, "friend", Coin).Held);
    }

    [Fact]
    public void A_token_that_nobody_lists_makes_no_exchange_of_a_payment()
    {
        var fake = new AssetId(Story.Chain, "erc20:0x00000000000000000000000000000000000fa4e0");
        var story = new Story().Pay("victim", "thief", 50).Act(("thief", "friend", 50, Coin), ("friend", "thief", 900, fake));

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));

        Assert.Empty(trace.Conversions);
        Assert.Equal(new Amount(50), HoldingOf(trace, "friend", Coin).Held);
    }

    [Fact]
    public void Change_thrown_in_makes_no_exchange_of_a_payment()
    {
        var story = new Story().Pay("victim", "thief", 50).Pay("world", "giver", 9, Dollar)
            .Act(("thief", "friend", 50, Coin), ("giver", "thief", 1, Dollar));

        Assert.Equal(new Amount(50), HoldingOf(story.Trace(TaintRule.Fifo, Story.Theft(0)), "friend", Coin).Held);
    }

    [Fact]
    public void Liquidity_is_one_asset_for_two_and_back()
    {
        var ether = UInt128.Parse("1000000000000000000", null);
        var story = new Story().Pay("victim", "thief", 100 * ether).Pay("world", "thief", 300, Dollar)
            .Act(("thief", "pool", 100 * ether, Coin), ("thief", "pool", 300, Dollar), ("pool", "thief", 10, Share))
            .Act(("thief", "pool", 10, Share), ("pool", "thief", 80 * ether, Coin), ("pool", "thief", 375, Dollar));

        var trace = story.Trace(TaintRule.Haircut, Story.Theft(0));

        // Half of the share was bought with stolen coins, so half of each asset that comes back is, and each stands for half of the theft.
        Assert.Equal((new Amount(40 * ether), new Amount(188)), (HoldingOf(trace, "thief", Coin).Held, HoldingOf(trace, "thief", Dollar).Held));
        Assert.Equal([KeyValuePair.Create(1, new Amount(50 * ether))], HoldingOf(trace, "thief", Dollar).Rests);
        Assert.Equal(new Amount(100 * ether), trace.Books[0].Held);
        Assert.All(trace.Conversions, traced => Assert.True(traced.Conversion.AssumesEqualParts));
    }

    [Fact]
    public void What_the_theft_itself_pays_is_no_exchange()
    {
        var story = new Story().Act(("thief", "bank", 5, Dollar), ("bank", "thief", 900, Coin));

        var trace = story.Trace(TaintRule.Fifo, [new TheftClaim.ByTransaction(Story.Chain, Story.Tx(0)) { Index = 1 }]);

        Assert.Empty(trace.Conversions);
        Assert.Equal(new Amount(900), HoldingOf(trace, "thief", Coin).Held);
    }

    [Fact]
    public void Backward_a_swap_leads_to_what_was_given()
    {
        var story = new Story().Pay("victim", "thief", 50)
            .Act(("thief", "pool", 50, Coin), ("pool", "thief", 700, Dollar))
            .Pay("thief", "exchange", 700, Dollar);

        var trace = story.Trace(TaintRule.Fifo, [Story.Theft(3)], direction: TraceDirection.In);

        Assert.Equal(new Amount(50), HoldingOf(trace, "victim", Coin).Received);
        Assert.True(trace.Books[0].Difference.IsZero);
        Assert.Single(trace.Conversions);
    }

    [Fact]
    public void Without_swaps_taint_goes_to_the_pool()
    {
        var story = new Story().Pay("victim", "thief", 50).Act(("thief", "pool", 50, Coin), ("pool", "thief", 700, Dollar));
        var request = new TraceRequest { Rule = TaintRule.Fifo, Claims = [Story.Theft(0)], Stops = StopRules.None, FollowSwaps = false };

        Assert.Equal(new Amount(50), HoldingOf(Tracer.Run(story.Store, request, TestContext.Current.CancellationToken), "pool", Coin).Held);
    }

    private static TracedHolding HoldingOf(Trace trace, string name, AssetId asset) =>
        trace.Holdings.Single(holding => holding.Address == Story.At(name) && holding.Asset == asset);
}
