using Spoor.Tests.Tracing.Ranking;
using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Swaps;

/// <summary>Only what a bridge pays is its payment; whatever else moves in that transaction is judged as everywhere.</summary>
public sealed class ArrivalTraceTests
{
    private static readonly ChainId Polygon = ChainId.Parse("eip155:137");
    private static readonly AssetId Bridged = new(Polygon, "erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f");
    private static readonly AssetId Wrapped = new(Polygon, "erc20:0x7ceb23fd6bc0add59e62ac25578270cff1b9f619");

    [Fact]
    public void A_relayer_who_fills_another_order_hides_no_swap()
    {
        var story = new Story().Pay("victim", "thief", 1000, Story.Dollar)
            .Act(("thief", "router", 1000, Story.Dollar), ("router", "pool", 1000, Story.Dollar), ("pool", "thief", 3, Story.Coin), ("relayer", "alice", 50, Story.Dollar));
        var fill = new Crossing("test:1", new(Polygon, Story.Tx(90), Story.At("alice"), Bridged, new(51)), new(Story.Chain, Story.Tx(1), Story.At("alice"), Story.Dollar, new(50)));

        var trace = Run(story, TaintRule.Haircut, fill);

        Assert.Equal(new Amount(3), HeldBy(trace, "thief", Story.Coin));
        Assert.DoesNotContain(trace.Holdings, holding => holding.Address == Story.At("router"));
    }

    [Theory]
    [InlineData("router")]
    [InlineData("other")]
    public void What_a_router_swaps_on_arrival_is_followed_to_whom_it_was_bought_for(string named)
    {
        var story = new Story().Pay("victim", "thief", 1000).Act(("thief", "bridge", 1000, Story.Coin))
            .Act(("bridge", "router", 990, Bridged), ("router", "pool", 990, Bridged), ("pool", "other", 5, Wrapped))
            .Pay("other", "shop", 2, Wrapped);
        var crossing = Over(1, 1000, 2, named, 990);

        var trace = Run(story, TaintRule.Fifo, crossing);

        Assert.Equal((new Amount(3), new Amount(2)), (HeldBy(trace, "other", Wrapped), HeldBy(trace, "shop", Wrapped)));
        Assert.Equal(new Amount(1000), trace.Books.Single().Held);
    }

    [Fact]
    public void Who_pays_out_with_stolen_money_has_paid()
    {
        // The relayer had 500 of the loot, and pays 490 of it for what went in elsewhere.
        var story = new Story().Pay("victim", "relayer", 500, Bridged).Pay("victim", "thief", 500)
            .Act(("thief", "bridge", 500, Story.Coin)).Pay("relayer", "other", 490, Bridged);
        TheftClaim[] claims = [new TheftClaim.ByTransaction(Polygon, Story.Tx(0)), Story.Theft(1)];

        var trace = Run(story, TaintRule.Haircut, Over(2, 500, 3, "other", 490), claims);

        Assert.Equal((new Amount(10), new Amount(490)), (HeldBy(trace, "relayer", Bridged), HeldBy(trace, "other", Bridged)));
        Assert.Equal([KeyValuePair.Create(StopReason.Transit, new Amount(490))], trace.Books[0].Stopped);
        Assert.Equal((new Amount(500), true), (trace.Books[1].Held, trace.Books.All(book => book.Difference.IsZero)));
        Assert.Single(trace.Transfers, traced => traced.Transfer.Tx == Story.Tx(3));
    }

    [Fact]
    public async Task A_payout_to_a_busy_wallet_does_not_read_all_that_it_did()
    {
        var story = new Story().Pay("victim", "thief", 60).Act(("thief", "bridge", 60, Story.Coin)).Pay("bridge", "exchange", 59, Bridged);
        for (int i = 0; i < 8; i++)
        {
            story.Pay("exchange", $"customer{i}", 1, Bridged);
        }

        var store = new StoreOnly(story.Store);
        var trace = await Tracer.RunAsync(store, new()
        {
            Rule = TaintRule.Fifo,
            Claims = [Story.Theft(0)],
            Stops = StopRules.None with { MinCounterparties = 5 },
            Crossings = [Over(1, 60, 2, "exchange", 59)],
        }, null, TestContext.Current.CancellationToken);

        Assert.Equal([KeyValuePair.Create(StopReason.Degree, new Amount(60))], trace.Books[0].Stopped);
        Assert.DoesNotContain(Story.At("exchange"), store.Read);
    }

    [Fact]
    public void What_comes_out_on_a_chain_of_outputs_is_followed_from_output_to_output()
    {
        var story = new Story().Pay("victim", "thief", 600).Act(("thief", "vault", 600, Story.Coin))
            .Spend(10, [(5, 0, 1_000)], [("other", 59), ("vault", 940)])
            .Spend(12, [(10, 0, 59)], [("shop", 50), ("other", 9)]);
        var crossing = new Crossing("thorchain:1", new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(600)), new(Story.Bitcoin, Story.Tx(10), Story.Wallet("other"), Story.Btc, new(59)));

        var trace = Run(story, TaintRule.Fifo, crossing);

        Assert.Equal((50, 9), ((int)Story.Held(trace, "shop"), (int)Story.Held(trace, "other")));
        Assert.Equal((new Amount(600), true), (trace.Books.Single().Held, trace.Books[0].Difference.IsZero));
        Assert.DoesNotContain(trace.Holdings, holding => holding.Address == Story.Wallet("vault"));
    }

    [Fact]
    public void An_output_that_the_data_lack_leaves_it_in_transit()
    {
        var story = new Story().Pay("victim", "thief", 600).Act(("thief", "vault", 600, Story.Coin));
        var crossing = new Crossing("thorchain:1", new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(600)), new(Story.Bitcoin, Story.Tx(10), Story.Wallet("other"), Story.Btc, new(59)));

        Assert.Equal([KeyValuePair.Create(StopReason.Transit, new Amount(600))], Run(story, TaintRule.Fifo, crossing).Books.Single().Stopped);
    }

    private static Crossing Over(int deposit, UInt128 amount, int payout, string party, UInt128 paid) => new(
        "test:1", new(Story.Chain, Story.Tx(deposit), Story.At("thief"), Story.Coin, new(amount)), new(Polygon, Story.Tx(payout), Story.At(party), Bridged, new(paid)));

    private static Trace Run(Story story, TaintRule rule, Crossing crossing, TheftClaim[]? claims = null) =>
        Tracer.Run(story.Store, new() { Rule = rule, Claims = claims ?? [Story.Theft(0)], Stops = StopRules.None, Crossings = [crossing] });

    private static Amount HeldBy(Trace trace, string name, AssetId asset) =>
        trace.Holdings.Single(holding => holding.Address == Story.At(name) && holding.Asset == asset).Held;
}
