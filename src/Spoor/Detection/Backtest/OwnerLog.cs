using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>What an owner's wallets did in a replay, and what was cried over them.</summary>
internal sealed class OwnerLog(WatchedOwner owner)
{
    private readonly HashSet<(AccountOnChain Wallet, int Month)> _months = [];
    private readonly HashSet<AccountOnChain> _wallets = [.. owner.Wallets.Select(wallet => new AccountOnChain(wallet.Chain, wallet.Address))];
    private readonly HashSet<TxHash> _sendings = [];
    private readonly Dictionary<string, AlertNotice> _alerts = [];

    /// <summary>Every alert by its first and its latest notice.</summary>
    private readonly Dictionary<string, AlertNotice> _latest = [];

    public int Alerts => _alerts.Count;

    public int AlertedTransactions => _latest.Values.Sum(notice => notice.Transactions.Count);

    public void Enter(Block block)
    {
        foreach (var transfer in block.Transfers)
        {
            if (transfer.From is { } from && _wallets.Contains(new(block.Chain, from)))
            {
                _months.Add((new(block.Chain, from), TheftLog.MonthOf(block.Time)));
                _sendings.Add(transfer.Tx);
            }
        }
    }

    public void Tell(AlertNotice notice)
    {
        if (notice.Owner == owner.Name && AsksForAttention(notice))
        {
            _alerts.TryAdd(notice.Alert, notice);
            _latest[notice.Alert] = notice;
        }
    }

    public OwnerOutcome Outcome(IReadOnlyList<TheftLog> thefts) => new()
    {
        Owner = owner.Name,
        IsVictim = thefts.Any(theft => theft.Truth.Owner == owner.Name),
        // A month with a theft is no quiet one: what is cried in it is hardly ever false, so it would flatter the rate.
        WalletMonths = _months.Count(month => !thefts.Any(theft => theft.Truth.Owner == owner.Name && theft.Months.Contains(month.Month))),
        Sendings = _sendings.Count,
        FalseAlerts =
        [
            // By what it began with: a theft that comes later into an open alert does not make it true.
            .. _alerts.Values.Where(notice => !thefts.Any(theft => theft.Explains(notice)))
                .Select(notice => new FalseAlert(notice.Alert, notice.Time, notice.Chain, notice.Tx, notice.HardRule, notice.Score, notice.Headline)),
        ],
    };

    /// <summary>Planned and internal movements and rescues are shown, but wake nobody.</summary>
    public static bool AsksForAttention(AlertNotice notice) =>
        notice.Class is AlertClass.Drain or AlertClass.ControlChange or AlertClass.WithdrawalMismatch && notice.Severity > AlertSeverity.Info;
}
