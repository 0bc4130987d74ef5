namespace Spoor.Tests.Cli;

/// <summary>What the manual prints as output is what the program printed.</summary>
public sealed class ManualTests
{
    [Theory]
    [InlineData("import.txt")]
    [InlineData("trace.txt")]
    [InlineData("trace-tree.txt")]
    [InlineData("trace-backward.txt")]
    [InlineData("compare.txt")]
    [InlineData("rank.txt")]
    [InlineData("link.txt")]
    [InlineData("link-flow.txt")]
    [InlineData("incident-show.txt")]
    [InlineData("incident-check.txt")]
    [InlineData("labels-import.txt")]
    [InlineData("labels-find.txt")]
    [InlineData("labels-at.txt")]
    [InlineData("labels-conflicts.txt")]
    [InlineData("labels-retract.txt")]
    [InlineData("attribute-before.txt")]
    [InlineData("ledger-import.txt")]
    [InlineData("ledger-list.txt")]
    [InlineData("ledger-merge.txt")]
    [InlineData("ledger-tally.txt")]
    [InlineData("watch-check.txt")]
    [InlineData("demo-live.txt")]
    [InlineData("backtest.txt")]
    [InlineData("bridge-match.txt")]
    [InlineData("mixer-links.txt")]
    [InlineData("swap-candidates.txt")]
    [InlineData("store-copy.txt")]
    [InlineData("case-seal.txt")]
    [InlineData("case-verify.txt")]
    [InlineData("case-verify-damaged.txt")]
    [InlineData("case-diff.txt")]
    [InlineData("screen.txt")]
    public void The_manual_shows_the_approved_output(string approved)
    {
        string manual = File.ReadAllText(Repository.File("docs/cli.md")).ReplaceLineEndings("\n");
        string output = File.ReadAllText(Repository.File($"tests/Spoor.Tests/Approved/{approved}")).ReplaceLineEndings("\n").TrimEnd('\n');

        Assert.Contains($"```text\n{output}\n```", manual, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_that_a_document_links_to_is_there()
    {
        var broken =
            from page in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            where !page.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(page), @"\]\((?!https?://|#)([^)#\s]+)")
            let target = Path.GetFullPath(link.Groups[1].Value, Path.GetDirectoryName(page)!)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{Path.GetRelativePath(Repository.Root, page)} links to {link.Groups[1].Value}";

        Assert.Empty(broken);
    }
}
