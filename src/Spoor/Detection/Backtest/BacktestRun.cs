using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>Shows a watch a history block by block, as if it were live, and judges what it said by what is known today.</summary>
public static class BacktestRun
{
    public static BacktestResult Run(IReplayedWatch watch, IReadOnlyList<Block> blocks, BacktestCase known)
    {
        var worth = new TransferWorth(known.Prices);
        var owners = known.Watch.Owners.Select(owner => new OwnerLog(owner)).ToList();
        var thefts = known.Truths.Select(truth => new TheftLog(truth, OwnerOf(truth, known.Watch), worth)).ToList();
        foreach (var (i, block, notices) in ReplayedBlock.Show(watch, blocks, known.Recipients))
        {
            owners.ForEach(owner => owner.Enter(block));
            thefts.ForEach(theft => theft.Enter(block, i));
            foreach (var notice in notices)
            {
                owners.ForEach(owner => owner.Tell(notice));
                thefts.Where(_ => OwnerLog.AsksForAttention(notice)).ToList().ForEach(theft => theft.Tell(notice, i));
            }
        }

        return new()
        {
            Watch = watch.Name,
            Outcomes = [.. thefts.Select(theft => theft.Outcome()).OrderBy(outcome => outcome.First?.Order ?? int.MaxValue)],
            Owners = [.. owners.Select(owner => owner.Outcome(thefts))],
            Alerts = owners.Sum(owner => owner.Alerts),
            Judged = watch.Judged,
            AlertedTransactions = owners.Sum(owner => owner.AlertedTransactions),
        };
    }

    /// <exception cref="FormatException">The truth names an owner that is not watched.</exception>
    private static WatchedOwner OwnerOf(TheftTruth truth, WatchList wallets) =>
        wallets.Owners.FirstOrDefault(owner => owner.Name == truth.Owner)
        ?? throw new FormatException($"The theft {truth.Incident} names the owner '{truth.Owner}', whom the watch file does not name; write the same name in both.");
}
