using System.Globalization;
using Spoor.Tracing.Ranking;

namespace Spoor.Tests.Tracing.Ranking;

public sealed class RankingPageTests
{
    public static TheoryData<string> Methods => [.. RankingMethod.All.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_stands_with_its_version_on_its_page(string name)
    {
        var method = RankingMethod.Find(name);

        string page = File.ReadAllText(Repository.File($"docs/methods/{method.Page}.md"));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"`{name}`, version {method.Version}"), page, StringComparison.Ordinal);
    }
}
