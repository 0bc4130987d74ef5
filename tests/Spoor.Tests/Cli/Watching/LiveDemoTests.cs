using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Cli.Demo.Live;

namespace Spoor.Tests.Cli.Watching;

/// <summary>The demonstration on real nodes: the alert is there before the third theft transaction, the rescue is known as one.</summary>
public sealed partial class LiveDemoTests
{
    [Fact(Timeout = 180_000)]
    public async Task The_alert_comes_before_the_third_theft_transaction_and_the_rescue_is_classed_as_rescue()
    {
        SkipWithoutAnvil();
        using var run = new CommandRun();

        var (code, result, _) = await run.RunAsync("demo", "live", "--json");

        using var document = JsonDocument.Parse(result);
        var root = document.RootElement;
        Assert.Empty(JsonSchema.Read("docs/demo-live.schema.json").Faults(root));
        Assert.Empty(root.GetProperty("notices").EnumerateArray().SelectMany(JsonSchema.Read("docs/alert.schema.json").Faults));
        Assert.InRange(root.GetProperty("firedAt").GetInt32(), 1, 2);
        Assert.All(root.GetProperty("rescue").EnumerateArray(), sent => Assert.Equal("Rescue", sent.GetProperty("class").GetString()));
        Assert.Equal(0, code);
    }

    [Fact(Timeout = 180_000)]
    public async Task The_page_is_the_same_every_time_apart_from_how_long_it_took()
    {
        SkipWithoutAnvil();
        using var run = new CommandRun();

        var (_, page, _) = await run.RunAsync("demo", "live", "--data", "drained");

        string approved = await File.ReadAllTextAsync(Repository.File("tests/Spoor.Tests/Approved/demo-live.txt"), TestContext.Current.CancellationToken);
        Assert.Equal(Elapsed().Replace(approved.ReplaceLineEndings("\n"), "#"), Elapsed().Replace(page.ReplaceLineEndings("\n"), "#"));
        Assert.True(File.Exists(Path.Combine(run.Folder, "drained", "alerts.jsonl")));
    }

    // The command looks for Anvil from the folder it runs in, which here is one of the test's own.
    private static void SkipWithoutAnvil()
    {
        string? program = AnvilBinary.Find(Repository.Root);
        Assert.SkipWhen(program is null, $"Anvil is not installed. {AnvilBinary.HowToGet}");
        Environment.SetEnvironmentVariable(AnvilBinary.Variable, program);
    }

    [GeneratedRegex(@"[0-9]+\.[0-9]+(?= s after the first)")]
    private static partial Regex Elapsed();
}
