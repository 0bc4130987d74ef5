using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Looks at what leaves an owner, remembers it, and learns from what is not told.</summary>
internal sealed class OutflowWatch(WatchedOwner owner, AssetWorth worth)
{
    // Of less than a thousandth of the floor the windows keep nothing.
    private const int Dust = 1_000;

    private readonly NoticeWriter _writer = new(owner, worth);
    private readonly AlertDesk _desk = new(owner, worth);
    private readonly UsdValue _least = AlertPolicy.LeastOf(owner.Policy.Floor);
    private readonly UsdValue _leastKept = new((owner.Policy.Floor.Micros + Dust - 1) / Dust);

    public void Take(OwnerState state, OwnerStep given, List<AlertNotice> told)
    {
        var step = given;
        if (given.IsSwap)
        {
            if (Trades.IsTrade(state, given, owner, worth))
            {
                Reconcile(state, given);
                return;
            }

            step = Trades.Whole(given);
        }

        if (owner.Planned.Count == 0)
        {
            TakeOutflow(state, step, told);
            return;
        }

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

    /// <summary>Looks at the outflows that waited too long for their entry in the log.</summary>
    public void Pass(OwnerState state, ChainId chain, DateTimeOffset now, List<AlertNotice> told)
    {
        var overdue = state.Unmatched.FindAll(unmatched => unmatched.Step.Chain == chain && now - unmatched.Time > owner.Policy.WithdrawalGrace);
        state.Unmatched.RemoveAll(overdue.Contains);
        foreach (var ofStep in overdue.GroupBy(unmatched => unmatched.Step))
        {
            List<Payout> payouts = [.. ofStep.Select(unmatched => unmatched.Payout)];
            Miss(state, ofStep.Key, payouts);
            var scene = new Scene(ofStep.Key with { Payouts = payouts }, owner, state, worth) { Unordered = payouts };
            scene.Freshness = Newcomers.FreshnessOf(state, ofStep.Key, scene.Main.To);
            _desk.Decide(state, Scale.Weigh(scene), told);
        }
    }

    private void TakeOutflow(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        var before = state.Hours.Leave(step.Time, step.Usd, state.Alert is null);
        var floor = owner.Policy.Floor.Micros;
        var scene = new Scene(step, owner, state, worth) { StandsForMany = !floor.IsZero && (before + step.Usd).Micros / floor > before.Micros / floor };
        Reconcile(state, step, scene);
        bool isDust = step.Unpriced.Count == 0 && step.Usd < _leastKept;
        bool isTold = false;
        if (!isDust || scene.Unordered is { Count: > 0 })
        {
            scene.Freshness = Newcomers.FreshnessOf(state, step, scene.Main.To);
            isTold = IsTold(state, scene, told);
            Newcomers.Meet(state, step, scene);
        }

        Newcomers.GiveBack(state, step);
        if (!isTold)
        {
            foreach (var payout in step.Payouts)
            {
                state.Own(payout.Purse).Learn(Scene.HabitOf(step, payout));
            }
        }
        else if (scene.Freshness.Grade == 0)
        {
            // An old address that a wallet is emptied to day after day becomes known by it; one without a past never does.
            state.Own(scene.Main.Purse).Learn(Scene.HabitOf(step, scene.Main) with { IsTold = true });
        }
    }

    private bool IsTold(OwnerState state, Scene scene, List<AlertNotice> told)
    {
        var step = scene.Step;
        if (!state.IsAhead && step.Calm is { } calm)
        {
            state.Outflows.Add(calm);
            return false;
        }

        var recent = new RecentOutflow(step.Time, step.Chain, step.Tx, step.Usd, step.Payouts);
        state.Outflows.Add(recent);
        step.Calm = recent;
        bool isInAlert = IsInAlert(state, step);
        if (!isInAlert && !AlertPolicy.IsLookedAt(scene, _least))
        {
            return false;
        }

        recent.Share = scene.Share.Thousandths;
        var weighing = Scale.Weigh(scene, isInAlert ? int.MinValue : owner.Policy.AlertScore);
        recent.IsSuspect = weighing is { IsSuspect: true };
        bool isTold = weighing is not null && _desk.Decide(state, weighing, told);
        step.Calm = isTold ? null : recent;
        return isTold;
    }

    private void Reconcile(OwnerState state, OwnerStep step)
    {
        if (owner.Policy.ReconcilesWithdrawals)
        {
            WithdrawalLedger.Reconcile(state, step);
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
            Miss(state, step, unordered);
            return;
        }

        state.Unmatched.AddRange(unordered.Select(payout => new Unmatched(step.Time, step, payout)));
    }

    private static void Miss(OwnerState state, OwnerStep step, List<Payout> unordered)
    {
        if (unordered.Count > 0)
        {
            state.Miss(step.Chain, step.Time, UsdValue.Sum(unordered.Select(payout => payout.Usd).OfType<UsdValue>()));
        }
    }

    private static bool IsInAlert(OwnerState state, OwnerStep step) =>
        state.Alert is { } alert && step.Payouts.Any(payout => payout.To is { } to && alert.Block.Exists(known => known.Address == to));

    private static OwnerStep Without(OwnerStep step, List<Payout> rest) => step with
    {
        Payouts = rest,
        Usd = UsdValue.Sum(rest.Select(payout => payout.Usd).OfType<UsdValue>()),
        Unpriced = [.. rest.Where(payout => payout.Usd is null).Select(payout => payout.Asset).Distinct()],
        Calm = null,
    };
}
