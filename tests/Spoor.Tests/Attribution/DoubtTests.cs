using Spoor.Attribution;
using Spoor.Labels;

namespace Spoor.Tests.Attribution;

/// <summary>What is said where nobody, or nobody for certain, can be named.</summary>
public sealed class DoubtTests
{
    private static readonly DateOnly Day = new(2023, 9, 20);

    [Fact]
    public void Two_names_name_nobody_and_may_be_of_one_actor()
    {
        var other = MadeCases.Source("court", SourceKind.Authority, new(2023, 9, 10)) with { Grade = "A2" };
        var alphapo = MadeCases.Case("alphapo-2023", "Alphapo", new(2023, 7, 22), [new("Lazarus Group (APT38)", "court", new(2023, 9, 10), "Convicted.")], other);
        var assessment = Assessment.Of(MadeCases.Request with { Against = [MadeCases.Stake, alphapo] });
        string conclusion = Explanation.Conclusion(assessment);

        Assert.Equal(Verdict.TwoActors, assessment.Verdict);
        Assert.StartsWith("Cannot tell", conclusion, StringComparison.Ordinal);
        Assert.Contains("Whether these are different actors or names of one is not known", conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_finding_leaves_open_has_no_probability()
    {
        var hypotheses = Hypothesis.Of(Assessment.Of(MadeCases.Request));

        Assert.Equal([0.73602m, null, 0.01865m], hypotheses.Select(one => one.Probability is { } known ? decimal.Round(known, 5) : (decimal?)null));
        Assert.Equal(["at least 73.6 %, likely", "not told by this finding", "1.9 %, almost no chance"], hypotheses.Select(one => one.Standing));
        Assert.Equal(["service, not found: No label calls it a service.", "spent, could not be checked: There are no transfers."], hypotheses[^1].Tests);
    }

    [Theory]
    [InlineData("E5", "1.0 % by the grade of the finding, E5, too little to tell")]
    [InlineData("D3", "25.0 % by the grade of the finding, D3, too little to tell")]
    [InlineData("A2", "75.0 % by the grade of the finding, A2")]
    public void A_weak_finding_for_an_actor_is_nothing_against_that_actor(string grade, string words)
    {
        var hypotheses = Hypothesis.Of(Assessment.Of(Found(grade)));

        Assert.Equal([words, "not told by this finding"], hypotheses.Select(one => one.Standing));
        Assert.Null(hypotheses[1].Probability);
    }

    [Fact]
    public void A_finding_that_is_too_weak_is_said_to_be_there() => Assert.Equal(
        "Cannot tell who is behind the theft from CoinEx: nothing known ties it to another theft, and the finding that names Some Actor for it "
        + "(office, 2023-09-20, grade D3) is taken as only 25.0 %, which is too little to name anybody.",
        Explanation.Conclusion(Assessment.Of(Found("D3"))));

    [Fact]
    public void Refuted_links_are_no_lack_of_links()
    {
        var refuted = MadeCases.CoinexStake with { Standing = LinkStanding.Refuted };

        Assert.Contains(
            "a counter-check refuted all that it shares with the theft from Stake",
            Explanation.Conclusion(Assessment.Of(MadeCases.Request with { Links = [refuted] })),
            StringComparison.Ordinal);
        Assert.Contains(
            "is refuted, too weak or too little checked",
            Explanation.Conclusion(Assessment.Of(MadeCases.Request with { Links = [refuted with { Standing = LinkStanding.Candidate }] })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_compared_nothing_is_said_of_ties() => Assert.Contains(
        "it was compared with no other theft",
        Explanation.Conclusion(Assessment.Of(MadeCases.Request with { Against = [MadeCases.Coinex], Links = [] })),
        StringComparison.Ordinal);

    [Fact]
    public void A_source_that_changes_nothing_is_told_from_one_that_does()
    {
        var told = Assessment.Of(MadeCases.Request);

        Assert.Equal(["fbi-stake", "press-echo", "slowmist", "zachxbt"], told.Sources);
        Assert.Equal((Verdict.SameActor, true), Without("fbi-stake"));
        Assert.Equal((Verdict.Actor, false), Without("slowmist"));

        (Verdict, bool) Without(string source)
        {
            var other = WhatIf.Of(told, source, Assessment.Of(MadeCases.Without(source)));
            return (other.Verdict, other.Changes);
        }
    }

    [Fact]
    public void A_key_that_two_incidents_describe_in_two_ways_is_shown_twice()
    {
        var stake = MadeCases.Stake with { Sources = new([MadeCases.Source("slowmist", SourceKind.Press, MadeCases.LinkedOn) with { Title = "Another article" }, .. MadeCases.FbiOnly]) };
        var cited = CitedSource.Of(Assessment.Of(MadeCases.Request with { Against = [stake] })).Where(one => one.Source.Key == "slowmist");

        Assert.Equal([("slowmist", "coinex-2023"), ("Another article", "stake-2023")], cited.Select(one => (one.Source.Title, string.Join(',', one.Incidents))));
    }

    private static AttributionRequest Found(string grade)
    {
        var office = MadeCases.Source("office", SourceKind.Authority, Day) with { Grade = grade };
        return MadeCases.Request with { Case = MadeCases.Case("coinex-2023", "CoinEx", new(2023, 9, 12), [new("Some Actor", "office", Day, "Says so.")], office), Links = [] };
    }
}
