using Spoor.Attribution;

namespace Spoor.Tests.Attribution;

/// <summary>Odds and groups on numbers worked out by hand.</summary>
public sealed class PosteriorTests
{
    [Fact]
    public void A_prior_of_one_in_twenty_and_a_ratio_of_1000_give_98_percent()
    {
        var posterior = Posterior.Of(0.05m, [Weights.Of(3, "key")]);

        Assert.Equal(0.98135m, decimal.Round(posterior.Probability, 5));
    }

    [Fact]
    public void Further_ratios_of_3_and_2_give_99_7_percent()
    {
        decimal three = Math.Round(0.4771212547m, 10);
        decimal two = Math.Round(0.3010299957m, 10);
        var posterior = Posterior.Of(0.05m, [Weights.Of(3, "key"), Weights.Of(three, "b"), Weights.Of(two, "c")]);

        Assert.Equal((0.99684m, 3.778m), (decimal.Round(posterior.Probability, 5), decimal.Round(posterior.Log10Ratio, 3)));
    }

    [Theory]
    [InlineData("0.5", "0")]
    [InlineData("0.05", "-1.27875360")]
    [InlineData("0.99", "1.99563519")]
    public void Odds_are_logarithms_to_base_ten(string probability, string log10)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        Assert.Equal(decimal.Parse(log10, culture), decimal.Round(LogOdds.Of(decimal.Parse(probability, culture)).Value, 8));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-0.1")]
    [InlineData("1.5")]
    public void A_prior_that_no_evidence_could_move_is_refused(string prior) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Posterior.Of(decimal.Parse(prior, System.Globalization.CultureInfo.InvariantCulture), []));

    [Fact]
    public void Of_evidence_on_one_transaction_the_strongest_counts()
    {
        var posterior = Posterior.Of(0.05m, [Weights.Of(2, "a", "tx1"), Weights.Of(3, "b", "tx1", "tx2"), Weights.Of(1, "c", "tx2"), Weights.Of(0.5m, "d", "tx3")]);

        Assert.Equal([3m, 0.5m], posterior.Groups.Select(group => group.Log10));
        Assert.Equal(3, posterior.Groups[0].Members.Count);
    }

    [Fact]
    public void Of_evidence_at_one_address_the_strongest_counts()
    {
        var posterior = Posterior.Of(0.05m, [Weights.Of(2, "deposit", "tx1"), Weights.Of(3, "deposit", "tx2")]);

        Assert.Equal((3m, 1), (posterior.Log10Ratio, posterior.Supporting));
    }

    [Fact]
    public void Evidence_that_ties_two_groups_together_makes_them_one()
    {
        Evidence[] apart = [Weights.Of(3, "a", "tx1"), Weights.Of(2, "b", "tx2")];

        Assert.Equal(5, Posterior.Of(0.05m, apart).Log10Ratio);
        Assert.Equal(3, Posterior.Of(0.05m, [.. apart, Weights.Of(1, "c", "tx1", "tx2")]).Log10Ratio);
    }

    [Fact]
    public void In_a_group_what_weighs_more_decides_also_when_it_speaks_against()
    {
        Assert.Equal(-2, Posterior.Of(0.05m, [Weights.Of(-2, "a", "tx"), Weights.Of(1, "b", "tx")]).Log10Ratio);
        Assert.Equal(-2, Posterior.Of(0.05m, [Weights.Of(-2, "a", "tx"), Weights.Of(2, "b", "tx")]).Log10Ratio);
    }

    [Fact]
    public void All_habits_together_weigh_ten_to_one_at_most()
    {
        var posterior = Posterior.Of(0.05m, [Weights.Habit("gas", 0.8m, "x"), Weights.Habit("hours", 0.5m, "y"), Weights.Habit("amounts", 0.9m, "z")]);

        Assert.Equal((1m, 1), (posterior.Log10Ratio, posterior.Groups.Count));
        Assert.True(posterior.Groups[0].IsCapped);
        Assert.Equal(-1, Posterior.Of(0.05m, [Weights.Habit("gas", -0.8m, "x"), Weights.Habit("hours", -0.5m, "y")]).Log10Ratio);
    }

    [Fact]
    public void One_habit_seen_at_two_places_counts_once() =>
        Assert.Equal(0.5m, Posterior.Of(0.05m, [Weights.Habit("hours", 0.5m, "x"), Weights.Habit("hours", 0.5m, "y")]).Log10Ratio);

    [Fact]
    public void A_statement_that_repeats_the_link_adds_nothing()
    {
        var said = Weights.OfClass(EvidenceClass.Derived, "statement", 0, "key");
        var posterior = Posterior.Of(0.05m, [Weights.Of(3, "key"), said]);

        Assert.Equal((3m, 1, 1), (posterior.Log10Ratio, posterior.Groups.Count, posterior.Supporting));
        Assert.Equal(0, Posterior.Of(0.05m, [said]).Supporting);
    }

    [Theory]
    [InlineData(1, false, 1, 0, AnalyticConfidence.Low)]
    [InlineData(1, true, 1, 1, AnalyticConfidence.Low)]
    [InlineData(1, true, 2, 1, AnalyticConfidence.Moderate)]
    [InlineData(1, true, 1, 0, AnalyticConfidence.Moderate)]
    [InlineData(2, false, 1, 3, AnalyticConfidence.Moderate)]
    [InlineData(2, true, 1, 1, AnalyticConfidence.Moderate)]
    [InlineData(2, true, 1, 0, AnalyticConfidence.Moderate)]
    [InlineData(2, true, 2, 0, AnalyticConfidence.High)]
    public void Confidence_follows_groups_identity_witnesses_and_checks(int groups, bool deterministic, int witnesses, int notChecked, AnalyticConfidence confidence)
    {
        var kind = deterministic ? EvidenceClass.Deterministic : EvidenceClass.Structural;
        var posterior = Posterior.Of(0.05m, Enumerable.Range(0, groups).Select(i => Weights.OfClass(kind, "made-up", 2, $"place {i}")));

        Assert.Equal(confidence, ConfidenceRule.Of(posterior, witnesses, notChecked));
    }
}
