using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Knows whom an owner paid of late, and how new they were then.</summary>
internal static class Newcomers
{
    /// <summary>Who was first paid within the last day is as fresh as it was then: being paid by the owner makes no past.</summary>
    public static Freshness FreshnessOf(OwnerState state, OwnerStep step, Address? to)
    {
        if (to is not { } address)
        {
            return Freshness.WithoutAddress;
        }

        var now = Freshness.Of(step.Histories.GetValueOrDefault(address), step.Time);
        return state.Met(address) is { Freshness: { } then } met && then > (now.Grade ?? -1) ? Freshness.WhenMet(then, met.First) : now;
    }

    /// <summary>Remembers whom an outflow paid.</summary>
    public static void Meet(OwnerState state, OwnerStep step, Scene scene)
    {
        foreach (var payout in step.Payouts)
        {
            if (payout.To is not { } to)
            {
                continue;
            }

            var usd = payout.Usd ?? UsdValue.Zero;
            var met = state.Met(to);
            int? grade = met is not null ? met.Freshness : to == scene.Main.To ? scene.Freshness.Grade : Freshness.Of(step.Histories.GetValueOrDefault(to), step.Time).Grade;
            if (grade >= Freshness.New)
            {
                state.Hours.LeaveToFresh(step.Time, usd, isFirst: met is null);
            }

            // Customers of old need not be met, and must not crowd out who is new.
            if (met is not null || grade >= Freshness.Young || !state.Purses[payout.Purse].Habit.Knows(to))
            {
                state.Meet(to, met is null ? new(step.Chain, step.Time, grade, usd, step.Tx, usd) : met with { Usd = met.Usd + usd });
            }
        }
    }

    /// <summary>Notes what goes to those who brought large amounts.</summary>
    public static void GiveBack(OwnerState state, OwnerStep step)
    {
        if (state.Brought.All.Count == 0)
        {
            return;
        }

        foreach (var payout in step.Payouts)
        {
            if (payout.To is { } to)
            {
                state.Brought.GiveBack(to, payout.Asset, payout.Units);
            }
        }
    }
}
