using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Swaps;

/// <summary>A bridge carries taint to the other chain once both ends are known; until then it waits in the books.</summary>
public sealed class CrossingTraceTests
{
    private static readonly ChainId Polygon = ChainId.Parse("eip155:137");
    private static readonly AssetId Bridged = new(Polygon, "erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f");

    // The thief pays 60 of 100 into the bridge; 59 come out on the other chain, and 20 of them go to a shop.
    private static Story Theft() => new Story().Pay("victim", "thief", 100).Act(("thief", "bridge", 60, Story.Coin));

    private static Story WithPayout() => Theft().Pay("bridge", "other", 59, Bridged).Pay("other", "shop", 20, Bridged);

    [Fact]
    public void What_comes_out_is_followed_and_stands_for_what_went_in()
    {
        var trace = Run(WithPayout(), Bridge(59));

        Assert.Equal(new Amount(39), HoldingOf(trace, "other").Held);
        Assert.Equal(new Amount(20), HoldingOf(trace, "shop").Held);
        Assert.Equal([(1, new Amount(20))], HoldingOf(trace, "shop").Rests.Select(rest => (rest.Key, rest.Value)));
        Assert.Equal(new Amount(100), trace.Books[0].Held);
        Assert.Equal([("test:1", true)], trace.Conversions.Select(traced => (traced.Crossing!.Name, traced.Arrival is not null)));
        Assert.Equal([0, 1, 2], trace.Holdings.Select(holding => holding.Hop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_not_known_to_have_come_out_waits_in_transit(bool paidOut)
    {
        // Either nobody knows the payout, or the data lack it.
        var trace = Run(paidOut ? WithPayout() : Theft(), paidOut ? new("test:1", In(60), null) : Bridge(59));

        Assert.Equal([KeyValuePair.Create(StopReason.Transit, new Amount(60))], trace.Books[0].Stopped);
        Assert.True(trace.Books[0].Difference.IsZero);
        Assert.Equal((new Amount(60), null), (Assert.Single(trace.Conversions).Origin, trace.Conversions[0].Arrival));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(58, false)]
    public void A_payout_in_the_coin_of_which_the_bridge_names_the_wrapped_token_is_the_payout_if_the_amount_is(uint stated, bool isIt)
    {
        AssetId wrapped = new(Polygon, "erc20:0x7ceb23fd6bc0add59e62ac25578270cff1b9f619");

        var trace = Run(WithPayout(), new("test:1", In(60), new(Polygon, Story.Tx(2), Story.At("other"), wrapped, new(stated))));

        Assert.Equal(isIt ? [] : [StopReason.Transit], trace.Books[0].Stopped.Select(stop => stop.Key));
        Assert.Equal(isIt, trace.Conversions.Single().Arrival is not null);
        Assert.True(trace.Books[0].Difference.IsZero);
    }

    [Fact]
    public void The_way_back_through_the_bridge_is_the_way_forth_reversed()
    {
        var trace = Run(WithPayout(), Bridge(59), new TheftClaim.ByTransaction(Polygon, Story.Tx(3)), TraceDirection.In);

        Assert.Equal(new Amount(20), trace.Holdings.Single(holding => holding.Address == Story.At("victim")).Received);
        Assert.True(trace.Books[0].Difference.IsZero);
    }

    [Fact]
    public void A_router_that_pays_the_bridge_does_not_hide_who_paid_the_router()
    {
        var story = new Story().Pay("victim", "thief", 100)
            .Act(("thief", "router", 60, Story.Coin), ("router", "pool", 60, Story.Coin), ("pool", "router", 90, Story.Dollar), ("router", "bridge", 90, Story.Dollar))
            .Pay("bridge", "other", 88, Bridged);
        var deposit = new CrossingEnd(Story.Chain, Story.Tx(1), Story.At("router"), Story.Dollar, new(90));

        var trace = Run(story, new("test:1", deposit, new(Polygon, Story.Tx(5), Story.At("other"), Bridged, new(88))));

        Assert.Equal(new Amount(88), HoldingOf(trace, "other").Held);
        Assert.Equal([(1, new Amount(60))], HoldingOf(trace, "other").Rests.Select(rest => (rest.Key, rest.Value)));
    }

    [Fact]
    public void What_the_bridge_asks_for_its_message_is_paid_beside()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("world", "thief", 90, Story.Dollar)
            .Act(("thief", "bridge", 60, Story.Coin), ("thief", "bridge", 3, Story.Dollar));
        var deposit = new CrossingEnd(Story.Chain, Story.Tx(2), Story.At("thief"), Story.Coin, new(60));

        Assert.Equal([KeyValuePair.Create(StopReason.Transit, new Amount(60))], Run(story, new("test:1", deposit, null)).Books[0].Stopped);
    }

    [Fact]
    public void Who_pays_beside_the_depositor_has_paid()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("world", "depositor", 90)
            .Act(("depositor", "bridge", 60, Story.Coin), ("thief", "friend", 40, Story.Coin));
        var deposit = new CrossingEnd(Story.Chain, Story.Tx(2), Story.At("depositor"), Story.Coin, new(60));

        var trace = Run(story, new("test:1", deposit, null));

        Assert.Empty(trace.Conversions);
        Assert.Equal(new Amount(40), trace.Holdings.Single(holding => holding.Address == Story.At("friend")).Held);
    }

    [Fact]
    public void A_payout_that_was_made_before_the_deposit_brings_nothing_out()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("bridge", "other", 59, Bridged).Act(("thief", "bridge", 60, Story.Coin));
        var crossing = new Crossing("test:1", In(60) with { Tx = Story.Tx(2) }, new(Polygon, Story.Tx(1), Story.At("other"), Bridged, new(59)));

        Assert.Equal([KeyValuePair.Create(StopReason.Transit, new Amount(60))], Run(story, crossing).Books[0].Stopped);
    }

