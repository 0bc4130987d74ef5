using Spoor.Tracing;
using Spoor.Tracing.Evaluation;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Evaluation;

public sealed class ScorerTests
{
    [Fact]
    public void A_case_with_flows_is_scored_by_address_terminal_and_value()
    {
        var reachable = PoisonReach.From(TinyCase.Told.Store, Story.Chain, TinyCase.Truth.Sources, new HashSet<Address>());
        var found = new Footprint(Named("thief", "mule", "stranger"), new HashSet<Transfer> { TinyCase.Told.Transfers[0], TinyCase.Told.Transfers[2] });

        var score = Scorer.Score(TinyCase.Truth, "by hand", found, reachable);

        Assert.Equal(new Ratio(2, 6), score.AddressRecall);
        Assert.Equal(new Ratio(0, 1), score.TerminalRecall);
        Assert.Equal(new Ratio(60, 270), score.ValueCoverage);
        Assert.Equal(new Ratio(140, 270), score.Reachable);
        Assert.Equal(new Ratio(60, 140), score.CoverageOfReachable);
        Assert.Equal(new Ratio(2, 3), score.Precision);
        Assert.Equal(3, score.Nodes);
        Assert.Null(score.FalsePositiveRate);
    }

    [Fact]
    public void A_case_with_labels_is_scored_by_the_definitions_of_DynamicTTR()
    {
        var truth = new CaseTruth.ByLabels
        {
            Name = "labels",
            Chain = Story.Chain,
            Sources = [Story.At("t0")],
            Transits = Named("t0", "t1", "t2", "t3"),
            Targets = Named("s1", "s2", "s3"),
        };
        var found = new Footprint(Named("t0", "t1", "t2", "s1", "s2", "x1", "x2", "x3"), new HashSet<Transfer>());

        var score = Scorer.Score(truth, "by hand", found, null);

        Assert.Equal(new Ratio(3, 4), score.AddressRecall);
        Assert.Equal(new Ratio(3, 6), score.Precision);
        Assert.Equal(new Ratio(3, 5), score.FalsePositiveRate);
        Assert.Equal(8, score.Nodes);
        Assert.Null(score.TerminalRecall);
        Assert.Null(score.ValueCoverage);
    }

    [Fact]
    public void The_payment_that_was_the_theft_is_not_counted_as_found()
    {
        var trace = Tracer.Run(TinyCase.Told.Store, CaseTrace.Request(TinyCase.Truth, TaintRule.Poison), TestContext.Current.CancellationToken);

        var found = Footprint.Of(trace);

        Assert.DoesNotContain(TinyCase.Told.Transfers[0], found.Carried);
        Assert.Contains(TinyCase.Told.Transfers[2], found.Carried);
    }

    [Fact]
    public void A_search_goes_forward_in_time_only_and_no_further_than_asked()
    {
        var near = PoisonReach.From(TinyCase.Told.Store, Story.Chain, TinyCase.Truth.Sources, new HashSet<Address>(), 1);
        var far = PoisonReach.From(TinyCase.Told.Store, Story.Chain, TinyCase.Truth.Sources, new HashSet<Address>());
        var stopped = PoisonReach.From(TinyCase.Told.Store, Story.Chain, TinyCase.Truth.Sources, Named("mule"));

        Assert.Equal(Named("thief", "mule", "other"), near.Visited);
        Assert.Equal(Named("thief", "mule", "other", "deposit"), far.Visited);
        Assert.DoesNotContain(TinyCase.Told.Transfers[1], far.Carried);
        Assert.DoesNotContain(TinyCase.Told.Transfers[4], stopped.Carried);
        Assert.Contains(TinyCase.Told.Transfers[5], stopped.Carried);
    }

    [Fact]
    public void Every_missed_flow_has_its_reason()
    {
        var request = CaseTrace.Request(TinyCase.Truth, TaintRule.Haircut);
        var trace = Tracer.Run(
            TinyCase.Told.Store, request with { Stops = request.Stops with { DustPerMillion = 500_000 } }, TestContext.Current.CancellationToken);
        var reachable = PoisonReach.From(TinyCase.Told.Store, Story.Chain, TinyCase.Truth.Sources, new HashSet<Address>());

        var missed = MissedFlows.Of(TinyCase.Truth, trace, reachable);

        // The mule's opening halves the share of what it was paid; 40 of 100 to the other mule is dust by this rule.
        Assert.Equal(
            [(0, MissedFlows.Unreachable), (1, MissedFlows.Unreachable), (5, "stopped: dust")],
            missed.Select(one => (TinyCase.Told.Transfers.ToList().IndexOf(one.Flow), one.Reason)));
    }

    [Theory]
    [InlineData(1, 3, "0.3333")]
    [InlineData(2, 3, "0.6667")]
    [InlineData(0, 7, "0.0000")]
    [InlineData(7, 7, "1.0000")]
    [InlineData(99_999, 100_000, "0.9999")]
    public void A_share_is_shown_to_four_decimals_and_is_the_whole_only_when_it_is(int part, int whole, string shown)
    {
        Assert.Equal(shown, new Ratio((UInt128)part, (UInt128)whole).ToString());
        Assert.Null(Ratio.Of(part, 0));
    }

    [Fact]
    public void Methods_are_found_by_name()
    {
        Assert.Equal(TracingMethod.All, TracingMethod.All.Select(method => TracingMethod.Find(method.Name)));
        Assert.Contains("reach-N", Assert.Throws<FormatException>(() => TracingMethod.Find("reach-0")).Message, StringComparison.Ordinal);
    }

    private static HashSet<Address> Named(params string[] names) => [.. names.Select(Story.At)];
}
