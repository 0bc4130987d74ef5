using System.Text.RegularExpressions;
using Spoor.Attribution;

namespace Spoor.Tests.Examples;

/// <summary>The page of a link kind, a counter-check, a guard or a rule of tracing says what a reader must know before trusting it.</summary>
public sealed partial class MethodPagePartTests
{
    private static readonly string[] Parts = ["Idea|Question", "Source", "Parameters", "Known errors?", "Held by"];

    public static TheoryData<string> Pages =>
    [
        .. LinkSearch.Kinds.Select(kind => kind.Name).Concat(LinkSearch.Checks.Select(check => check.Name))
            .Concat(Directory.GetFiles(Repository.File("docs/methods"), "loss-*.md").Select(path => Path.GetFileNameWithoutExtension(path)))
            .Concat(["relevance", "stops", "visits"])
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_idea_source_parameters_known_errors_and_the_test_that_holds_it(string page)
    {
        var headings = Heading().Matches(File.ReadAllText(Repository.File($"docs/methods/{page}.md"))).Select(match => match.Groups[1].Value).ToList();

        Assert.DoesNotContain(Parts, part => !headings.Exists(heading => Regex.IsMatch(heading, $"^({part})", RegexOptions.IgnoreCase)));
    }

    [GeneratedRegex(@"^\*\*([^*]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
