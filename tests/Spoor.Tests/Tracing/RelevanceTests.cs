using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Tracing.Relevance;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>What is set aside, why, and how to have it otherwise.</summary>
public sealed class RelevanceTests
{
    private const int Day = 24 * 60;

    private static readonly StopRules Judging = StopRules.None with { Relevance = RelevanceRule.Learned };

    // A thief of a million: a mule that passes on at once, a stranger with other business, a stranger who gets much.
    private static readonly Story Told = new Story()
        .Pay("victim", "thief", 1_000_000, block: 1)
        .Pay("thief", "mule", 500, block: 10)
        .Pay("mule", "exit", 495, block: 20)
        .Pay("thief", "stranger", 300, block: 30)
        .Pay("thief", "rich", 5_000, block: 40)
        .Pay("stranger", "shop", 41, block: 40 + (9 * Day));

    [Fact]
    public void A_small_payment_that_is_not_passed_on_is_set_aside_and_stays_in_the_books()
    {
        var trace = Told.Trace(TaintRule.Haircut, Story.Theft(0), Judging);

        var stranger = Assert.Single(trace.Holdings, holding => holding.Address == Story.At("stranger"));
        Assert.True(stranger.IsSetAside);
        Assert.Equal("passes on later −11, no matching sum −7, nine tenths tainted or more +2: −16 decibans, −13 needed", stranger.Stop!.Why);
        // The exit never passes on what it got, so that it is minor, too.
        Assert.Equal(KeyValuePair.Create(StopReason.Minor, new Amount(300 + 495)), Assert.Single(trace.Books[0].Stopped));
        Assert.Equal(0, trace.Books[0].Difference);
    }

    [Fact]
    public void What_is_passed_on_at_once_in_a_matching_sum_is_followed_however_small()
    {
        var trace = Told.Trace(TaintRule.Haircut, Story.Theft(0), Judging);

        Assert.False(Assert.Single(trace.Holdings, holding => holding.Address == Story.At("mule")).IsSetAside);
        Assert.Contains(trace.Holdings, holding => holding.Address == Story.At("exit"));
    }

    [Fact]
    public void A_large_part_of_the_theft_is_followed_whatever_becomes_of_it()
    {
        var trace = Told.Trace(TaintRule.Haircut, Story.Theft(0), Judging);

        Assert.Equal(5_000, Story.Held(trace, "rich"));
    }

    [Fact]
    public void Through_follows_what_would_be_set_aside_or_is_labelled()
    {
        var labels = new LabelBook([new() { Subject = new LabelSubject.OfAddress(Story.Chain, Story.At("mule")), Learned = DateOnly.MinValue, Name = "Desk", Category = "exchange", Source = "test" }]);
        var stops = Judging with { Labels = labels };

        var stopped = Told.Trace(TaintRule.Haircut, Story.Theft(0), stops);
        var through = Told.Trace(
            TaintRule.Haircut, Story.Theft(0), stops with { Through = Accounts("mule", "stranger", "shop", "exit") });

        Assert.Equal("service: Desk", Assert.Single(stopped.Holdings, holding => holding.Address == Story.At("mule")).Stop!.ToString());
        Assert.Equal(495, Story.Held(through, "exit"));
        Assert.Equal(41, Story.Held(through, "shop"));
        Assert.DoesNotContain(through.Holdings, holding => holding.Stop is not null);
    }

    [Fact]
    public void Stop_at_ends_a_trace_where_nothing_else_would()
    {
        var trace = Told.Trace(TaintRule.Fifo, Story.Theft(0), StopRules.None with { StopAt = Accounts("mule") });

        Assert.Equal("asked", Assert.Single(trace.Holdings, holding => holding.Address == Story.At("mule")).Stop!.ToString());
        Assert.DoesNotContain(trace.Holdings, holding => holding.Address == Story.At("exit"));
        Assert.Equal(0, trace.Books[0].Difference);
    }

    [Theory]
    [InlineData("fifo")]
    [InlineData("haircut")]
    [InlineData("clean-first")]
    public void Backward_the_same_is_asked_of_who_paid(string rule)
    {
        var story = new Story().Pay("x", "funder", 500, block: 1).Pay("funder", "thief", 500, block: 20).Pay("thief", "desk", 500, block: 30);

        var trace = story.Trace(TaintRule.Find(rule), [new TheftClaim.ByTransaction(Story.Chain, Story.Tx(2))], Judging, TraceDirection.In);

        Assert.Contains(trace.Holdings, holding => holding.Address == Story.At("funder") && !holding.IsSetAside);
        Assert.Equal(0, trace.Books[0].Difference);
    }

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData((24 * 60) - 1, 2)]
    [InlineData(24 * 60 * 4, 4)]
    public void Delays_fall_into_their_levels(int minutes, int level) =>
        Assert.Equal(level, PaymentTraits.LevelOfDelay(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Every_level_has_words_and_a_weight()
    {
        Assert.All(RelevanceTrait.All.Zip(RelevanceRule.Learned.Weights.ByTrait), one => Assert.Equal(one.First.Levels.Count, one.Second.Count));
        Assert.Equal((5, 4, 5), (PaymentTraits.LevelOfDelay(null), PaymentTraits.LevelOfGap(100), PaymentTraits.LevelOfShare(0)));
        Assert.Equal((0, 0), (PaymentTraits.LevelOfGap(0), PaymentTraits.LevelOfShare(900)));
    }

    private static HashSet<(ChainId, Address)> Accounts(params string[] names) =>
        [.. names.Select(name => (Story.Chain, Story.At(name)))];
}
