using System.Text.Json;

namespace Spoor.Tests.Cli.Labels;

/// <summary>All published lists of the shared data in one store.</summary>
public sealed class RealLabelStoreTests
{
    private const int RealLabels = 100_000;

    [Fact]
    public async Task A_hundred_thousand_labels_are_imported_once_found_and_compared()
    {
        string[] folders = ["labels", "labels/explorer_labels_2023-10", "labels/bitcoin_entities", "labels/graphsense_tagpacks"];
        string[] files = [.. folders.Select(folder => Path.Combine(SharedData.File(folder), "*.*"))];
        using var run = new CommandRun();

        using var first = JsonDocument.Parse((await run.RunAsync(["labels", "import", .. files, "--json"])).Result);
        using var second = JsonDocument.Parse((await run.RunAsync(["labels", "import", .. files, "--json"])).Result);
        var ronin = await run.RunAsync("labels", "find", "eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96", "--json");
        var conflicts = await run.RunAsync("labels", "conflicts", "--json");

        Assert.InRange(first.RootElement.GetProperty("added").GetInt64(), RealLabels, long.MaxValue);
        Assert.Equal(44, first.RootElement.GetProperty("damaged").GetInt64());
        Assert.Equal(0, second.RootElement.GetProperty("added").GetInt64());
        Assert.Contains("Ronin Bridge Exploiter", ronin.Result, StringComparison.Ordinal);
        Assert.Contains("\"token USDT\"", conflicts.Result, StringComparison.Ordinal);
    }
}
