using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>What real chains do to a tracer.</summary>
public sealed class EdgeCaseTests
{
    public static TheoryData<string> Rules => [.. TaintRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Money_that_goes_round_in_a_circle_comes_to_rest(string rule)
    {
        var story = new Story().Pay("victim", "thief", 100);
        for (int round = 0; round < 50; round++)
        {
            story.Pay("thief", "a", 90).Pay("a", "b", 90).Pay("b", "thief", 90);
        }

        var trace = story.Trace(TaintRule.Find(rule), Story.Theft(0));

        Assert.Equal(100, Story.Held(trace, "thief"));
        Assert.Equal(0, Assert.Single(trace.Books).Difference);
        Assert.Equal([0, 1, 2], trace.Holdings.Select(holding => holding.Hop).Order());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Ten_thousand_transfers_in_one_block_are_followed_in_their_order(string rule)
    {
        var story = new Story();
        story.Pay("victim", "p0", 1_000, block: 7);
        for (int i = 0; i < 9_999; i++)
        {
            story.Pay($"p{i}", $"p{i + 1}", 1_000, block: 7);
        }

        var trace = story.Trace(TaintRule.Find(rule), Story.Theft(0));

        Assert.Equal(1_000, Story.Held(trace, "p9999"));
        Assert.Equal(10_000, trace.Transfers.Count);
    }

    [Fact]
    public void Two_events_of_one_second_are_ordered_by_position()
    {
        var forward = new Story().Pay("victim", "thief", 10, block: 5).Pay("thief", "a", 10, block: 5);
        var reversed = new Story().Pay("thief", "a", 10, block: 5).Pay("victim", "thief", 10, block: 5);

        Assert.Equal(10, Story.Held(forward.Trace(TaintRule.Fifo, Story.Theft(0)), "a"));
        Assert.Equal(10, Story.Held(reversed.Trace(TaintRule.Fifo, Story.Theft(1)), "thief"));
    }

    [Fact]
    public void Amounts_near_the_largest_are_split_without_loss()
    {
        var half = (UInt128.One << 117) - 1;
        var story = new Story().Pay("victim", "thief", half).Pay("earner", "thief", half).Pay("thief", "a", half).Pay("thief", "b", half);

        var book = Assert.Single(story.Trace(TaintRule.Haircut, Story.Theft(0)).Books);

        Assert.Equal((half, 0), (book.Held.Units, book.Difference));
    }

    [Fact]
    public void A_fee_is_paid_before_the_value_moves()
    {
        var story = new Story().Pay("victim", "thief", 100).Fee("thief", 10).Pay("thief", "a", 90);

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));

        var book = Assert.Single(trace.Books);
        Assert.Equal((new Amount(10), new Amount(90)), (book.Fees, book.Held));
    }

    [Fact]
    public void What_leaves_without_having_come_is_an_opening_balance()
    {
        var story = new Story().Pay("victim", "thief", 10).Pay("thief", "a", 25);

        var trace = story.Trace(TaintRule.Haircut, Story.Theft(0));

        var opening = Assert.Single(trace.Openings);
        Assert.Equal((new Amount(15), Lot.NoTheft), (opening.Amount, opening.Theft));
        Assert.Equal(10, Story.Held(trace, "a"));
    }

    [Fact]
    public void The_opening_balance_of_a_seed_is_stolen_when_asked_and_only_within_its_window()
    {
        var story = new Story().Pay("thief", "a", 25).Pay("thief", "b", 5);
        var seed = new TheftClaim.BySeed(Story.Chain, Story.At("thief"), Until: Story.Begin);
        var request = new TraceRequest { Rule = TaintRule.Fifo, Claims = [seed], OpeningStolen = true, Stops = StopRules.None };

        var trace = Tracer.Run(story.Store, request, TestContext.Current.CancellationToken);

        Assert.Equal([new Amount(25), new Amount(5)], trace.Openings.Select(opening => opening.Amount));
        Assert.Equal([1, Lot.NoTheft], trace.Openings.Select(opening => opening.Theft));
        Assert.Equal((25, 0), (Story.Held(trace, "a"), Story.Held(trace, "b")));
        Assert.Equal(new Amount(25), Assert.Single(trace.Thefts).Amount);
    }

