using System.Text.RegularExpressions;
using Spoor.Detection;
using Spoor.Detection.Signals;

namespace Spoor.Tests.Detection;

/// <summary>What is looked at has a page, and every weight a reason.</summary>
public sealed partial class DetectionPageTests
{
    private static readonly string[] Parts = ["Idea", "Source", "Parameters", "Known errors", "Held by"];

    private static readonly string[] Pages = [.. Directory.GetFiles(Repository.File("docs/methods"), "signal-*.md"), Repository.File("docs/methods/drain-score.md")];

    [Fact]
    public void Every_signal_is_named_on_one_page()
    {
        var titles = Pages.Select(page => File.ReadLines(page).First()).ToList();

        Assert.All(Enum.GetNames<SignalKind>(), kind => Assert.Single(titles, title => title.Contains($"`{kind}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_page_has_idea_source_parameters_known_errors_and_the_test_that_holds_it() => Assert.All(Pages, page =>
    {
        var headings = Heading().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value.TrimEnd('.')).ToList();
        Assert.All(Parts, part => Assert.Contains(part, headings));
    });

    [Fact]
    public void Every_weight_and_every_group_has_its_place_and_reason()
    {
        var weights = SignalWeights.Builtin;

        Assert.All(weights.Rows, row => Assert.EndsWith(".", row.Reason, StringComparison.Ordinal));
        Assert.Equal(weights.Rows.Count, weights.Rows.Select(row => row.Id).Distinct().Count());
        Assert.All(Enum.GetValues<SignalKind>(), kind => Assert.True(weights.Caps.ContainsKey(SignalWeights.GroupOf(kind)), $"{kind} has no cap"));
        Assert.True(weights.Bias < 0);
    }

    [GeneratedRegex(@"^\*\*([^*]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
