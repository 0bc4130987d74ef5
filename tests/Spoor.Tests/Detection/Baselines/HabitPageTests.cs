using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Detection.Baselines;

namespace Spoor.Tests.Detection.Baselines;

/// <summary>The pages of a wallet's habit say what a reader must know before trusting it, with the numbers of the program.</summary>
public sealed partial class HabitPageTests
{
    private static readonly string[] Parts = ["Idea|Question", "Source", "Parameters", "Known errors", "Held by"];

    [Theory]
    [InlineData("robust-z")]
    [InlineData("ewma")]
    [InlineData("cusum")]
    [InlineData("spot")]
    [InlineData("counterparties")]
    public void A_page_has_all_its_parts_and_names_tests_that_exist(string page)
    {
        string text = PageOf(page);
        var headings = Heading().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.DoesNotContain(Parts, part => !headings.Exists(heading => Regex.IsMatch(heading, $"^({part})", RegexOptions.IgnoreCase)));
        string tests = text[text.IndexOf("**Held by.**", StringComparison.Ordinal)..];
        Assert.All(Code().Matches(tests), match => Assert.True(File.Exists(Repository.File($"tests/Spoor.Tests/Detection/Baselines/{match.Groups[1].Value}.cs")), match.Value));
        Assert.All(
            Code().Matches(text[..text.IndexOf("**", StringComparison.Ordinal)]),
            match => Assert.True(File.Exists(Repository.File($"src/Spoor/Detection/Baselines/{match.Groups[1].Value}.cs")), match.Value));
    }

    [Fact]
    public void The_numbers_of_the_pages_are_those_of_the_program()
    {
        Assert.Contains($"from {HourPattern.WeekFrom} priced outflows on 168", PageOf("robust-z"), StringComparison.Ordinal);
        Assert.Contains($"No score before {SizeHabit.ScoredFrom} priced", PageOf("robust-z"), StringComparison.Ordinal);
        Assert.Contains($"(n_b m_b + {RobustScore.ShrinkWeight} m) / (n_b + {RobustScore.ShrinkWeight})", PageOf("robust-z"), StringComparison.Ordinal);
        Assert.Contains($"No chart before {ActivityChart.ChartedFrom} hours", PageOf("ewma"), StringComparison.Ordinal);
        Assert.Contains($"From {SizeHabit.ExtremeFrom} priced outflows on", PageOf("spot"), StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"last {PeaksOverThreshold.MostPeaks:N0} peaks"), PageOf("spot"), StringComparison.Ordinal);
        Assert.Contains($"manner before {WalletHabit.ShapedFrom} outflows", PageOf("counterparties"), StringComparison.Ordinal);
    }

    // A line may break anywhere in a sentence.
    private static string PageOf(string name) => Space().Replace(File.ReadAllText(Repository.File($"docs/methods/{name}.md")), " ").Replace(" **", "\n**", StringComparison.Ordinal);

    [GeneratedRegex(@"^\*\*([^*]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
