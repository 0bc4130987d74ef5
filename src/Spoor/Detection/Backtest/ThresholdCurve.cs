using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>What each threshold of the score costs and finds: the same history replayed once for every one.</summary>
public static class ThresholdCurve
{
    public static IReadOnlyList<ThresholdPoint> Of(IEnumerable<int> thresholds, IReadOnlyList<Block> blocks, BacktestCase known) =>
        [.. thresholds.Distinct().Order().Select(threshold => new ThresholdPoint(
            threshold, BacktestRun.Run(ReplayedDetector.Of("Spoor", At(known.Watch, threshold), known), blocks, known)))];

    private static WatchList At(WatchList wallets, int threshold) => new(
        [.. wallets.Owners.Select(owner => owner with { Policy = owner.Policy with { AlertScore = threshold } })]);
}

/// <summary>One replay.</summary>
/// <param name="Threshold">Score from which an alert is raised, in thousandths of a log-odds unit; hard rules raise it at any score.</param>
public sealed record ThresholdPoint(int Threshold, BacktestResult Outcome);
