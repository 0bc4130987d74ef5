using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli.Indexing;

/// <summary>The index, as a user meets it.</summary>
public sealed class IndexCommandTests
{
    [Fact]
    public async Task An_index_is_built_shown_checked_and_left_behind()
    {
        using var run = await SmallCase.ImportedAsync();
        string text = string.Concat(await Page(run, "build"), await Page(run, "status"), await Page(run, "verify"));
        run.Write("later.csv", SmallCase.Transfers.Replace("28000000000000000000", "27000000000000000000", StringComparison.Ordinal));
        await run.RunAsync("import", "later.csv");

        ApprovedText.Check("index.txt", text + await Page(run, "status"));

        static async Task<string> Page(CommandRun run, string verb) => $"$ spoor index {verb}\n{(await run.RunAsync("index", verb)).Result}\n";
    }

    [Fact]
    public async Task Its_help_shows_every_part_with_examples()
    {
        using var run = new CommandRun();

        ApprovedText.Check("index-help.txt", string.Concat(
            (await run.RunAsync("index", "--help")).Result,
            (await run.RunAsync("index", "build", "--help")).Result,
            (await run.RunAsync("index", "status", "--help")).Result,
            (await run.RunAsync("index", "verify", "--help")).Result));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("status")]
    [InlineData("verify")]
    public async Task Programs_get_what_the_schema_says(string verb)
    {
        using var run = await SmallCase.ImportedAsync();
        await run.RunAsync("index", "build");

        var (code, result, _) = await run.RunAsync("index", verb, "--json");

        using var json = JsonDocument.Parse(result);
        Assert.Equal(0, code);
        Assert.Empty(JsonSchema.Read("docs/index.schema.json").Faults(json.RootElement));
    }

    [Fact]
    public async Task A_store_without_an_index_says_how_to_get_one()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, talk) = await run.RunAsync("index", "status");

        Assert.NotEqual(0, code);
        Assert.Empty(result);
        Assert.Contains("it has no index", talk, StringComparison.Ordinal);
        Assert.Contains("spoor index build", talk, StringComparison.Ordinal);
    }
}
