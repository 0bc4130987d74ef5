using Spoor.Attribution;
using Spoor.Labels;

namespace Spoor.Tests.Attribution;

/// <summary>A named key weighs by those who named it.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("B2", "3", "0.98135")] // In full: usually right.
    [InlineData("A1", "3", "0.98135")] // No more than the table.
    [InlineData("C3", "2.69940408", "0.96343")] // .5 × 1000 + .5 = 500.5
    [InlineData("C4", "2.39924094", "0.92956")] // .25 × 1000 + .75 = 250.75
    [InlineData("E5", "1.04099769", "0.36646")] // .01 × 1000 + .99 = 10.99
    public void One_source_on_both_sides_counts_once(string grade, string log10, string probability)
    {
        var posterior = Weighed(["post"], Graded("post", grade)).Posterior;
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        Assert.Equal((decimal.Parse(log10, culture), decimal.Parse(probability, culture)), (decimal.Round(posterior.Log10Ratio, 8), decimal.Round(posterior.Probability, 5)));
    }

    [Theory]
    [InlineData("a", "b", "0.25")] // Both must be right: .5 × .5
    [InlineData("a", "a", "0.5")] // Right or wrong once.
    [InlineData("a b", "a b", "0.75")] // 1 − .5 × .5, for both sides together
    [InlineData("a", "a b", "0.5")] // a, or else b there and nobody here
    [InlineData("a b", "b c", "0.625")] // b: .5; else a and c: .5 × .25
    [InlineData("a", "echo", "0.5")] // The echo repeats a.
    public void Witnesses_that_are_independent_add_up_on_their_side(string here, string there, string probability)
    {
        var lineage = new SourceLineage([Graded("a", "C3"), Graded("b", "C3"), Graded("c", "C3"), Graded("echo", "C4") with { DerivedFrom = ["a"] }]);
        var naming = Naming.Of((lineage, here.Split(' ')), (lineage, there.Split(' ')));

        Assert.Equal((decimal.Parse(probability, System.Globalization.CultureInfo.InvariantCulture), false), (naming.Probability, naming.IsInFull));
    }

    [Fact]
    public void Each_side_needs_its_own_good_witness()
    {
        var lineage = new SourceLineage([Graded("good", "B2"), Graded("poor", "C4")]);

        Assert.True(Naming.Of((lineage, ["good", "poor"]), (lineage, ["good"])).IsInFull);
        Assert.False(Naming.Of((lineage, ["good"]), (lineage, ["poor"])).IsInFull);
        Assert.Equal(0.5m, Naming.Of((lineage, ["nobody"]), (lineage, ["nobody"])).Probability);
    }

    [Fact]
    public void What_is_mixed_is_a_step_of_its_own_words()
    {
        var request = RequestOf(["post"], Graded("post", "C4"));

        Assert.Contains(
            "Those who named it are right on both sides with a chance of 25.0 % by their grades, so of 1,000 to 1 only that part counts. That is 250.75 to 1, moderately strong support",
            string.Join(' ', Explanation.Steps(Assessment.Of(request))),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Those who named it", string.Join(' ', Explanation.Steps(Assessment.Of(MadeCases.Request))), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_from_one_source_are_one_group_and_no_assessment()
    {
        var relation = Weighed(["post"], Graded("post", "A2"), MadeCases.AlphapoKey);

        Assert.Equal((3m, 1), (relation.Posterior.Log10Ratio, relation.Posterior.Supporting));
        Assert.Equal((ClaimLabel.Likely, AnalyticConfidence.Low), (relation.Label, relation.Confidence));
    }

    [Fact]
    public void Two_keys_from_two_sources_are_two_groups()
    {
        var first = MadeCases.Link("coinex-2023", "stake-2023", MadeCases.CoinexKey, ["slowmist"]);
        var second = MadeCases.Link("coinex-2023", "stake-2023", MadeCases.AlphapoKey, ["zachxbt"]);
        var relation = Assessment.Of(MadeCases.Request with { Links = [first, second] }).Relations[0];

        Assert.Equal((6m, 2, ClaimLabel.Assessed), (relation.Posterior.Log10Ratio, relation.Posterior.Supporting, relation.Label));
    }

    private static CaseRelation Weighed(IReadOnlyList<string> sources, Citation source, params string[] moreKeys) =>
        Assessment.Of(RequestOf(sources, source, moreKeys)).Relations[0];

    private static AttributionRequest RequestOf(IReadOnlyList<string> sources, Citation source, params string[] moreKeys) => MadeCases.Request with
    {
        Case = MadeCases.Case("coinex-2023", "CoinEx", new(2023, 9, 12), [], source),
        Against = [MadeCases.Case("stake-2023", "Stake", new(2023, 9, 4), [], source)],
        Links = [.. moreKeys.Prepend(MadeCases.CoinexKey).Select(key => MadeCases.Link("coinex-2023", "stake-2023", key, sources))],
    };

    private static Citation Graded(string key, string grade) => MadeCases.Source(key, SourceKind.Primary, MadeCases.LinkedOn) with { Grade = grade };
}
