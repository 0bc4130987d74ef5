using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>Bounds on histories that can be checked by hand; the first is worked example A of the rules.</summary>
public sealed class TaintBoundsTests
{
    // +2 clean, +3 stolen, +5 clean, then 4, 3 and 3 go out: between nothing and all of it, to each.
    private static Story Mixed => new Story()
        .Pay("earner", "thief", 2).Pay("victim", "thief", 3).Pay("earner", "thief", 5).Pay("thief", "a", 4).Pay("thief", "b", 3).Pay("thief", "c", 3);

    [Fact]
    public void Money_that_was_mixed_can_have_gone_to_any_of_those_who_were_paid()
    {
        var bounds = Of(Mixed, Story.Theft(1));

        Assert.Equal([(0, 3), (0, 3), (0, 3), (0, 0)], At(bounds, "a", "b", "c", "thief"));
    }

    [Fact]
    public void What_cannot_have_gone_elsewhere_must_be_there()
    {
        var bounds = Of(new Story().Pay("victim", "thief", 8).Pay("earner", "thief", 2).Pay("thief", "a", 7).Pay("thief", "b", 1), Story.Theft(0));

        Assert.Equal([(5, 7), (0, 1), (0, 2)], At(bounds, "a", "b", "thief"));
    }

    [Fact]
    public void Money_spent_before_the_theft_came_and_money_that_came_after_a_holding_was_emptied_decide_nothing()
    {
        var story = new Story().Pay("earner", "thief", 9).Pay("thief", "before", 9).Pay("victim", "thief", 5).Pay("thief", "a", 5).Pay("earner", "thief", 5).Pay("thief", "after", 5);

        var bounds = Of(story, Story.Theft(2));

        Assert.Equal([(0, 0), (5, 5), (0, 0)], At(bounds, "before", "a", "after"));
        Assert.True(bounds.Of(Story.Coin, Story.At("a"))!.Value.IsCertain);
    }

    [Fact]
    public void A_fee_takes_from_what_is_certain()
    {
        var bounds = Of(new Story().Pay("victim", "thief", 10).Pay("earner", "thief", 10).Fee("thief", 3).Pay("thief", "a", 17), Story.Theft(0));

        Assert.Equal([(7, 10)], At(bounds, "a"));
    }

    [Fact]
    public void On_a_utxo_chain_outputs_and_fee_bound_each_other()
    {
        var story = new Story().Spend(1, [], [("thief", 12)]).Spend(2, [], [("earner", 8)]).Spend(3, [(1, 0, 12), (2, 0, 8)], [("a", 6), ("b", 10), ("c", 3)]);
        var trace = story.Trace(TaintRule.Haircut, new TheftClaim.ByTransaction(Story.Bitcoin, Story.Tx(1)));

        var bounds = Of(story, trace);

        List<string> names = ["a", "b", "c"];
        Assert.Equal([(0, 6), (2, 10), (0, 3)], names.Select(name => Pair(bounds.Of(Story.Btc, Story.Wallet(name))!.Value)));
    }

    [Fact]
    public void Where_the_trace_stopped_value_ends_whatever_happened_to_it_then()
    {
        var labels = new LabelBook([new() { Subject = new LabelSubject.OfAddress(Story.Chain, Story.At("shop")), Learned = DateOnly.MinValue, Name = "Shop", Category = "exchange", Source = "test" }]);
        var story = new Story().Pay("victim", "thief", 10).Pay("thief", "shop", 10).Pay("shop", "customer", 10);

        var bounds = Of(story, story.Trace(TaintRule.Fifo, Story.Theft(0), StopRules.None with { Labels = labels }));

        Assert.Equal([(10, 10), (0, 0)], At(bounds, "shop", "customer"));
    }

    // Shrunk by the law of every stop at work: the trace counted the seed's theft from its last spend, the bounds from its first receipt.
    [Fact]
    public void The_horizon_is_that_of_the_trace_though_an_earlier_theft_has_taken_what_a_later_one_began_with()
    {
        var story = new Story().Pay("victim", "a", 1, block: 0).Pay("a", "thief", 1, block: 1).Pay("thief", "d", 2, block: 4).Pay("d", "a", 1, block: 5);
        var trace = Tracer.Run(
            story.Store,
            new()
            {
                Rule = TaintRule.Lifo,
                Claims = [Story.Theft(0), new TheftClaim.BySeed(Story.Chain, Story.At("thief"))],
                OpeningStolen = true,
                Stops = StopRules.None with { Horizon = TimeSpan.FromMinutes(2) },
            },
            TestContext.Current.CancellationToken);

        var bounds = Of(story, trace);

        Assert.Equal([(2, 2), (0, 0)], At(bounds, "d", "a"));
        Assert.Equal(2, (int)Assert.Single(trace.Holdings, holding => holding.Address == Story.At("d")).Stopped.Units);
    }

    [Fact]
    public void Addresses_that_only_another_rule_reaches_are_named_beside_the_trace()
    {
        var story = Mixed;
        var trace = story.Trace(TaintRule.CleanFirst, Story.Theft(1));

        var beyond = Of(story, trace).BeyondOf(trace);

        Assert.Equal([Story.At("a"), Story.At("b")], beyond.Select(one => one.Address!.Value).Order());
    }

    [Fact]
    public void Backward_bounds_say_what_a_source_must_and_can_have_paid()
    {
        var story = new Story().Pay("a", "mixer", 6).Pay("b", "mixer", 4).Pay("mixer", "payee", 7);

        var bounds = Of(story, story.Trace(TaintRule.Haircut, [Story.Theft(2)], direction: TraceDirection.In));

        Assert.Equal([(3, 6), (1, 4)], At(bounds, "a", "b"));
    }

    [Fact]
    public void Beyond_the_limit_there_are_no_bounds_and_the_result_says_so()
    {
        var story = Mixed;

        var bounds = TaintBounds.Of(story.Store, story.Trace(TaintRule.Haircut, Story.Theft(1)), maxMovements: 3, TestContext.Current.CancellationToken);

        Assert.Equal(BoundsGap.TooLarge, bounds.Gap);
        Assert.Null(bounds.Of(Story.Coin, Story.At("a")));
    }

    [Fact]
    public void An_asset_into_which_value_was_swapped_has_no_bounds()
    {
        var story = Mixed;
        var trace = story.Trace(TaintRule.Haircut, Story.Theft(1));
        var other = new AssetId(Story.Chain, "erc20:0x0000000000000000000000000000000000000001");

        var bounds = Of(story, trace with { Thefts = [.. trace.Thefts.Select(theft => theft with { Asset = other })] });

        Assert.Equal([other, Story.Coin], bounds.Swapped);
        Assert.Null(bounds.Of(Story.Coin, Story.At("a")));
    }

    private static TaintBounds Of(Story story, TheftClaim theft) => Of(story, story.Trace(TaintRule.Haircut, theft));

    private static TaintBounds Of(Story story, Trace trace) => TaintBounds.Of(story.Store, trace);

    private static IEnumerable<(int, int)> At(TaintBounds bounds, params string[] names) =>
        names.Select(name => Pair(bounds.Of(Story.Coin, Story.At(name))!.Value));

    private static (int, int) Pair(AmountBounds bounds) => ((int)bounds.Lower.Units, (int)bounds.Upper.Units);
}
