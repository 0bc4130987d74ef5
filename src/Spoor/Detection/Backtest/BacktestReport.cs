using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>The detector's back-test with what stands beside it: simple watches, and other thresholds.</summary>
public sealed record BacktestReport
{
    public required BacktestHistory History { get; init; }

    /// <summary>The detector under the policies of the watch file.</summary>
    public required BacktestResult Detector { get; init; }

    public required IReadOnlyList<BacktestResult> Yardsticks { get; init; }

    /// <summary>In order of threshold.</summary>
    public required IReadOnlyList<ThresholdPoint> Curve { get; init; }

    /// <summary>Each theft at a threshold that was chosen from the others.</summary>
    public IReadOnlyList<LeftOut> LeftOut => Backtest.LeftOut.Of(Curve);

    public static BacktestReport Of(BacktestCase history, IEnumerable<int> thresholds)
    {
        var replay = BlockReplay.Of(history.Transfers);
        return new()
        {
            History = BacktestHistory.Of(replay),
            Detector = Run(ReplayedDetector.Of("Spoor", history.Watch, history)),
            Yardsticks = [.. WithoutLog().Concat(Backtest.Yardsticks.All(history.Watch, history.Prices)).Select(Run)],
            Curve = ThresholdCurve.Of(thresholds, replay.Blocks, history),
        };

        // What the log is worth shows beside a run without it.
        IEnumerable<IReplayedWatch> WithoutLog() => history.Withdrawals.Count == 0
            ? []
            : [ReplayedDetector.Of("Spoor without the withdrawal log", history.Watch, history with { Withdrawals = [] })];

        BacktestResult Run(IReplayedWatch watch) => BacktestRun.Run(watch, replay.Blocks, history);
    }
}

/// <summary>What was replayed.</summary>
public sealed record BacktestHistory(long Transfers, int Blocks, DateTimeOffset First, DateTimeOffset Last, IReadOnlyDictionary<ChainId, int> Unplaced)
{
    public static BacktestHistory Of(BlockReplay replay) => new(
        replay.Blocks.Sum(block => (long)block.Transfers.Count),
        replay.Blocks.Count,
        replay.Blocks.Select(block => block.Time).DefaultIfEmpty().Min(),
        replay.Blocks.Select(block => block.Time).DefaultIfEmpty().Max(),
        replay.Unplaced);
}
