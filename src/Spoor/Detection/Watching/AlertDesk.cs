using System.Collections.Immutable;
using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Opens an owner's alert, keeps it, and tells what matters of it; at most one is open at a time.</summary>
internal sealed class AlertDesk(WatchedOwner owner, AssetWorth worth)
{
    // The first notices of an alert come at once, later ones bundled: nobody reads one every twelve seconds.
    private const int AtOnce = 8;

    // So many floors more, or one after so long, and it is told again that it goes on.
    private const int ManyFloors = 10;
    private static readonly TimeSpan Bundle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    // Beside the main recipient of a transaction those are named that got at least this part of what it got.
    private const int Part = 4;

    private readonly NoticeWriter _writer = new(owner, worth);

    /// <returns>Whether the outflow belongs to an alert, whether or not it was worth a notice.</returns>
    public bool Decide(OwnerState state, Weighing weighing, List<AlertNotice> told)
    {
        var step = weighing.Scene.Step;
        bool alerts = AlertPolicy.Alerts(weighing);
        bool belongs = alerts
            || (state.Alert is { } open && (weighing.IsSuspect || step.Payouts.Any(payout => payout.To is { } to && open.Block.Exists(known => known.Address == to))));
        if (!belongs)
        {
            return false;
        }

        var before = state.Alert;
        var after = Grown(before ?? LookBack.Into(Opened(weighing), weighing.Scene), weighing, step, alerts || weighing.IsSuspect);
        bool isNews = before is null || after.Severity > before.Severity || after.Class != before.Class;
        if (isNews || (Matters(after, step.Time) && !IsHeld(after, step.Time)))
        {
            after = Told(after, _writer.OfAlert(before is null ? AlertStage.Start : AlertStage.Update, step, weighing, state, after), told);
        }

        state.Alert = after;
        return true;
    }

    /// <summary>Whether something was held back that is to be told by now.</summary>
    public bool IsDue(OpenAlert alert, DateTimeOffset now) =>
        alert.Told >= AtOnce && now - alert.LastTold.Time >= Bundle && (!alert.Gone.IsZero || alert.Block.Count > alert.LastTold.Block.Count) && Matters(alert, alert.LastTold.Time);

    /// <summary>Tells what was held back.</summary>
    public void TellHeld(OwnerState state, DateTimeOffset now, List<AlertNotice> told)
    {
        if (state.Alert is { } alert && IsDue(alert, now))
        {
            state.Alert = Told(alert, _writer.GoesOn(alert, state, now), told);
        }
    }

    /// <summary>Tells of a movement that is no loss; inside the open alert if there is one, else under a name that nothing else of the transaction has.</summary>
    /// <param name="told">What was told of the same step before.</param>
    public void Beside(OwnerState state, OwnerStep step, AlertClass @class, string headline, List<AlertNotice> told)
    {
        told.Add(_writer.Beside(step, state, @class, AlertSeverity.Info, headline, $"beside {told.Count}"));
        state.Alert = state.Alert is { } alert ? alert with { Told = alert.Told + 1 } : null;
    }

    /// <summary>Tells of a change of control: opens an alert, or adds to the open one.</summary>
    public void ControlChanged(OwnerState state, OwnerStep step, Signal signal, AlertSeverity severity, List<AlertNotice> told)
    {
        var notice = _writer.Beside(step, state, AlertClass.ControlChange, severity, $"{owner.Name}: {signal.Words} {signal.Value}.") with
        {
            Stage = state.Alert is null ? AlertStage.Start : AlertStage.Update,
            Score = SignalWeights.Builtin.Bias + signal.Weight,
            HardRule = "power over a wallet changed",
            Signals = [signal],
        };
        told.Add(notice);
        state.Alert = state.Alert is { } open
            ? open with { Told = open.Told + 1, Awaited = open.AwaitedAfter(step), LastTold = notice }
            : new()
            {
                Id = notice.Alert,
                Class = AlertClass.ControlChange,
                Severity = severity,
                Score = notice.Score,
                HardRule = notice.HardRule,
                Awaited = Awaited(step),
                LastTold = notice,
                Gone = UsdValue.Zero,
                ToldGone = UsdValue.Zero,
                Transactions = [step.Tx],
                Seen = [step.Tx],
                Count = 1,
                Told = 1,
            };
    }

    private static OpenAlert Told(OpenAlert alert, AlertNotice notice, List<AlertNotice> told)
    {
        told.Add(notice);
        return alert with { Told = alert.Told + 1, ToldGone = alert.Gone, ToldAssets = alert.Assets.Count, LastTold = notice };
    }

