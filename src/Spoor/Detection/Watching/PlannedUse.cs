using System.Numerics;
using Spoor.Detection.Owners;
using Spoor.Detection.Steps;

namespace Spoor.Detection.Watching;

/// <summary>Holds outflows against what the owner announced, and counts its limits down.</summary>
internal static class PlannedUse
{
    /// <summary>Takes the payments that a plan covers out of a step.</summary>
    /// <returns>The plan that covered something, or null; and the payments that none covers.</returns>
    public static (PlannedMovement? Plan, List<Payout> Unplanned) Cover(WatchedOwner owner, OwnerState state, OwnerStep step)
    {
        PlannedMovement? used = null;
        List<Payout> rest = [];
        foreach (var payout in step.Payouts)
        {
            int plan = Find(owner, state, step, payout);
            if (plan < 0)
            {
                rest.Add(payout);
                continue;
            }

            used ??= owner.Planned[plan];
            state.PlannedUse[(plan, payout.Asset)] = state.PlannedUse.GetValueOrDefault((plan, payout.Asset)) + payout.Units;
        }

        return (used, rest);
    }

    private static int Find(WatchedOwner owner, OwnerState state, OwnerStep step, Payout payout)
    {
        for (int i = 0; i < owner.Planned.Count; i++)
        {
            var plan = owner.Planned[i];
            bool isNow = step.Time >= plan.From && step.Time <= plan.Until && (plan.Chain is null || plan.Chain == step.Chain);
            bool isBetween = payout.To is { } to && plan.Recipients.Contains(to)
                && (plan.Senders.Count == 0 || state.PurseNames[payout.Purse].Wallets.Exists(wallet => plan.Senders.Contains(wallet.Address)));
            if (isNow && isBetween && IsWithin(plan, state.PlannedUse.GetValueOrDefault((i, payout.Asset)), payout))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsWithin(PlannedMovement plan, BigInteger used, Payout payout) =>
        plan.Limits.Count == 0
        || (plan.Limits.TryGetValue(payout.Asset, out var most) && used + payout.Units <= (BigInteger)most.Units);
}
