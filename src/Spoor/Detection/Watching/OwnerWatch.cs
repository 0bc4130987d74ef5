using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Carries one owner's state forward, step by step, and says what is to be told. The same steps give the same notices.</summary>
internal sealed class OwnerWatch(WatchedOwner owner, AssetWorth worth)
{
    // Gas for some hundred transfers at most; more is a payment.
    private static readonly UsdValue MostGas = UsdValue.OfDollars(500);

    // Of less than a thousandth of the floor the windows keep nothing.
    private const int Dust = 1_000;

    private readonly NoticeWriter _writer = new(owner, worth);
    private readonly AlertDesk _desk = new(owner, worth);

    public void Take(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        state.Forget(step.Time);
        foreach (var change in step.Changes)
        {
            var purse = state.Own(change.Purse);
            if (step.IsFromBeginning)
            {
                purse.BeginAtNothing(change.Asset);
            }

            purse.Change(change.Asset, change.Units);
        }

        TakeOwnMoves(state, step, told);
        ControlWatch.Take(owner, _desk, state, step, told);
        if (step.Payouts.Count > 0 && !step.IsSwap)
        {
            TakePayouts(state, step, told);
        }

        NoteTopUps(state, step);
        NoteManner(state, step);
    }

    /// <summary>Whether <see cref="Pass"/> would change anything.</summary>
    public bool IsDue(OwnerState state, DateTimeOffset now) =>
        (state.Alert is { } alert && now - alert.Last >= AlertPolicy.Quiet)
        || state.Unmatched.Exists(unmatched => now - unmatched.Time > owner.Policy.WithdrawalGrace);

    /// <summary>Lets time pass: an alert may end, and an outflow may have waited too long for its entry in the log.</summary>
    public void Pass(OwnerState state, DateTimeOffset now, List<AlertNotice> told)
    {
        var overdue = state.Unmatched.FindAll(unmatched => now - unmatched.Time > owner.Policy.WithdrawalGrace);
        state.Unmatched.RemoveAll(overdue.Contains);
        foreach (var ofStep in overdue.GroupBy(unmatched => unmatched.Step))
        {
            List<Payout> payouts = [.. ofStep.Select(unmatched => unmatched.Payout)];
            var scene = new Scene(ofStep.Key with { Payouts = payouts }, owner, state, worth) { Unordered = payouts };
            scene.Freshness = FreshnessOf(state, ofStep.Key, scene.Main.To);
            _desk.Decide(state, Scale.Weigh(scene), told);
        }

        if (state.Alert is { } alert && now - alert.Last >= AlertPolicy.Quiet)
        {
            End(state, now, $"nothing more left for {AlertPolicy.Quiet.TotalHours:0} hours", told);
        }
    }

    public void End(OwnerState state, DateTimeOffset at, string why, List<AlertNotice> told)
    {
        if (state.Alert is { } alert)
        {
            told.Add(_writer.Ended(alert, state, at, why));
            state.Alert = null;
        }
    }

    private void TakePayouts(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        var (plan, rest) = PlannedUse.Cover(owner, state, step);
        if (plan is not null)
        {
            string moved = _writer.Movement(step.Payouts.Except(rest).Select(payout => (payout.Asset, payout.Units)));
            _desk.Beside(state, step, AlertClass.Planned, $"{owner.Name}: {moved} moved as planned ({plan.Id}: {plan.Reason}).", told);
        }

        if (rest.Count > 0)
        {
            TakeOutflow(state, plan is null ? step : Without(step, rest), told);
        }
    }

    private void TakeOutflow(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        var scene = new Scene(step, owner, state, worth);
        Reconcile(state, step, scene);
        bool isDust = step.Unpriced.Count == 0 && Dust * step.Usd.Micros < owner.Policy.Floor.Micros;
        bool isTold = false;
        if (!isDust || scene.Unordered is { Count: > 0 })
        {
            var recent = new RecentOutflow(step.Time, step.Chain, step.Tx, step.Usd, step.Payouts);
            state.Outflows.Add(recent);
            scene.Freshness = FreshnessOf(state, step, scene.Main.To);
            if (AlertPolicy.IsLookedAt(scene) || IsInAlert(state, step))
            {
                recent.Share = scene.Share.Thousandths;
                isTold = _desk.Decide(state, Scale.Weigh(scene), told);
            }

            Meet(state, step, scene);
        }

        if (!isTold)
        {
            foreach (var payout in step.Payouts)
            {
                state.Own(payout.Purse).Learn(Scene.HabitOf(step, payout));
            }
        }
    }

