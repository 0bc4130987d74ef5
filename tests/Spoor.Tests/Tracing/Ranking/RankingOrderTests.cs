using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Tracing.Ranking;

namespace Spoor.Tests.Tracing.Ranking;

/// <summary>What a ranking in order of position follows, and where it ends.</summary>
public sealed class RankingOrderTests
{
    private static readonly RankingRequest Forward = Ranked.From(RankingMethod.TtrTime, "thief") with { BetaPerMillion = 1_000_000 };

    [Fact]
    public void A_payment_in_the_block_of_the_one_that_fed_it_is_followed()
    {
        var story = new Story().Pay("thief", "mule", 10, block: 7).Pay("mule", "deposit", 10, block: 7);

        Assert.True(story.Rank(Forward).Share("deposit") > 0);
    }

    [Fact]
    public void A_payment_before_the_one_that_could_have_fed_it_is_not_followed()
    {
        var story = new Story().Pay("mule", "friend", 10).Pay("thief", "mule", 10).Pay("mule", "deposit", 10);

        var list = story.Rank(Forward);

        Assert.Equal(0, list.Share("friend"));
        Assert.True(list.Share("deposit") > list.Share("mule"));
        Assert.True(story.Rank(Forward with { Method = RankingMethod.TtrWeight }).Share("friend") > 0);
    }

    [Fact]
    public void Mass_goes_on_in_proportion_to_the_later_payments()
    {
        var story = new Story().Pay("thief", "early", 100).Pay("victim", "thief", 100).Pay("thief", "large", 75).Pay("thief", "small", 25);

        var list = story.Rank(Forward with { Seeds = [new(Story.At("thief"), After: story.Transfers[1].Position)] });

        Assert.Equal(0, list.Share("early"));
        Assert.Equal(3 * list.Share("small"), list.Share("large"));
    }

    [Fact]
    public void Backward_asks_who_paid()
    {
        var story = new Story().Pay("victim", "thief", 10).Pay("thief", "deposit", 10).Pay("late", "thief", 5);
        var request = Forward with { Seeds = [new(Story.At("deposit"))], Direction = TraceDirection.In };

        var list = story.Rank(request);

        Assert.True(list.Share("victim") > list.Share("thief"));
        Assert.Equal(0, list.Share("late"));
    }

    [Fact]
    public void What_reaches_a_service_is_held_there()
    {
        var story = new Story().Pay("thief", "exchange", 10).Pay("exchange", "customer", 10);
        var labels = new LabelBook([new() { Subject = new LabelSubject.OfAddress(Story.Chain, Story.At("exchange")), Learned = DateOnly.MinValue, Name = "Exchange", Category = "exchange", Source = "test" }]);

        var list = story.Rank(Forward with { Stops = StopRules.None with { Labels = labels } });

        Assert.Equal(0, list.Share("customer"));
        Assert.Equal(list.Share("exchange"), list.Held("exchange"));
        Assert.Equal(0, story.Rank(Forward with { Stops = StopRules.None with { MinCounterparties = 2 } }).Share("customer"));
    }

    [Fact]
    public void Recycled_mass_is_shared_among_what_can_be_done_with_it()
    {
        var story = new Story().Pay("thief", "mule", 10);

        var list = story.Rank(Forward with { Sinks = SinkRule.Recycle });

        Assert.Equal((1m, 0m, 0m), (decimal.Round(list.Mass.Settled, 9), list.Mass.Held, list.Mass.Waiting));
        Assert.Equal((0.15m, 0.85m), (list.Share("thief"), list.Share("mule")));
    }

    [Fact]
    public void A_share_out_of_range_is_refused() => Assert.Contains(
        "epsilon", Assert.Throws<ArgumentException>(() => new Story().Rank(Forward with { EpsilonPerMillion = 0 })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_seed_that_never_moved_anything_holds_its_mass()
    {
        var list = new Story().Pay("a", "b", 1).Rank(Forward);

        Assert.Equal((1, 1m, 1m), (list.Community, list.Share("thief"), list.Held("thief")));
    }

    [Fact]
    public void Coins_of_a_bitcoin_transaction_go_to_its_outputs_in_proportion()
    {
        var story = new Story()
            .Spend(1, [(0, 0, 10)], [("thief", 10)])
            .Spend(2, [(1, 0, 10)], [("large", 6), ("small", 3), ("thief", 1)])
            .Spend(3, [(2, 0, 6)], [("deposit", 6)]);
        var request = Forward with { Chain = Story.Bitcoin, Seeds = [new(Story.Wallet("thief"))] };

        var list = story.Rank(request);

        decimal large = list.Addresses.Where(one => one.Address == Story.Wallet("large") || one.Address == Story.Wallet("deposit")).Sum(one => one.Share);
        decimal small = list.Addresses.Single(one => one.Address == Story.Wallet("small")).Share;
        Assert.InRange(large - (2 * small), -0.000_000_001m, 0.000_000_001m);
    }

    [Fact]
    public void The_community_ends_where_the_neighbours_hardly_count()
    {
        var story = new Story().Pay("thief", "mule", 1_000_000).Pay("mule", "deposit", 999_900).Pay("mule", "dust", 100);

        var list = story.Rank(Forward with { EpsilonPerMillion = 1 });

        Assert.True(list.Share("dust") > 0);
        Assert.Equal(["deposit", "thief", "mule"], list.Addresses.Take(list.Community).Select(one => System.Text.Encoding.ASCII.GetString(one.Address.ToBytes()).TrimEnd('\0')));
    }
}
