using System.Text.Json;
using Spoor.Tests.Cli;

namespace Spoor.Tests.Storage.Generation;

/// <summary>What is made up is the same each time, and a trace finds the way of its theft.</summary>
public sealed class SyntheticChainTests
{
    [Fact(Timeout = 600_000)]
    public async Task A_planted_theft_is_followed_to_every_address_of_the_thief_with_and_without_an_index()
    {
        using var run = new CommandRun();
        Assert.Equal(0, (await run.RunAsync("generate", "--transfers", "40000", "--seed", "3", "--out", "made")).Code);
        Assert.Equal(0, (await run.RunAsync("import", Path.Combine(run.Folder, "made", "transfers-0000.parquet"), "--data", "store")).Code);
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Folder, "made", "truth.json")));
        var theft = truth.RootElement.GetProperty("thefts")[0];
        string[] trace = ["trace", "--theft", theft.GetProperty("tx").GetString()!, "--data", "store", "--json"];

        var log = await run.RunAsync(trace);
        var built = await run.RunAsync("index", "build", "--data", "store", "--json");
        var indexed = await run.RunAsync(trace);

        Assert.Empty(JsonSchema.Read("docs/truth.schema.json").Faults(truth.RootElement));
        using var report = JsonDocument.Parse(built.Result);
        Assert.Empty(JsonSchema.Read("docs/index.schema.json").Faults(report.RootElement));
        Assert.Equal(log.Result, indexed.Result);
        var thief = theft.GetProperty("addresses").EnumerateArray().Select(one => one.GetProperty("address").GetString()!).ToList();
        Assert.True(thief.Count > 100, $"The thief has {thief.Count} addresses.");
        Assert.All(thief, address => Assert.Contains(address, log.Result, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_files_and_another_seed_others()
    {
        const string Stray = ":memory:?cache=private";
        if (File.Exists(Stray))
        {
            File.Delete(Stray);
        }

        using var run = new CommandRun();
        await run.RunAsync("generate", "--transfers", "2000", "--seed", "3", "--out", "one");
        await run.RunAsync("generate", "--transfers", "2000", "--seed", "3", "--out", "same");
        await run.RunAsync("generate", "--transfers", "2000", "--seed", "4", "--out", "other");

        byte[] Read(string folder) => File.ReadAllBytes(Path.Combine(run.Folder, folder, "transfers-0000.parquet"));
        Assert.Equal(Read("one"), Read("same"));
        Assert.NotEqual(Read("one"), Read("other"));
        Assert.False(File.Exists(Stray), "A database that should be in memory is a file in the folder where the program was started.");
    }

    [Fact]
    public async Task What_cannot_be_made_is_refused()
    {
        using var run = new CommandRun();

        Assert.Equal(2, (await run.RunAsync("generate", "--transfers", "5", "--out", "made")).Code);
        Assert.Equal(2, (await run.RunAsync("generate", "--transfers", "5000", "--thefts", "101", "--out", "made")).Code);
        Assert.Equal(2, (await run.RunAsync("index", "build", "--memory", "1", "--data", "store")).Code & 2);
    }
}
