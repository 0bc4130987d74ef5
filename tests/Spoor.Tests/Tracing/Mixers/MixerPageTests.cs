using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Tracing.Mixers;

namespace Spoor.Tests.Tracing.Mixers;

/// <summary>Every method of a hypothesis has a page that says what a reader must know before trusting it.</summary>
public sealed partial class MixerPageTests
{
    private static readonly string[] Parts = ["Idea", "Source", "Parameters", "Known errors", "Held by"];

    public static TheoryData<string> Pages => [.. MixerMethod.All.Select(method => method.Page).Append("mixers").Append("service-swaps").Distinct()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_idea_source_parameters_known_errors_and_the_test_that_holds_it(string page)
    {
        var headings = Heading().Matches(File.ReadAllText(Repository.File($"docs/methods/{page}.md"))).Select(match => match.Groups[1].Value.TrimEnd('.')).ToList();

        Assert.All(Parts, part => Assert.Contains(part, headings));
    }

    [Fact]
    public void A_page_names_its_method_and_version() => Assert.All(MixerMethod.All, method =>
    {
        string page = File.ReadAllText(Repository.File($"docs/methods/{method.Page}.md"));
        Assert.Contains($"`{method.Id}`", page, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"version {method.Version}."), page, StringComparison.Ordinal);
    });

    [GeneratedRegex(@"^\*\*([^*]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
