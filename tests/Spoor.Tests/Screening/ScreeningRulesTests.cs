using System.Text;
using Spoor.Screening;
using Spoor.Valuation;

namespace Spoor.Tests.Screening;

public sealed class ScreeningRulesTests
{
    private static readonly string Written = File.ReadAllText(Repository.File("src/Spoor/Screening/screening-rules.json"));

    [Fact]
    public void The_manual_shows_every_rule_and_category()
    {
        string page = File.ReadAllText(Repository.File("docs/methods/screening.md"));

        Assert.Contains(ScreeningRules.Builtin.Version, page, StringComparison.Ordinal);
        Assert.All(ScreeningRules.Builtin.Rules, rule => Assert.Contains(FormattableString.Invariant($"| `{rule.Id}` | {rule.Points} |"), page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ExposureCategory>(), category => Assert.Contains($"`{ExposureCategories.NameOf(category)}`", page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<Remainder>(), why => Assert.Contains($"`{why.ToString().ToLowerInvariant()}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, RiskLevel.Low)]
    [InlineData(30, RiskLevel.Low)]
    [InlineData(31, RiskLevel.Moderate)]
    [InlineData(70, RiskLevel.Moderate)]
    [InlineData(71, RiskLevel.High)]
    [InlineData(90, RiskLevel.High)]
    [InlineData(91, RiskLevel.Severe)]
    [InlineData(100, RiskLevel.Severe)]
    public void Levels_begin_where_the_table_says(int score, RiskLevel expected) => Assert.Equal(expected, ScreeningRules.Builtin.LevelOf(score));

    [Fact]
    public void More_of_the_same_never_lowers_a_score()
    {
        var facts =
            from ground in new[] { RuleGround.Direct, RuleGround.Indirect }
            from category in Enum.GetValues<ExposureCategory>()
            from side in Enum.GetValues<ExposureSide>()
            select new Func<long, long, int?>((share, usd) => ScreeningRules.Builtin.Judge(true, [new(ground, category, side, share, UsdValue.OfDollars(usd))]).Score);

        Assert.All(facts, score =>
        {
            int?[] byShare = [.. new long[] { 0, 999, 1_000, 10_000, 100_000, 250_000, 500_000, 1_000_000 }.Select(share => score(share, 0))];
            int?[] byUsd = [.. new long[] { 0, 9_999, 10_000, 100_000, 1_000_000 }.Select(usd => score(1_000, usd))];
            Assert.Equal(byShare.Order(), byShare);
            Assert.Equal(byUsd.Order(), byUsd);
        });
    }

    [Fact]
    public void A_large_amount_counts_at_a_small_share() =>
        Assert.Equal("direct-crime-1", ScreeningRules.Builtin.Judge(true, [new(RuleGround.Direct, ExposureCategory.Theft, ExposureSide.Incoming, 1, UsdValue.OfDollars(10_000))]).Fired[0].Rule.Id);

    [Theory]
    [InlineData("\"points\": 100", "\"points\": 101")]
    [InlineData("\"points\": 100", "\"points\": \"100\"")]
    [InlineData("\"ground\": \"own\"", "\"ground\": \"owned\"")]
    [InlineData("\"gambling\"", "\"gamblin\"")]
    [InlineData("\"own-mixer\"", "\"own-crime\"")]
    [InlineData("\"maxHops\": 5", "\"maxHops\": -5")]
    [InlineData("\"severe\": 91", "\"sever\": 91")]
    [InlineData("\"side\": \"incoming\"", "\"side\": \"left\"")]
    [InlineData("{\n", "[\n")]
    public void A_table_that_is_not_as_described_is_refused(string written, string changed)
    {
        string text = Written.ReplaceLineEndings("\n");
        Assert.Contains(written, text, StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => ScreeningRulesJson.Read(Encoding.UTF8.GetBytes(text.Replace(written, changed, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_digest_of_the_table_changes_with_any_byte_of_it() =>
        Assert.NotEqual(ScreeningRules.Builtin.Digest, ScreeningRulesJson.Read(Encoding.UTF8.GetBytes(Written + " ")).Digest);
}
