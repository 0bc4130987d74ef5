using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Terminals;

/// <summary>Each kind of place, in a history small enough to check by hand.</summary>
public sealed class WhereaboutsTests
{
    private const int Day = 24 * 60;

    private static readonly LabelBook Labels = new(
    [
        Named("binance", "Binance 14", "exchange"), Named("mixer", "Some mixer", "mixing_service"), Named("bridge", "Some bridge", "bridge"),
        Named("router", "1inch v3: Router", "exchange"), Named("deposit2", "Kraken deposit", "exchange"), Named("market", "Hydra", "market"),
    ]);

    [Fact]
    public async Task A_place_with_a_label_has_the_class_of_its_label()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "binance", 10).Pay("thief", "mixer", 20).Pay("thief", "bridge", 30)
            .Pay("thief", "router", 15).Pay("thief", "deposit2", 5).Pay("thief", "market", 20);

        var found = await FindAsync(story, new() { Labels = Labels });

        Assert.Equal(
            [
                ("bridge", TerminalClass.Bridge, 30), ("market", TerminalClass.Service, 20), ("mixer", TerminalClass.Mixer, 20), ("router", TerminalClass.Contract, 15),
                ("binance", TerminalClass.Service, 10), ("deposit2", TerminalClass.ExchangeDeposit, 5),
            ],
            Listed(found).OrderByDescending(place => place.Amount).ThenBy(place => place.Name, StringComparer.Ordinal));
        Assert.Equal("Binance 14 (exchange)", Place(found, "binance").Why);
    }

    [Fact]
    public async Task What_a_customers_address_passed_on_to_an_exchange_is_counted_to_the_customers_address()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "deposit", 60).Pay("earner", "deposit", 5).Pay("deposit", "binance", 65).Pay("thief", "binance", 40);

        var found = await FindAsync(story, new() { Labels = Labels });

        Assert.Equal([("deposit", TerminalClass.ExchangeDeposit, 60), ("binance", TerminalClass.Service, 40)], Listed(found));
        Assert.Equal("the one payment it made went to Binance 14", Place(found, "deposit").Why);
    }

    // Two events of a worthless token would otherwise end every trace that comes by.
    [Fact]
    public async Task A_token_of_which_more_than_there_can_be_was_paid_ends_no_reading()
    {
        var much = UInt128.MaxValue - 1;
        var story = new Story().Act(("victim", "thief", 100, Story.Coin), ("spammer", "thief", 10, Story.Dollar)).Pay("thief", "next", 100);
        for (int i = 0; i < 3; i++)
        {
            story.Pay($"s{i}", "next", much, Story.Dollar).Pay("next", "hot", much, Story.Dollar);
        }

        var found = await FindAsync(story, new());

        Assert.Equal(100, (int)found.WholeOf(Story.Coin).Units);
    }

    [Fact]
    public async Task Whoever_pays_somebody_else_too_is_no_customers_address()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "mule", 100).Pay("mule", "binance", 60).Pay("mule", "friend", 40);

        var found = await FindAsync(story, new() { Labels = Labels });

        Assert.Equal([("binance", TerminalClass.Service, 60), ("friend", TerminalClass.DataEnd, 40)], Listed(found));
    }

    [Fact]
    public async Task The_address_of_the_theft_is_the_thiefs_wherever_he_sent_it()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "binance", 100);

        Assert.Equal([("binance", TerminalClass.Service, 100)], Listed(await FindAsync(story, new() { Labels = Labels })));
    }

    [Fact]
    public async Task A_deposit_that_has_not_been_swept_is_told_by_what_its_address_did_before()
    {
        var story = new Story().Pay("earner", "deposit", 5).Pay("deposit", "binance", 5).Pay("victim", "thief", 100).Pay("thief", "deposit", 100);

        Assert.Equal([("deposit", TerminalClass.ExchangeDeposit, 100)], Listed(await FindAsync(story, new() { Labels = Labels }, payment: 2)));
    }

    [Fact]
    public async Task Value_that_has_not_moved_for_long_is_dormant_and_the_days_are_stated()
    {
        var story = new Story().Pay("victim", "thief", 100, block: 0).Pay("thief", "stash", 70, block: 1).Pay("thief", "mule", 30, block: 199 * Day).Pay("a", "b", 1, block: 200 * Day);

        var found = await FindAsync(story, new() { Horizon = null });

        Assert.Equal([("stash", TerminalClass.Dormant, 70), ("mule", TerminalClass.Active, 30)], Listed(found));
        Assert.Equal("held, unmoved since 2023-09-12, 199 days before the data end", Place(found, "stash").Why);
        Assert.Equal("held, moved last on 2024-03-29, 1 day before the data end", Place(found, "mule").Why);
    }

    [Fact]
    public async Task Where_the_data_end_with_a_receipt_nothing_is_told_to_be_held()
    {
        var story = new Story().Pay("victim", "thief", 100, block: 0).Pay("thief", "early", 40, block: 1).Pay("thief", "late", 60, block: 2 * Day);

        var found = await FindAsync(story, new());

        Assert.Equal([("late", TerminalClass.DataEnd, 60), ("early", TerminalClass.Active, 40)], Listed(found));
        Assert.Equal("where it went from there is not in the data at hand, which end on 2023-09-14", Place(found, "late").Why);
        Assert.Equal(Story.Begin.AddDays(2), found.EndOf(Story.Chain));
    }

    [Fact]
    public async Task Of_transfers_that_somebody_chose_none_shows_that_value_is_held()
    {
        var story = new Story().Pay("victim", "thief", 100, block: 0).Pay("thief", "stash", 100, block: 1).Pay("a", "b", 1, block: 400 * Day);
        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));

        var read = await WhereaboutsReading.UnrankedAsync(story.Store, trace, new(), TestContext.Current.CancellationToken);
        var chosen = await WhereaboutsReading.UnrankedAsync(story.Store, trace, new() { AreTransfersChosen = true }, TestContext.Current.CancellationToken);

        Assert.Equal([("stash", TerminalClass.Dormant, 100)], Listed(read));
        Assert.Equal([("stash", TerminalClass.DataEnd, 100)], Listed(chosen));
        Assert.Equal(RankGap.NotAsked, chosen.Gap);
    }

    [Fact]
    public async Task A_holder_who_pays_other_money_is_awake()
    {
        var story = new Story().Pay("victim", "thief", 100, block: 0).Pay("thief", "stash", 100, block: 1).Fee("stash", 0).Pay("a", "b", 1, block: 400 * Day);
        var late = story.Transfers[2] with { Position = new(399 * Day, 9, Phase.First, 0), Time = Story.Begin.AddDays(399) };
        var store = MemoryTransferStore.Load([.. story.Transfers.Where((_, i) => i != 2), late]);

        var found = await WhereaboutsReading.OfAsync(store, story.Trace(TaintRule.Fifo, Story.Theft(0)), new(), TestContext.Current.CancellationToken);

        Assert.Equal(TerminalClass.Active, Place(found, "stash").Class);
    }

    [Fact]
    public async Task Burnt_value_fees_and_stops_have_their_own_words()
    {
        var story = new Story().Pay("victim", "thief", 2_000_000).Fee("thief", 10).Pay("thief", "", 90).Pay("thief", "a", 1_999_900).Pay("a", "b", 1_000_000);

        var found = await FindAsync(story, new() { MaxHops = 1 });

        Assert.Equal(
            [(TerminalClass.Unknown, 1_000_000), (TerminalClass.DataEnd, 999_900), (TerminalClass.Burned, 90), (TerminalClass.Fees, 10)],
            found.Places.Select(place => (place.Class, (int)place.Of(Story.Coin).Units)));
        Assert.Equal("not followed: more than 1 hop from the theft", found.Places[0].Why);
    }

    [Fact]
    public async Task Value_between_two_chains_is_a_place_of_its_own()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "bridge", 60);
        var crossing = new Crossing("test:1", new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(60)), null);
        var request = new TraceRequest { Rule = TaintRule.Fifo, Claims = [Story.Theft(0)], Stops = StopRules.None, Crossings = [crossing] };

        var found = await WhereaboutsReading.OfAsync(
            story.Store, Tracer.Run(story.Store, request, TestContext.Current.CancellationToken), new(), TestContext.Current.CancellationToken);

        var between = Assert.Single(found.Places, place => place.Address is null);
        Assert.Equal((TerminalClass.Bridge, 60), (between.Class, (int)between.Of(Story.Coin).Units));
        Assert.StartsWith("went into test:1 from 0x", between.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_pool_of_Tornado_Cash_needs_no_label()
    {
        var pool = Spoor.Tracing.Mixers.MixerRegistry.On(Story.Chain)[0];
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "pool", 100);
        var moved = story.Transfers[1] with { To = pool.Address };
        var store = MemoryTransferStore.Load([story.Transfers[0], moved]);
        var trace = Tracer.Run(store, new() { Rule = TaintRule.Fifo, Claims = [Story.Theft(0)], Stops = new() }, TestContext.Current.CancellationToken);

        var found = await WhereaboutsReading.OfAsync(store, trace, new(), TestContext.Current.CancellationToken);

        Assert.Equal(TerminalClass.Mixer, Assert.Single(found.Places).Class);
    }

    [Fact]
    public async Task A_token_that_nobody_listed_does_not_push_its_holder_to_the_front()
    {
        AssetId spam = new(Story.Chain, "erc20:0x0000000000000000000000000000000000000bad");
        var story = new Story().Pay("victim", "thief", 100).Pay("spammer", "thief", 1_000, spam).Pay("thief", "mule", 90);

        var found = await FindAsync(story, new(), new TheftClaim.BySeed(Story.Chain, Story.At("thief")));

        Assert.Equal(["mule", "thief"], Listed(found).Select(place => place.Name));
    }

    [Fact]
    public async Task Who_is_only_sanctioned_is_no_service()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "listed", 100);

        var found = await FindAsync(story, new() { Labels = new([Named("listed", "SDN 1", "sanctions")]) });

        Assert.Equal(TerminalClass.Unknown, Assert.Single(found.Places).Class);
    }

    [Fact]
    public async Task Backward_the_places_are_where_the_money_came_from()
    {
        var story = new Story().Pay("origin", "a", 10).Pay("a", "b", 10);
        var trace = story.Trace(TaintRule.Fifo, [Story.Theft(1)], direction: TraceDirection.In);

        var found = await WhereaboutsReading.OfAsync(story.Store, trace, new(), TestContext.Current.CancellationToken);

        Assert.Equal([("origin", TerminalClass.Earlier, 10)], Listed(found));
    }

    [Fact]
    public async Task Places_carry_the_rank_of_a_ranking_from_the_theft_and_a_holding_has_one_too()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "near", 60).Pay("thief", "relay", 40).Pay("relay", "far", 40);

        var found = await FindAsync(story, new());

        Assert.Null(found.Gap);
        Assert.True(Place(found, "near").Rank < Place(found, "far").Rank);
    }

    [Fact]
    public async Task A_theft_of_more_kinds_of_coins_than_can_be_ranked_says_so()
    {
        var story = new Story();
        for (int i = 0; i < 50; i++)
        {
            story.Pay("victim", "thief", 10, new AssetId(Story.Chain, $"erc20:0x{i:x40}"));
        }

        var found = await FindAsync(story, new(), new TheftClaim.BySeed(Story.Chain, Story.At("thief")));

        Assert.Equal(RankGap.ManySeeds, found.Gap);
        Assert.All(found.Places, place => Assert.Null(place.Rank));
    }

    private static Task<Whereabouts> FindAsync(Story story, StopRules stops, int payment = 0) => FindAsync(story, stops, Story.Theft(payment));

    private static Task<Whereabouts> FindAsync(Story story, StopRules stops, TheftClaim claim) =>
        WhereaboutsReading.OfAsync(story.Store, story.Trace(TaintRule.Fifo, claim, stops), new(), TestContext.Current.CancellationToken);

    private static RestingPlace Place(Whereabouts found, string name) => Assert.Single(found.Places, place => place.Address == Story.At(name));

    private static IEnumerable<(string Name, TerminalClass Class, int Amount)> Listed(Whereabouts found) => found.Places.Select(place => (
        System.Text.Encoding.ASCII.GetString(place.Address!.Value.ToBytes()).TrimEnd('\0'), place.Class, (int)place.Of(Story.Coin).Units));

    private static Label Named(string name, string label, string category) => new()
    {
        Subject = new LabelSubject.OfAddress(Story.Chain, Story.At(name)),
        Learned = DateOnly.MinValue,
        Name = label,
        Category = category,
        Source = "test",
    };
}
