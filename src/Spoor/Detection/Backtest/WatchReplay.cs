using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>What a watch would have told of a history, and how its wallets stand at the end of it.</summary>
public sealed record WatchReplay
{
    // Of more wallets nobody looks at each.
    private const int MostGauges = 500;

    // Between two reports so many blocks pass at least.
    private const int Stride = 64;

    public required BacktestHistory History { get; init; }

    /// <summary>In the order in which they were told; an alert that goes on at the end is not ended.</summary>
    public required IReadOnlyList<AlertNotice> Notices { get; init; }

    /// <summary>The wallets from which most left within the last hour, then those that hold most.</summary>
    public required IReadOnlyList<WalletGauge> Gauges { get; init; }

    /// <summary>Where each chain ended, in order of chain.</summary>
    public required IReadOnlyList<ReplayHead> Heads { get; init; }

    /// <summary>What the watch could not speak of.</summary>
    public required Blindness Blindness { get; init; }

    /// <summary>Shows a watch the whole history.</summary>
    /// <param name="report">Hears now and then how many blocks of how many were shown, and how many notices were told.</param>
    public static WatchReplay Run(BacktestCase history, Action<int, int, int> report, CancellationToken cancellation)
    {
        var replay = BlockReplay.Of(history.Transfers);
        var watch = ReplayedDetector.Of("Spoor", history.Watch, history);
        List<AlertNotice> told = [];
        foreach (var shown in ReplayedBlock.Show(watch, replay.Blocks, history.Recipients))
        {
            cancellation.ThrowIfCancellationRequested();
            told.AddRange(shown.Notices);
            if (shown.Order % Stride == 0)
            {
                report(shown.Order + 1, replay.Blocks.Count, told.Count);
            }
        }

        report(replay.Blocks.Count, replay.Blocks.Count, told.Count);
        return new()
        {
            History = BacktestHistory.Of(replay),
            Notices = told,
            Gauges = watch.Gauges(MostGauges),
            Heads = [.. replay.Blocks.GroupBy(block => block.Chain).OrderBy(chain => chain.Key).Select(chain => ReplayHead.Of(chain, replay))],
            Blindness = watch.Blindness,
        };
    }
}

/// <summary>Where the history of a chain ends.</summary>
/// <param name="Block">Null where the source does not state the blocks of the chain.</param>
/// <param name="Time">The latest of its blocks.</param>
public sealed record ReplayHead(ChainId Chain, long? Block, DateTimeOffset Time)
{
    internal static ReplayHead Of(IGrouping<ChainId, Block> chain, BlockReplay replay) => new(
        chain.Key, replay.Unplaced.ContainsKey(chain.Key) ? null : chain.Max(block => block.Height), chain.Max(block => block.Time));
}
