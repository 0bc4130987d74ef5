using Spoor.Chains.Files;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Tests.Cli;
using Spoor.Tests.Engines;
using Spoor.Tests.Sync;
using Spoor.Transfers;

namespace Spoor.Tests.Storage.Copying;

/// <summary>Everything that can be imported of the shared data, there and back: not a byte is lost on the way.</summary>
public sealed class SharedDataCopyTests
{
    private const int Traced = 3;

    private static readonly string[] Extensions = [".csv", ".csv.gz", ".json", ".json.gz", ".json.zst", ".parquet"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task From_DuckDB_to_two_shards_and_back_the_store_is_as_before_and_traces_are_the_same_bytes()
    {
        string shared = Path.GetDirectoryName(SharedData.File("heist_onehop"))!;
        string url = await ClickHouseServers.NewUrlAsync(2);
        using var run = new CommandRun();
        int files = await ImportAllAsync(shared, DataFolder.At(Path.Combine(run.Folder, "first")), Path.Combine(run.Folder, "rejects.csv"));

        var there = await run.RunAsync("store", "copy", "--from", "first", "--to", url, "--json");
        var back = await run.RunAsync("store", "copy", "--from", url, "--to", "last", "--json");

        Assert.Equal((0, 0), (there.Code, back.Code));
        Assert.InRange(files, 60, int.MaxValue);
        Assert.Equal(StoreDump.Of(DataFolder.At(Path.Combine(run.Folder, "first"))), StoreDump.Of(DataFolder.At(Path.Combine(run.Folder, "last"))));
        foreach (string line in File.ReadLines(Path.Combine(shared, "heist_onehop", "index.csv")).Skip(1).Take(Traced))
        {
            string[] trace = ["trace", "--seed", $"eip155:1:{line.Split(',')[1]}", "--json"];
            var fromFolder = await run.RunAsync([.. trace, "--data", "first"]);
            Assert.Equal(fromFolder, await run.RunAsync([.. trace, "--store", url]));
            Assert.Equal(0, fromFolder.Code);
        }
    }

    /// <returns>How many files were of a format that Spoor knows.</returns>
    private static async Task<int> ImportAllAsync(string shared, DataFolder into, string rejects)
    {
        using var file = DuckDbFile.Open(into);
        int imported = 0;
        foreach (string path in Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Extensions.Any(extension => path.EndsWith(extension, StringComparison.Ordinal)) && Recognise(path) is { } mapping)
            {
                await new FileImport(file).RunAsync(mapping, new() { OnBadRow = OnBadRow.Report, RejectsFile = rejects }, null, Cancellation);
                imported++;
            }
        }

        return imported;
    }

    private static FileMapping? Recognise(string path)
    {
        try
        {
            return FileFormats.Recognise(FileShapes.Read(path), null, null);
        }
        catch (Exception other) when (other is UnknownFormatException or DamagedFileException or FormatException)
        {
            // Labels, prices, recorded answers of nodes and the like.
            return null;
        }
    }
}
