using Spoor.Attribution;
using Spoor.Labels;

namespace Spoor.Tests.Attribution;

/// <summary>Who is behind CoinEx, on links and findings given by hand.</summary>
public sealed class AssessmentTests
{
    private static readonly DateOnly Before = new(2023, 9, 12);
    private static readonly DateOnly After = new(2023, 9, 14);

    [Fact]
    public void On_the_day_of_the_theft_nobody_can_be_named()
    {
        var assessment = Assessment.Of(MadeCases.Request with { AsOf = Before });

        Assert.Equal((Verdict.CannotTell, null, null), (assessment.Verdict, assessment.Best, assessment.Closest));
        Assert.Equal(
            "Cannot tell who is behind the theft from CoinEx: nothing known by the end of 2023-09-12 ties it to another theft, and no authority had named anybody for it.",
            Explanation.Conclusion(assessment));
        Assert.Null(Assert.Single(Hypothesis.Of(assessment)).Probability);
    }

    [Fact]
    public void Two_days_later_two_factors_name_the_group()
    {
        var assessment = Assessment.Of(MadeCases.Request with { AsOf = After });
        var route = assessment.Best!;

        Assert.Equal((Verdict.Actor, "Lazarus Group", ClaimLabel.Suspected), (assessment.Verdict, route.Actor, route.Label));
        Assert.Equal((0.98135m, 0.75m, 0.73602m), (decimal.Round(route.SameActor, 5), route.Named.Probability, decimal.Round(route.Probability, 5)));
        Assert.Equal(("fbi-stake", "A2"), (route.Named.Finding.Source, route.Named.Grade.ToString()));
        Assert.Equal((ClaimLabel.Likely, AnalyticConfidence.Moderate), (assessment.Closest!.Label, assessment.Closest.Confidence));
        Assert.Equal(
            "Likely, Lazarus Group. The thefts from CoinEx and Stake almost certainly have one actor (98.1 %), and an authority names Lazarus Group "
            + "for the theft from Stake (fbi-stake, 2023-09-06, grade A2, taken as 75.0 %). Both together: at least 73.6 %.",
            Explanation.Conclusion(assessment));
    }