    private void Reconcile(OwnerState state, OwnerStep step, Scene scene)
    {
        if (!owner.Policy.ReconcilesWithdrawals)
        {
            return;
        }

        var unordered = WithdrawalLedger.Reconcile(state, step);
        if (unordered.Count == 0 || owner.Policy.WithdrawalGrace == TimeSpan.Zero)
        {
            scene.Unordered = unordered;
            return;
        }

        state.Unmatched.AddRange(unordered.Select(payout => new Unmatched(step.Time, step, payout)));
    }

    // Who was first paid within the last day is as fresh as it was then: being paid by the owner makes no past.
    private static Freshness FreshnessOf(OwnerState state, OwnerStep step, Transfers.Address? to)
    {
        if (to is not { } address)
        {
            return new(null, "the recipient has no address");
        }

        var now = Freshness.Of(step.Histories.GetValueOrDefault(address), step.Time);
        return state.Met(address) is { Freshness: { } then } met && then > (now.Grade ?? -1)
            ? new(then, $"without a past when the owner first paid it at {met.First:HH:mm}")
            : now;
    }

    private static void Meet(OwnerState state, OwnerStep step, Scene scene)
    {
        foreach (var payout in step.Payouts)
        {
            if (payout.To is not { } to)
            {
                continue;
            }

            var usd = payout.Usd ?? UsdValue.Zero;
            int? grade = to == scene.Main.To ? scene.Freshness.Grade : Freshness.Of(step.Histories.GetValueOrDefault(to), step.Time).Grade;
            state.Meet(to, state.Met(to) is { } met ? met with { Usd = met.Usd + usd } : new(step.Time, grade, usd, step.Tx, usd));
        }
    }

    private static bool IsInAlert(OwnerState state, OwnerStep step) =>
        state.Alert is { } alert && step.Payouts.Any(payout => payout.To is { } to && alert.Block.Exists(known => known.Address == to));

    private void TakeOwnMoves(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        if (state.Alert is null || step.OwnMoves.Count == 0)
        {
            return;
        }

        bool isRescue = step.OwnMoves.Any(move => move.Use is WalletUse.Cold or WalletUse.Treasury);
        var usd = UsdValue.Sum(step.OwnMoves.Select(move => move.Usd).OfType<UsdValue>());
        if (!isRescue && usd < owner.Policy.Floor)
        {
            return;
        }

        string moved = $"{_writer.Movement(step.OwnMoves.Select(move => (move.Asset, move.Units)))} ({Words.Usd(usd)})";
        string to = Words.At(step.Chain, step.OwnMoves[^1].To);
        _desk.Beside(state, step, isRescue ? AlertClass.Rescue : AlertClass.Internal, isRescue
            ? $"{owner.Name}: {moved} brought to safety in the owner's own wallet {to}."
            : $"{owner.Name}: {moved} moved between the owner's own wallets, to {to}.", told);
    }

    private static void NoteTopUps(OwnerState state, OwnerStep step)
    {
        foreach (var receipt in step.Receipts)
        {
            bool isGas = receipt.Asset.Reference.StartsWith("slip44:", StringComparison.Ordinal) && receipt.Usd is { } usd && usd <= MostGas;
            if (isGas && step.Payouts.Count == 0 && state.TopUps.Count < OwnerState.MostGrants && !Transfers.ChainRegistry.IsUtxo(step.Chain))
            {
                state.TopUps.Add(new(step.Time, receipt.Purse, receipt.From, step.Tx));
            }
        }
    }

    private static void NoteManner(OwnerState state, OwnerStep step)
    {
        if (step is { Sent: { } sent, SentByOwner: true } && step.Changes.Count > 0)
        {
            var purse = state.Own(step.Changes[0].Purse);
            purse.Manner = purse.Manner.After(sent);
        }
    }

    private static OwnerStep Without(OwnerStep step, List<Payout> rest) => step with
    {
        Payouts = rest,
        Usd = UsdValue.Sum(rest.Select(payout => payout.Usd).OfType<UsdValue>()),
        Unpriced = [.. rest.Where(payout => payout.Usd is null).Select(payout => payout.Asset).Distinct()],
    };
}
