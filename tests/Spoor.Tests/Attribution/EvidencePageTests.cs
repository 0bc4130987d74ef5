using System.Globalization;
using Spoor.Attribution;

namespace Spoor.Tests.Attribution;

/// <summary>What the pages say of evidence is what the code does.</summary>
public sealed class EvidencePageTests
{
    [Fact]
    public void The_page_of_the_table_shows_every_row_of_it()
    {
        string page = PageOf("likelihood-table");
        var rows = LikelihoodTable.Builtin.Rows.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"| `{row.Id}` | {row.Class.ToString().ToLowerInvariant()} | {row.Log10} | {(row.IsProduced ? "yes" : "not yet")} | {row.Title} | {row.Source} | {row.Error} | `{row.Method}` |"));

        Assert.Contains($"Version {LikelihoodTable.Builtin.Version}.", page, StringComparison.Ordinal);
        Assert.Contains(string.Join('\n', rows) + "\n\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_evidence_has_a_page() => Assert.All(
        LikelihoodTable.Builtin.Rows, row => Assert.True(File.Exists(Repository.File($"docs/methods/{row.Method}.md")), $"{row.Id} has no page {row.Method}.md"));

    [Fact]
    public void The_rows_that_say_so_are_the_ones_that_links_point_to() => Assert.Equal(
        LinkEvidence.All.Order(StringComparer.Ordinal),
        LikelihoodTable.Builtin.Rows.Where(row => row.IsProduced).Select(row => row.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("same-key-spent", "4")]
    [InlineData("same-key-named", "3")]
    [InlineData("direct-flow", "3")]
    [InlineData("common-counterparty", "1")]
    public void A_link_weighs_in_an_assessment_what_its_page_says(string evidence, string log10)
    {
        var link = MadeCases.Link("coinex-2023", "stake-2023", MadeCases.CoinexKey, ["slowmist"], evidence);
        decimal weight = decimal.Parse(log10, CultureInfo.InvariantCulture);

        Assert.Equal(weight, Assessment.Of(MadeCases.Request with { Links = [link] }).Relations[0].Posterior.Log10Ratio);
        Assert.Equal(weight, link.Weight);
    }

    [Fact]
    public void The_page_of_grades_has_every_share()
    {
        string page = PageOf("admiralty");

        Assert.All("ABCDEFG", letter => Assert.Contains($"| {letter} | ", page, StringComparison.Ordinal));
        Assert.Contains("authority `A2`, primary `B3`, compilation `C3`, press\n`C4`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_labels_has_the_thresholds_of_the_rule()
    {
        string page = PageOf("label-policy");

        Assert.Contains(Row("suspected", LabelPolicy.SuspectedFrom), page, StringComparison.Ordinal);
        Assert.Contains(Row("likely", LabelPolicy.LikelyFrom), page, StringComparison.Ordinal);
        Assert.Contains(Row("assessed", LabelPolicy.AssessedFrom), page, StringComparison.Ordinal);

        static string Row(string label, decimal from) => string.Create(CultureInfo.InvariantCulture, $"| `{label}` | {from:0 %} |");
    }

    private static string PageOf(string name) => File.ReadAllText(Repository.File($"docs/methods/{name}.md")).ReplaceLineEndings("\n");
}