    [Fact]
    public void Without_the_authority_the_name_goes_and_the_link_stays()
    {
        var assessment = Assessment.Of(MadeCases.Without("fbi-stake"));

        Assert.Equal((Verdict.SameActor, null), (assessment.Verdict, assessment.Best));
        Assert.Equal(("stake-2023", 0.98135m), (assessment.Closest!.There.Id, decimal.Round(assessment.Closest.Probability, 5)));
        Assert.DoesNotContain("Lazarus", Explanation.Conclusion(assessment) + string.Join(' ', Explanation.Steps(assessment)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_over_two_incidents_multiplies()
    {
        var assessment = Assessment.Of(MadeCases.Request with { Case = MadeCases.Alphapo, Against = [MadeCases.Stake, MadeCases.Coinex] });
        var toCoinex = assessment.Chains.Single(chain => chain[^1].There.Id == "coinex-2023");

        Assert.Equal(["stake-2023"], assessment.Relations.Select(relation => relation.There.Id));
        Assert.Equal(["stake-2023", "coinex-2023"], toCoinex.Select(step => step.There.Id));
        Assert.Equal(0.96306m, decimal.Round(ActorRoute.ProductOf(toCoinex), 5));
        Assert.Equal(0.73602m, decimal.Round(assessment.Best!.Probability, 5));
    }

    [Fact]
    public void A_name_two_incidents_away_is_the_product_of_three()
    {
        var stake = MadeCases.Stake with { Findings = [] };
        var alphapo = MadeCases.Alphapo with { Findings = MadeCases.Stake.Findings };
        var assessment = Assessment.Of(MadeCases.Request with { Against = [stake, alphapo] });

        Assert.Equal(0.72229m, decimal.Round(assessment.Best!.Probability, 5));
        Assert.Contains("over CoinEx – Stake – Alphapo", Explanation.Conclusion(assessment), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_ways_to_one_name_are_not_added_up()
    {
        var shortcut = MadeCases.Link("coinex-2023", "alphapo-2023", "0x00000000000000000000000000000000000000aa", ["slowmist"], "common-collector");
        var alphapo = MadeCases.Alphapo with { Findings = MadeCases.Stake.Findings };
        var assessment = Assessment.Of(MadeCases.Request with { Against = [MadeCases.Stake, alphapo], Links = [MadeCases.CoinexStake, MadeCases.StakeAlphapo, shortcut] });

        Assert.Equal(2, assessment.Routes.Count);
        Assert.Equal(["stake-2023"], Assert.Single(assessment.BestByActor).Steps.Select(step => step.There.Id));
        Assert.Equal(0.73602m, decimal.Round(assessment.Best!.Probability, 5));
    }

    [Fact]
    public void A_finding_on_the_incident_itself_counts_from_its_day_and_confirms()
    {
        var un = MadeCases.Source("un-panel", SourceKind.Authority, new(2024, 3, 7)) with { Grade = "A1" };
        var coinex = MadeCases.Case("coinex-2023", "CoinEx", new(2023, 9, 12), [new("Lazarus Group", "un-panel", new(2024, 3, 7), "Named among its thefts.")], un);
        var request = MadeCases.Request with { Case = coinex };

        Assert.Equal("fbi-stake", Assessment.Of(request with { AsOf = new(2024, 3, 6) }).Best!.Named.Finding.Source);
        var later = Assessment.Of(request with { AsOf = new(2024, 3, 7) });
        Assert.Equal((true, ClaimLabel.Confirmed, 0.99m), (later.Best!.IsDirect, later.Best.Label, later.Best.Probability));
    }

    [Fact]
    public void Who_repeats_the_link_is_shown_and_adds_nothing()
    {
        var coinex = MadeCases.Case("coinex-2023", "CoinEx", new(2023, 9, 12), [new("Lazarus Group", "slowmist", MadeCases.LinkedOn, "Ties it to Lazarus.")]);
        var assessment = Assessment.Of(MadeCases.Request with { Case = coinex });

        Assert.Equal("slowmist", Assert.Single(assessment.Repeated).Finding.Source);
        Assert.Equal(Assessment.Of(MadeCases.Request).Best!.Probability, assessment.Best!.Probability);
    }

    [Fact]
    public void A_source_that_repeats_another_is_no_further_witness()
    {
        var closest = Assessment.Of(MadeCases.Request).Closest!;

        Assert.Equal([["press-echo", "slowmist"], ["zachxbt"]], closest.WitnessesHere);
        Assert.Equal(2, closest.Witnesses);
    }

    [Fact]
    public void The_same_link_twice_counts_once()
    {
        var once = Assessment.Of(MadeCases.Request).Closest!;
        var again = MadeCases.CoinexStake.Mirrored();
        var twice = Assessment.Of(MadeCases.Request with { Links = [.. MadeCases.Request.Links, again] }).Closest!;

        Assert.Equal(once.Probability, twice.Probability);
    }

    [Theory]
    [InlineData(LinkStanding.Refuted)]
    [InlineData(LinkStanding.Candidate)]
    public void A_link_that_is_not_claimed_contributes_nothing_and_is_listed(LinkStanding standing)
    {
        var assessment = Assessment.Of(MadeCases.Request with { Links = [MadeCases.CoinexStake with { Standing = standing }] });
        var relation = Assert.Single(assessment.Relations);

        Assert.Equal((Verdict.CannotTell, 0.05m), (assessment.Verdict, decimal.Round(relation.Probability, 6)));
        Assert.Single(standing == LinkStanding.Refuted ? relation.Refuted : relation.Candidates);
        Assert.Empty(assessment.Chains);
    }

    [Fact]
    public void A_claimed_link_with_a_failed_check_contributes_nothing()
    {
        var failed = MadeCases.CoinexStake with { Checks = [new("service", CheckOutcome.Failed, "It is an exchange's.")] };
        var assessment = Assessment.Of(MadeCases.Request with { Links = [failed] });

        Assert.Equal(Verdict.CannotTell, assessment.Verdict);
        Assert.Single(assessment.Relations[0].Refuted);
    }

    [Fact]
    public void The_least_prior_is_where_the_name_would_go()
    {
        decimal least = WhatIf.LeastPrior(Assessment.Of(MadeCases.Request))!.Value;

        Assert.Equal(0.00274m, decimal.Round(least, 5));
        Assert.Equal(Verdict.Actor, Assessment.Of(MadeCases.Request with { Prior = least + 0.0001m }).Verdict);
        Assert.NotEqual(Verdict.Actor, Assessment.Of(MadeCases.Request with { Prior = least - 0.0001m }).Verdict);
    }

    [Fact]
    public void A_finding_of_which_the_day_is_not_known_counts_only_without_a_day()
    {
        var undated = MadeCases.Source("undated", SourceKind.Authority, Before) with { Published = null };
        var coinex = MadeCases.Case("coinex-2023", "CoinEx", new(2023, 9, 12), [new("Lazarus Group", "undated", Before, "Says so.")], undated);
        var request = MadeCases.Request with { Case = coinex, Links = [] };

        Assert.Equal(Verdict.CannotTell, Assessment.Of(request with { AsOf = After }).Verdict);
        Assert.Equal(Verdict.Actor, Assessment.Of(request).Verdict);
    }

    [Fact]
    public void The_order_of_incidents_and_links_does_not_matter()
    {
        var first = Assessment.Of(MadeCases.Request);
        var second = Assessment.Of(MadeCases.Request with { Against = [MadeCases.Alphapo, MadeCases.Stake], Links = [MadeCases.StakeAlphapo.Mirrored(), MadeCases.CoinexStake.Mirrored()] });

        Assert.Equal(Explanation.Conclusion(first), Explanation.Conclusion(second));
        Assert.Equal(Explanation.Steps(first), Explanation.Steps(second));
    }

    [Fact]
    public void Two_incidents_of_one_id_are_refused() => Assert.Contains(
        "two called stake-2023",
        Assert.Throws<FormatException>(() => Assessment.Of(MadeCases.Request with { Against = [MadeCases.Stake, MadeCases.Stake with { Victim = "Stake again" }] })).Message,
        StringComparison.Ordinal);
}
