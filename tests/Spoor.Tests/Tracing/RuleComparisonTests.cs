using Spoor.Tracing;

namespace Spoor.Tests.Tracing;

public sealed class RuleComparisonTests
{
    // 100 stolen and 100 honest units meet at "mix", which pays 60 and then 60, and keeps 80.
    private static readonly Story Mixed = new Story()
        .Pay("victim", "thief", 100).Pay("thief", "mix", 100).Pay("honest", "mix", 100)
        .Pay("mix", "first", 60).Pay("mix", "second", 60);

    [Fact]
    public void A_destination_that_only_some_rules_reach_depends_on_the_rule()
    {
        var comparison = Compare(Mixed, TaintRule.Fifo, TaintRule.Lifo, TaintRule.Haircut);

        var first = Of(comparison, "first");
        Assert.Equal(["60", "0", "30"], first.Amounts.Select(amount => amount.ToString()));
        Assert.Equal(("0", "60", RuleDependence.Whole), (first.Least.ToString(), first.Most.ToString(), first.Dependence));
    }

    [Fact]
    public void A_destination_that_all_rules_reach_with_different_amounts_depends_in_its_amount()
    {
        var second = Of(Compare(Mixed, TaintRule.Fifo, TaintRule.Lifo, TaintRule.Haircut), "second");

        Assert.Equal(["40", "20", "30"], second.Amounts.Select(amount => amount.ToString()));
        Assert.Equal(RuleDependence.Amount, second.Dependence);
    }

    [Fact]
    public void Where_nothing_was_mixed_the_rules_agree()
    {
        var comparison = Compare(new Story().Pay("victim", "thief", 100).Pay("thief", "end", 100), [.. TaintRule.All]);

        Assert.Equal(("100", RuleDependence.None), (Of(comparison, "end").Least.ToString(), Of(comparison, "end").Dependence));
    }

    [Fact]
    public void Poison_is_listed_but_does_not_widen_the_range()
    {
        var first = Of(Compare(Mixed, TaintRule.Haircut, TaintRule.Poison), "first");

        Assert.Equal(["30", "60"], first.Amounts.Select(amount => amount.ToString()));
        Assert.Equal(("30", "30", RuleDependence.None), (first.Least.ToString(), first.Most.ToString(), first.Dependence));
    }

    [Fact]
    public void Under_every_conserving_rule_the_destinations_and_fees_make_what_was_stolen()
    {
        var story = new Story().Pay("victim", "thief", 100).Fee("thief", 3).Pay("thief", "mix", 97).Pay("honest", "mix", 50).Pay("mix", "end", 90);
        var comparison = Compare(story, [.. TaintRule.All.Where(rule => rule.Conserves)]);

        Assert.All(comparison.Traces.Select((trace, rule) => (trace, rule)), pair =>
            Assert.Equal(
                pair.trace.Books[0].Stolen.Units,
                comparison.Destinations.Aggregate(pair.trace.Books[0].Fees.Units, (sum, end) => sum + end.Amounts[pair.rule].Units)));
    }

    [Fact]
    public void Two_traces_of_one_rule_are_no_comparison()
    {
        var trace = Mixed.Trace(TaintRule.Fifo, Story.Theft(0));

        Assert.Contains("fifo, fifo", Assert.Throws<ArgumentException>(() => RuleComparison.Of([trace, trace])).Message, StringComparison.Ordinal);
    }

    private static RuleComparison Compare(Story story, params TaintRule[] rules) =>
        RuleComparison.Of([.. rules.Select(rule => story.Trace(rule, Story.Theft(0)))]);

    private static ComparedDestination Of(RuleComparison comparison, string name) =>
        Assert.Single(comparison.Destinations, destination => destination.Address == Story.At(name));
}
