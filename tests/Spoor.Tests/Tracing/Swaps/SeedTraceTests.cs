using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Swaps;

/// <summary>What a seed bought with the loot is the loot in another shape, not a second theft.</summary>
public sealed class SeedTraceTests
{
    private static readonly ChainId Polygon = ChainId.Parse("eip155:137");
    private static readonly AssetId Bridged = new(Polygon, "erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f");
    private static readonly TheftClaim Thief = new TheftClaim.BySeed(Story.Chain, Story.At("thief"));

    [Theory]
    [InlineData("haircut")]
    [InlineData("fifo")]
    [InlineData("lifo")]
    public void A_seed_that_sold_the_loot_stole_it_once(string rule)
    {
        var story = new Story().Pay("victim", "thief", 100)
            .Act(("thief", "router", 100, Story.Coin), ("router", "pool", 100, Story.Coin), ("pool", "thief", 160_000, Story.Dollar))
            .Pay("thief", "mule", 60_000, Story.Dollar);

        var trace = story.Trace(TaintRule.Find(rule), Thief);

        Assert.Equal([(Story.Coin, new Amount(100))], trace.Thefts.Select(theft => (theft.Asset, theft.Amount)));
        Assert.Equal(new Amount(100), trace.Books.Single().Held);
        Assert.Equal((new Amount(100_000), new Amount(60_000)), (HeldBy(trace, "thief"), HeldBy(trace, "mule")));
        Assert.DoesNotContain(trace.Holdings, holding => holding.Address == Story.At("router"));
    }

    [Fact]
    public void What_a_seed_bought_with_its_own_money_is_stolen_all_the_same()
    {
        // The attack: ten of his own for nine hundred of the bank's. Only what he had from the theft is counted through.
        var story = new Story().Pay("victim", "thief", 5).Pay("world", "friend", 1, Story.Share)
            .Act(("thief", "bank", 20, Story.Coin), ("bank", "thief", 900, Story.Dollar));

        var trace = story.Trace(TaintRule.Haircut, Thief);

        Assert.Equal([(Story.Dollar, new Amount(675)), (Story.Coin, new Amount(5))], trace.Thefts.Select(theft => (theft.Asset, theft.Amount)));
        Assert.Equal(new Amount(900), HeldBy(trace, "thief"));
        Assert.All(trace.Books, book => Assert.True(book.Difference.IsZero));
        Assert.Contains(trace.Transfers, traced => traced.Transfer.Tx == Story.Tx(2) && traced.Claimed == new Amount(675));
    }

    [Fact]
    public void What_a_seed_got_over_its_own_bridge_is_no_second_theft()
    {
        var story = new Story().Pay("victim", "thief", 100).Act(("thief", "bridge", 60, Story.Coin))
            .Pay("bridge", "thief", 59, Bridged).Pay("thief", "shop", 20, Bridged);
        var crossing = new Crossing("test:1", new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(60)), new(Polygon, Story.Tx(2), Story.At("thief"), Bridged, new(59)));

        var trace = Tracer.Run(story.Store, new()
        {
            Rule = TaintRule.Haircut,
            Claims = [Thief, new TheftClaim.BySeed(Polygon, Story.At("thief"))],
            Stops = StopRules.None,
            Crossings = [crossing],
        }, TestContext.Current.CancellationToken);

        Assert.Equal([(Story.Coin, new Amount(100))], trace.Thefts.Select(theft => (theft.Asset, theft.Amount)));
        Assert.Empty(trace.Collisions);
        Assert.Equal((new Amount(100), true), (trace.Books.Single().Held, trace.Books[0].Difference.IsZero));
        Assert.Equal(new Amount(20), trace.Holdings.Single(holding => holding.Address == Story.At("shop")).Held);
    }

    private static Amount HeldBy(Trace trace, string name) =>
        trace.Holdings.Single(holding => holding.Address == Story.At(name) && holding.Asset == Story.Dollar).Held;
}
