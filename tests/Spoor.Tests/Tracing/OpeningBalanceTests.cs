using CsCheck;
using Spoor.Tests.Laws;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>What a holding must have had before the data begin, put into its books from the beginning.</summary>
public sealed class OpeningBalanceTests
{
    private static readonly TraceRequest FromBeginning = new()
    {
        Rule = TaintRule.Haircut,
        Claims = [Story.Theft(0)],
        OpeningEntry = OpeningEntry.FromBeginning,
        Stops = StopRules.None,
    };

    [Theory]
    [InlineData("haircut", 20, 20)]
    [InlineData("fifo", 0, 40)]
    [InlineData("lifo", 40, 0)]
    public void An_opening_from_the_beginning_mixes_with_what_comes_later(string rule, int heldAtA, int heldAtB)
    {
        var story = new Story().Pay("victim", "mule", 40).Pay("mule", "a", 40).Pay("mule", "b", 40);

        var trace = Run(story, FromBeginning with { Rule = TaintRule.Find(rule) });

        Assert.Equal(new Amount(40), Assert.Single(trace.Openings).Amount);
        Assert.Equal((heldAtA, heldAtB), (Story.Held(trace, "a"), Story.Held(trace, "b")));
    }

    [Fact]
    public void An_opening_when_needed_comes_too_late_to_mix()
    {
        var story = new Story().Pay("victim", "mule", 40).Pay("mule", "a", 40).Pay("mule", "b", 40);

        var trace = Run(story, FromBeginning with { OpeningEntry = OpeningEntry.WhenNeeded });

        Assert.Equal((40, 0), (Story.Held(trace, "a"), Story.Held(trace, "b")));
    }

    [Fact]
    public void A_seed_whose_window_begins_later_opens_when_needed_so_that_earlier_payments_stay_clean()
    {
        var story = new Story().Pay("earner", "thief", 10).Pay("thief", "before", 10).Pay("thief", "after", 30);
        var seed = new TheftClaim.BySeed(Story.Chain, Story.At("thief"), Since: Story.Begin.AddMinutes(2));

        var trace = Run(story, FromBeginning with { Rule = TaintRule.Poison, Claims = [seed], OpeningStolen = true });

        Assert.Equal((0, 30), (Story.Held(trace, "before"), Story.Held(trace, "after")));
    }

    [Fact]
    public void P1_the_books_of_every_rule_balance_with_openings_from_the_beginning() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Gen.Bool, Gen.Bool).Sample((told, rule, stolen, backward) =>
        {
            var request = FromBeginning with
            {
                Rule = rule,
                Direction = backward ? TraceDirection.In : TraceDirection.Out,
                Claims = [new TheftClaim.BySeed(Story.Chain, Story.At("thief")), .. Histories.Claims(told.Thefts)],
                OpeningStolen = stolen,
            };
            return Tracer.Run(Histories.Tell(told.Payments).Store, request).Books.All(book => book.Difference.IsZero);
        });

    [Fact]
    public void P3_poison_with_openings_from_the_beginning_reaches_all_that_any_rule_reaches() =>
        Gen.Select(Histories.WithThefts, Histories.ConservingRule).Sample((told, rule) =>
        {
            var request = FromBeginning with { Claims = Histories.Claims(told.Thefts) };
            var store = Histories.Tell(told.Payments).Store;
            var poisoned = Tracer.Run(store, request with { Rule = TaintRule.Poison }).Holdings.Select(holding => holding.Address).ToHashSet();
            return Tracer.Run(store, request with { Rule = rule }).Holdings.All(holding => poisoned.Contains(holding.Address));
        });

    private static Trace Run(Story story, TraceRequest request) =>
        Tracer.Run(story.Store, request, TestContext.Current.CancellationToken);
}