    private OpenAlert Opened(Weighing weighing) => new()
    {
        Id = _writer.IdOf(weighing.Scene.Step, IsLate(weighing.Scene) ? "late" : ""),
        Class = AlertClass.Drain,
        Severity = AlertSeverity.Info,
        Score = weighing.Score,
        HardRule = "",
        Awaited = Awaited(weighing.Scene.Step),
        LastTold = _writer.Beside(weighing.Scene.Step, weighing.Scene.State, AlertClass.Drain, AlertSeverity.Info, ""),
        Gone = UsdValue.Zero,
        ToldGone = UsdValue.Zero,
    };

    private static ImmutableSortedDictionary<ChainId, DateTimeOffset> Awaited(OwnerStep step) =>
        ImmutableSortedDictionary<ChainId, DateTimeOffset>.Empty.Add(step.Chain, step.Time);

    // An outflow may have had an alert when it came, and has another when its grace is over and that one has ended.
    private bool IsLate(Scene scene) => owner.Policy.WithdrawalGrace > TimeSpan.Zero && scene.Unordered is { Count: > 0 };

    private static OpenAlert Grown(OpenAlert alert, Weighing weighing, OwnerStep step, bool speaks)
    {
        bool isMismatch = weighing.Readings[(int)SignalKind.WithdrawalMismatch].Speaks == true && weighing.Readings[(int)SignalKind.FreshRecipient].Speaks != true;
        var severity = AlertPolicy.SeverityOf(weighing);
        bool isSeen = alert.Seen.Contains(step.Tx);
        return alert.With(step.Tx) with
        {
            Class = isMismatch && alert.Count == 0 ? AlertClass.WithdrawalMismatch : alert.Class == AlertClass.ControlChange ? AlertClass.Drain : alert.Class,
            Severity = severity > alert.Severity ? severity : alert.Severity,
            Score = Math.Max(alert.Score, weighing.Score),
            HardRule = alert.HardRule.Length > 0 ? alert.HardRule : weighing.HardRule,
            Awaited = alert.AwaitedAfter(step),
            Gone = isSeen ? alert.Gone : alert.Gone + step.Usd,
            Unpriced = alert.Unpriced.Union(step.Unpriced),
            Assets = alert.Assets.Union(step.Payouts.Select(payout => payout.Asset)),
            Block = speaks ? WithRecipients(alert.Block, step.Chain, step.Payouts.Where(payout => Speaks(weighing.Scene, payout))) : alert.Block,
        };
    }

    // Told again is what changes what somebody does: somewhere new to block, something new gone, twice as much or many floors more, or that
    // it still goes on.
    private bool Matters(OpenAlert alert, DateTimeOffset now) =>
        alert.Block.Count > alert.LastTold.Block.Count
        || alert.Assets.Count > alert.ToldAssets
        || alert.Gone.Micros >= 2 * alert.ToldGone.Micros
        || alert.Gone >= alert.ToldGone + new UsdValue(ManyFloors * owner.Policy.Floor.Micros)
        || (now - alert.LastTold.Time >= Long && alert.Gone >= alert.ToldGone + owner.Policy.Floor);

    private static bool IsHeld(OpenAlert alert, DateTimeOffset now) => alert.Told >= AtOnce && now - alert.LastTold.Time < Bundle;

    // Others are asked to stop these: so only who speaks is to be named, not the customers who were paid in the same transaction.
    public static ImmutableList<AccountOnChain> WithRecipients(ImmutableList<AccountOnChain> block, ChainId chain, IEnumerable<Payout> payouts)
    {
        foreach (var payout in payouts)
        {
            if (payout.To is { } to && block.Count < OpenAlert.MostListed && !block.Contains(new(chain, to)))
            {
                block = block.Add(new(chain, to));
            }
        }

        return block;
    }

    /// <summary>Whether a payment is a large part of what the largest of its transaction is; one without a price may be.</summary>
    public static bool IsLargePart(Payout payout, UsdValue? largest) => payout.Usd is not { } usd || Part * usd.Micros >= (largest ?? UsdValue.Zero).Micros;

    private static bool Speaks(Scene scene, Payout payout)
    {
        if (payout.To == scene.Main.To || scene.Unordered?.Contains(payout) == true)
        {
            return true;
        }

        bool isKnown = scene.State.Purses[payout.Purse].Habit.Judge(Scene.HabitOf(scene.Step, payout)).IsKnown;
        return !isKnown && IsLargePart(payout, scene.Main.Usd);
    }
}
