using System.Globalization;
using Spoor.Tracing;

namespace Spoor.Tests.Tracing;

public sealed class MethodPageTests
{
    public static TheoryData<string> Rules => [.. TaintRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_page_for_its_version(string name)
    {
        string page = File.ReadAllText(Repository.File($"docs/methods/{name}.md"));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Rule `{name}`, version {TaintRule.Find(name).Version}."), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_stop_has_a_row_on_the_page_of_stops()
    {
        string page = File.ReadAllText(Repository.File("docs/methods/stops.md"));

        Assert.All(Enum.GetNames<StopReason>(), reason => Assert.Contains($"`{reason.ToLowerInvariant()}`", page, StringComparison.Ordinal));
    }
}