    [Fact]
    public void Two_deposits_come_out_with_two_payments()
    {
        var story = new Story().Pay("victim", "thief", 100).Act(("thief", "bridge", 30, Story.Coin)).Act(("thief", "bridge", 30, Story.Coin))
            .Act(("bridge", "other", 29, Bridged), ("bridge", "other", 29, Bridged));
        static Crossing Each(int deposit) => new($"test:{deposit}", new(Story.Chain, Story.Tx(deposit), Story.At("thief"), Story.Coin, new(30)), new(Polygon, Story.Tx(3), Story.At("other"), Bridged, new(29)));

        var trace = Tracer.Run(story.Store, new() { Rule = TaintRule.Fifo, Claims = [Story.Theft(0)], Stops = StopRules.None, Crossings = [Each(1), Each(2)] }, TestContext.Current.CancellationToken);

        Assert.Equal(new Amount(58), HoldingOf(trace, "other").Held);
    }

    [Fact]
    public void A_payout_of_another_deposit_stays_clean()
    {
        var story = WithPayout().Pay("bridge", "other", 500, Bridged);

        var trace = Run(story, Bridge(59));

        Assert.Equal(new Amount(59), HoldingOf(trace, "other").Received);
    }

    private static Crossing Bridge(UInt128 payout) => new("test:1", In(60), new(Polygon, Story.Tx(2), Story.At("other"), Bridged, new(payout)));

    private static CrossingEnd In(UInt128 amount) => new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(amount));

    private static Trace Run(Story story, Crossing crossing, TheftClaim? claim = null, TraceDirection direction = TraceDirection.Out) => Tracer.Run(story.Store, new()
    {
        Rule = TaintRule.Fifo,
        Claims = [claim ?? Story.Theft(0)],
        Stops = StopRules.None,
        Direction = direction,
        Crossings = [crossing],
    });

    private static TracedHolding HoldingOf(Trace trace, string name) =>
        trace.Holdings.Single(holding => holding.Address == Story.At(name) && holding.Asset == Bridged);
}
