using Spoor.Tracing;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Tracing.Swaps;

/// <summary>Several assets on one side of an exchange count what they are worth, and a tip or a leftover is no part.</summary>
public sealed class SidesTraceTests
{
    private static readonly UInt128 Ether = UInt128.Parse("1000000000000000000", null);
    private static readonly UInt128 Dai = Ether;
    private const ulong Usdt = 1_000_000;

    [Fact]
    public void A_tip_of_a_wei_buys_nothing()
    {
        var story = new Story().Pay("victim", "thief", 1000, Story.Dollar).Pay("world", "thief", 50)
            .Act(("thief", "pool", 1000, Story.Dollar), ("thief", "pool", 1, Story.Coin), ("pool", "thief", 500, Story.Share))
            .Pay("thief", "shop", 500, Story.Share);

        var trace = story.Trace(TaintRule.Haircut, Story.Theft(0));

        Assert.Equal((new Amount(500), new Amount(1000)), (HoldingOf(trace, "shop").Held, HoldingOf(trace, "shop").Rests.Single().Value));
        Assert.False(trace.Conversions.Single().Conversion.AssumesEqualParts);
    }

    [Fact]
    public void What_is_left_over_of_an_asset_in_between_was_not_what_was_bought()
    {
        // Dollars to shares to coins; one share of a hundred comes back.
        var story = new Story().Pay("victim", "thief", 2000, Story.Dollar)
            .Act(("thief", "router", 2000, Story.Dollar), ("router", "pool1", 2000, Story.Dollar), ("pool1", "router", 100, Story.Share),
                ("router", "pool2", 99, Story.Share), ("pool2", "thief", Ether, Story.Coin), ("router", "thief", 1, Story.Share));

        var trace = story.Trace(TaintRule.Haircut, Story.Theft(0));

        var coins = trace.Holdings.Single(holding => holding.Asset == Story.Coin);
        Assert.Equal((new Amount(Ether), new Amount(2000)), (coins.Held, coins.Rests.Single().Value));
    }

    [Theory]
    [InlineData(true, 1500)]
    [InlineData(false, 1000)]
    public void Parts_count_what_they_are_worth_where_prices_are_at_hand(bool priced, uint ofTheft)
    {
        // One coin of 1,500 dollars and 500 dollars of shares come back for 2,000 dollars.
        var story = new Story().Pay("victim", "thief", 2000 * Usdt, Story.Dollar)
            .Act(("thief", "pool", 2000 * Usdt, Story.Dollar), ("pool", "thief", Ether, Story.Coin), ("pool", "thief", 500 * Dai, Story.Share));
        var day = new DateTimeOffset(Story.Begin.Date, TimeSpan.Zero);
        Price[] prices =
        [
            new() { Subject = Story.Coin.ToString(), Kind = PriceKind.Daily, Time = day, Usd = 1500m, Source = "made up" },
            new() { Subject = Story.Share.ToString(), Kind = PriceKind.Daily, Time = day, Usd = 1m, Source = "made up" },
        ];
        var request = new TraceRequest
        {
            Rule = TaintRule.Fifo,
            Claims = [Story.Theft(0)],
            Stops = StopRules.None,
            Prices = priced ? new PriceBook(prices, PriceSymbols.Builtin) : null,
        };

        var trace = Tracer.Run(story.Store, request, TestContext.Current.CancellationToken);

        Assert.Equal(new Amount(ofTheft * (UInt128)Usdt), trace.Holdings.Single(holding => holding.Asset == Story.Coin).Rests.Single().Value);
        Assert.Equal(!priced, trace.Conversions.Single().Conversion.AssumesEqualParts);
    }

    [Theory]
    [InlineData("haircut")]
    [InlineData("fifo")]
    [InlineData("clean-first")]
    public void Who_buys_one_thing_with_some_stolen_coins_holds_it(string rule)
    {
        var story = new Story().Pay("victim", "thief", 40).Pay("world", "thief", 60)
            .Act(("thief", "seller", 100, Story.Coin), ("seller", "thief", 1, Story.Share))
            .Pay("thief", "buyer", 1, Story.Share);

        var trace = story.Trace(TaintRule.Find(rule), Story.Theft(0));

        Assert.Empty(trace.Books.Single().Stopped);
        Assert.Equal((new Amount(1), new Amount(40)), (HoldingOf(trace, "buyer").Held, HoldingOf(trace, "buyer").Rests.Single().Value));
    }

    [Fact]
    public void Of_two_thefts_that_bought_one_thing_both_name_who_got_it()
    {
        var story = new Story().Pay("victim", "thief", 40).Pay("second", "thief", 60)
            .Act(("thief", "seller", 100, Story.Coin), ("seller", "thief", 1, Story.Share));

        var trace = story.Trace(TaintRule.Haircut, [Story.Theft(0), Story.Theft(1)]);

        Assert.Equal([1, 2], HoldingOf(trace, "thief").Rests.Select(rest => rest.Key));
        Assert.All(trace.Books, book => Assert.True(book.Difference.IsZero));
    }

    private static TracedHolding HoldingOf(Trace trace, string name) =>
        trace.Holdings.Single(holding => holding.Address == Story.At(name) && holding.Asset == Story.Share);
}
