using Spoor.Chains.Files;
using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;
using Spoor.Workspace.Watching;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>A watch replayed for whoever looks at its wallets, on CoinEx's published transfers.</summary>
public sealed class WatchReplayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_what_the_back_test_tells_and_how_the_wallets_stand()
    {
        var history = await CoinExAsync();
        List<(int Done, int Of)> steps = [];
        var replay = WatchReplay.Run(history, (done, of, _) => steps.Add((done, of)), Cancellation);
        var judged = BacktestReport.Of(history, []).Detector;

        Assert.Equal(judged.Alerts, replay.Notices.Select(notice => notice.Alert).Distinct().Count());
        Assert.Equal(AlertSeverity.Critical, replay.Notices[^1].Severity);
        var drained = replay.Gauges[0];
        Assert.Equal(("Coinex 2", true, false), (drained.Name, drained.IsBeyond, drained.IsLearnt));
        Assert.Equal(8, replay.Gauges.Count);
        Assert.Null(Assert.Single(replay.Heads).Block);
        Assert.Equal((replay.History.Blocks, replay.History.Blocks), steps[^1]);
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to()
    {
        var history = await CoinExAsync();
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => WatchReplay.Run(history, (_, _, _) => stop.Cancel(), stop.Token));
    }

    private static async Task<BacktestCase> CoinExAsync()
    {
        using var run = new Cli.CommandRun();
        Assert.Equal(0, (await run.RunAsync("import", Repository.File("examples/backtest/coinex-2023/transfers.csv"))).Code);
        using var store = DuckDbTransferStore.Open(DataFolder.At(Path.Combine(run.Folder, "spoor-data")));
        var material = WatchMaterial.Read(File("watch.yaml"), [File("prices.csv")], File("recipients.csv"));
        return material.Over(await store.AllAsync(ChainId.Parse("eip155:1"), Cancellation));
    }

    private static InputFile File(string name) => InputFile.Read(Repository.File($"examples/backtest/coinex-2023/{name}"));
}
