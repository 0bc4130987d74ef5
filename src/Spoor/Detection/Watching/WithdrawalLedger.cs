using System.Numerics;
using Spoor.Detection.Owners;
using Spoor.Detection.Steps;

namespace Spoor.Detection.Watching;

/// <summary>Compares what left with what the owner ordered.</summary>
internal static class WithdrawalLedger
{
    /// <summary>Takes the payments of a step off the withdrawals that are waited for.</summary>
    /// <returns>The payments without an entry.</returns>
    public static List<Payout> Reconcile(OwnerState state, OwnerStep step)
    {
        List<Payout> unordered = [];
        foreach (var payout in step.Payouts)
        {
            var entry = payout.To is { } to ? state.Expected.To(payout.Asset, to).FirstOrDefault(withdrawal => Covers(withdrawal, step, payout)) : null;
            if (entry is null)
            {
                unordered.Add(payout);
                continue;
            }

            state.Matched = state.Matched.With(entry);
            state.Expected = state.Expected.Without(entry.Id);
        }

        return unordered;
    }

    /// <summary>Enters what was ordered: it covers an outflow that waits for it, or waits for its outflow.</summary>
    public static void Enter(OwnerState state, Withdrawal withdrawal)
    {
        // After a restart the whole log is entered again: what covered a payment must not cover a second one.
        if (state.Matched.Has(withdrawal.Id))
        {
            return;
        }

        // Told again it may name its transaction, which is known only once it was sent: then it may cover what waits already.
        var entry = state.Expected.Find(withdrawal.Id) is { } known ? known with { Tx = withdrawal.Tx ?? known.Tx } : withdrawal;
        int waiting = state.Unmatched.FindIndex(unmatched => Covers(entry, unmatched.Step, unmatched.Payout));
        if (waiting < 0)
        {
            state.Expected = state.Expected.With(entry);
            return;
        }

        state.Unmatched.RemoveAt(waiting);
        state.Expected = state.Expected.Without(entry.Id);
        state.Matched = state.Matched.With(entry);
    }

    // The log may state the amount before the network's fee; then only the transaction tells which payment it was.
    private static bool Covers(Withdrawal withdrawal, OwnerStep step, Payout payout) =>
        withdrawal.Asset == payout.Asset
        && withdrawal.To == payout.To
        && (withdrawal.Tx is { } tx
            ? tx == step.Tx && (BigInteger)withdrawal.Amount.Units >= payout.Units
            : (BigInteger)withdrawal.Amount.Units == payout.Units);
}
