using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>The transactions of one theft as they come by in a replay, and what the alerts made of them.</summary>
internal sealed class TheftLog(TheftTruth truth, WatchedOwner victim, TransferWorth worth)
{
    private readonly List<(ReplayPlace Place, UsdValue Worth)> _transactions = [];
    private readonly HashSet<TxHash> _known = [];
    private readonly HashSet<int> _months = [];
    private readonly HashSet<string> _before = [];
    private AlertNotice? _notice;
    private ReplayPlace? _noticed;
    private int _unpriced;
    private bool _wentOn;

    public TheftTruth Truth => truth;

    /// <summary>The calendar months in which it took place.</summary>
    public IReadOnlySet<int> Months => _months;

    public static int MonthOf(DateTimeOffset time) => (time.UtcDateTime.Year * 12) + time.UtcDateTime.Month;

    public void Enter(Block block, int order)
    {
        foreach (var transaction in truth.TheftsIn(block, victim).GroupBy(transfer => transfer.Tx))
        {
            var transfers = transaction.ToList();
            _known.Add(transaction.Key);
            _months.Add(MonthOf(block.Time));
            _unpriced += transfers.Count(transfer => worth.Of(transfer) is null);
            _transactions.Add((new(block.Chain, block.Height, order, transfers[0].Position.Transaction, block.Time, transaction.Key), worth.Sum(transfers)));
        }
    }

    /// <summary>Whether an alert rests on this theft.</summary>
    public bool Explains(AlertNotice notice) => notice.Owner == truth.Owner && notice.Transactions.Any(_known.Contains);

    public void Tell(AlertNotice notice, int order)
    {
        if (!Explains(notice))
        {
            _before.Add(notice.Alert);
        }
        else if (_before.Contains(notice.Alert))
        {
            // It began with something else: whoever was called for that had been called in vain.
            _wentOn = true;
        }
        else if (_notice is null)
        {
            _notice = notice;
            _noticed = new(notice.Chain, notice.At.Block, order, notice.At.Transaction, notice.Time, notice.Tx);
        }
    }

    public IncidentOutcome Outcome() => new()
    {
        Truth = truth,
        First = _transactions is [var first, ..] ? first.Place : null,
        TheftTransactions = _transactions.Count,
        Stolen = Sum(_ => true),
        Unpriced = _unpriced,
        Alert = _notice is null ? null : FirstAlert(_notice, _noticed!),
        Missed = _notice is null ? WhyMissed() : "",
    };

    private FirstAlert FirstAlert(AlertNotice notice, ReplayPlace at)
    {
        var first = _transactions[0].Place;
        int number = _transactions.Count(theft => IsBy(theft.Place, at));
        return new()
        {
            At = at,
            TheftTransaction = number,
            InEarlierBlocks = _transactions.Count(theft => theft.Place.Order < at.Order),
            AfterFloor = Math.Max(0, number - BelowFloor()),
            Blocks = first.Chain == at.Chain ? at.Height - first.Height : null,
            Delay = at.Time - first.Time,
            Notice = notice,
            Lost = Sum(theft => theft.Order <= at.Order),
            StillThere = Sum(theft => theft.Order > at.Order),
        };
    }

    // Transactions that, with all before them, had not yet made the theft worth an alert by the owner's own floor.
    private int BelowFloor()
    {
        var gone = UsdValue.Zero;
        return _transactions.TakeWhile(theft => (gone += theft.Worth) < victim.Policy.Floor).Count();
    }

    private string WhyMissed() => _transactions.Count == 0 ? "the transfers at hand hold no movement from the victim's wallets to the thieves"
        : _transactions.Count == _unpriced ? "nothing of it has a price"
        : Sum(_ => true) < victim.Policy.Floor ? "what of it has a price stays below the owner's floor"
        : _wentOn ? "only an alert that had begun without it went on"
        : "no alert reached the threshold";

    private UsdValue Sum(Predicate<ReplayPlace> counts) => UsdValue.Sum(_transactions.Where(theft => counts(theft.Place)).Select(theft => theft.Worth));

    private static bool IsBy(ReplayPlace theft, ReplayPlace alert) =>
        theft.Order < alert.Order || (theft.Order == alert.Order && theft.Transaction <= alert.Transaction);
}