    [Fact]
    public void All_that_an_address_holds_at_a_moment_can_be_claimed()
    {
        var story = new Story().Pay("earner", "suspect", 40).Pay("suspect", "a", 10).Pay("earner", "suspect", 5).Pay("suspect", "b", 35);
        var holding = new TheftClaim.ByHolding(Story.Chain, Story.At("suspect"), Story.Begin.AddMinutes(1));

        var trace = story.Trace(TaintRule.Fifo, holding);

        Assert.Equal(new Amount(30), Assert.Single(trace.Thefts).Amount);
        Assert.Equal((0, 30), (Story.Held(trace, "a"), Story.Held(trace, "b")));
    }

    [Fact]
    public void Each_stop_has_its_own_bucket()
    {
        var story = new Story().Pay("victim", "thief", 2_000_000_000)
            .Pay("thief", "exchange", 400_000_000).Pay("thief", "mixer", 300_000_000).Pay("thief", "bridge", 200_000_000)
            .Pay("thief", "dust", 1_000).Pay("thief", "", 99_999_000)
            .Pay("thief", "a", 1_000_000_000).Pay("a", "b", 600_000_000).Pay("b", "c", 100_000_000);
        var labels = new LabelBook([Named("exchange", "Huobi 23", "exchange"), Named("mixer", "Tornado", "mixing_service"), Named("bridge", "Bridge", "defi_bridge"), Named("a", "Hacker", "heist")]);

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0), new() { Labels = labels, MaxHops = 2 });

        var book = Assert.Single(trace.Books);
        Assert.Equal(
            [(StopReason.Service, 400_000_000), (StopReason.Mixer, 300_000_000), (StopReason.Bridge, 200_000_000), (StopReason.Burn, 99_999_000), (StopReason.Dust, 1_000), (StopReason.Hops, 100_000_000)],
            book.Stopped.Select(stop => (stop.Key, (int)stop.Value.Units)));
        Assert.Equal((900_000_000, 0), ((int)book.Held.Units, (int)book.Difference));
        Assert.Equal("service: Huobi 23", trace.Holdings.Single(holding => holding.Address == Story.At("exchange")).Stop?.ToString());
    }

    [Fact]
    public void Taint_that_moves_after_the_window_is_not_followed()
    {
        var story = new Story().Pay("victim", "thief", 10).Pay("thief", "a", 4).Pay("thief", "b", 6, block: 60 * 24 * 100).Pay("b", "c", 6, block: 60 * 24 * 101);

        var book = Assert.Single(story.Trace(TaintRule.Fifo, Story.Theft(0), new()).Books);

        Assert.Equal((StopReason.Window, new Amount(6)), (book.Stopped[0].Key, book.Stopped[0].Value));
    }

    [Fact]
    public void A_busy_stranger_is_taken_for_a_service_and_its_history_is_left_alone()
    {
        var story = new Story().Pay("victim", "thief", 10);
        for (int i = 0; i < 30; i++)
        {
            story.Pay($"u{i}", "hub", 1);
        }

        story.Pay("thief", "hub", 10).Pay("hub", "a", 10);

        var book = Assert.Single(story.Trace(TaintRule.Poison, Story.Theft(0), new() { MinCounterparties = 20 }).Books);

        Assert.Equal((StopReason.Degree, new Amount(10)), (book.Stopped[0].Key, book.Stopped[0].Value));
    }

    [Fact]
    public void A_backward_trace_names_where_the_money_came_from()
    {
        var story = new Story().Pay("victim", "thief", 60).Pay("earner", "thief", 40).Pay("thief", "a", 100).Pay("a", "deposit", 50);

        var trace = story.Trace(TaintRule.Haircut, [Story.Theft(3)], direction: TraceDirection.In);

        Assert.Equal((30, 20), (Story.Held(trace, "victim"), Story.Held(trace, "earner")));
        Assert.Equal(0, Assert.Single(trace.Books).Difference);
    }

    [Fact]
    public void Worthless_tokens_sent_to_upset_the_sums_are_left_out_and_named()
    {
        var spam = new AssetId(Story.Chain, "erc20:0x00000000000000000000000000000000000000ff");
        var story = new Story().Pay("victim", "thief", 10).Pay("spammer", "thief", (UInt128.One << 127) + 5, spam).Pay("spammer", "thief", (UInt128.One << 127) + 6, spam);

        var trace = story.Trace(TaintRule.Poison, new TheftClaim.BySeed(Story.Chain, Story.At("thief")));

        Assert.Equal([spam], trace.Refused);
        Assert.Equal(new Amount(10), Assert.Single(trace.Books).Held);
    }

    [Fact]
    public void A_theft_passed_on_inside_its_transaction_is_counted_once()
    {
        var story = new Story().Pay("earner", "router", 1_000).Pay("victim", "router", 1_000).Pay("router", "thief", 1_000);
        var routed = MemoryTransferStore.Load(story.Transfers.Select((transfer, i) => i == 0 ? transfer : transfer with { Tx = Story.Tx(9), Position = new(9, 0, Phase.Value, i) }));

        var trace = Tracer.Run(routed, new() { Rule = TaintRule.Haircut, Claims = [Story.Theft(9)] }, TestContext.Current.CancellationToken);

        Assert.Equal(new Amount(1_000), Assert.Single(trace.Thefts).Amount);
    }

    [Fact]
    public void An_index_that_names_two_transfers_is_answered_with_both()
    {
        var token = new AssetId(Story.Chain, "erc20:0x00000000000000000000000000000000000000fe");
        var story = new Story().Pay("victim", "thief", 10).Pay("victim", "thief", 20, token);
        var one = MemoryTransferStore.Load(story.Transfers.Select((transfer, i) => transfer with { Tx = Story.Tx(9), Position = new(9, 0, i == 0 ? Phase.Value : Phase.Log, 0) }));
        static TraceRequest Asking(Phase? phase) => new() { Rule = TaintRule.Fifo, Claims = [new TheftClaim.ByTransaction(Story.Chain, Story.Tx(9), 0, phase)] };

        var failure = Assert.Throws<FormatException>(() => Tracer.Run(one, Asking(null), TestContext.Current.CancellationToken));

        Assert.Contains("1:0 (10 of slip44:60), 2:0 (20 of erc20:", failure.Message, StringComparison.Ordinal);
        Assert.Equal(new Amount(20), Assert.Single(Tracer.Run(one, Asking(Phase.Log), TestContext.Current.CancellationToken).Thefts).Amount);
    }

    [Fact]
    public void A_transfer_whose_time_nobody_stated_is_in_no_window_and_past_none()
    {
        var story = new Story().Pay("victim", "thief", 10).Pay("thief", "a", 10);
        var untimed = MemoryTransferStore.Load(story.Transfers.Select((transfer, i) => i == 1 ? transfer with { Time = DateTimeOffset.UnixEpoch } : transfer));

        var trace = Tracer.Run(untimed, new() { Rule = TaintRule.Fifo, Claims = [Story.Theft(0)] }, TestContext.Current.CancellationToken);

        Assert.Equal(10, Story.Held(trace, "a"));
    }

    // The seed is paid the first theft's money; what makes it a theft of its own is the coin it had before, spent later.
    [Theory]
    [MemberData(nameof(Rules))]
    public void The_horizon_counts_from_the_first_claim_though_an_earlier_theft_has_taken_all_of_it(string rule)
    {
        var story = new Story().Pay("victim", "a", 1, block: 0).Pay("a", "thief", 1, block: 1).Pay("thief", "d", 2, block: 4);
        var request = new TraceRequest
        {
            Rule = TaintRule.Find(rule),
            Claims = [Story.Theft(0), new TheftClaim.BySeed(Story.Chain, Story.At("thief"))],
            OpeningStolen = true,
            Stops = StopRules.None with { Horizon = TimeSpan.FromMinutes(2) },
        };

        var past = Tracer.Run(story.Store, request, TestContext.Current.CancellationToken);
        var within = Tracer.Run(story.Store, request with { Stops = StopRules.None with { Horizon = TimeSpan.FromMinutes(3) } }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 1], past.Books.Select(book => (int)book.Stolen.Units));
        Assert.Equal(new Amount(2), Assert.Single(past.Holdings, holding => holding.Address == Story.At("d") && holding.Stop is { Reason: StopReason.Window }).Stopped);
        Assert.Equal(2, Story.Held(within, "d"));
    }

    [Fact]
    public void Dust_is_judged_by_the_payment_and_not_by_its_lots()
    {
        var story = new Story().Pay("victim", "thief", 1_000_000_000).Pay("thief", "b", 2_000).Pay("thief", "b", 999).Pay("b", "x", 2_000);
        for (int i = 0; i < 500; i++)
        {
            story.Pay("earner", "b", 1).Pay("thief", "b", 999);
        }

        story.Pay("b", "d", 400_000);
        var stops = StopRules.None with { DustPerMillion = 1 };

        Assert.True(Story.Held(story.Trace(TaintRule.Fifo, Story.Theft(0), stops), "d") > 390_000);
    }

    private static Label Named(string who, string name, string category) =>
        new() { Subject = new LabelSubject.OfAddress(null, Story.At(who)), Learned = DateOnly.MinValue, Name = name, Category = category, Source = "this test" };
}
