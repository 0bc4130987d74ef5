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
            int entry = state.Expected.FindIndex(withdrawal => Covers(withdrawal, step, payout));
            if (entry < 0)
            {
                unordered.Add(payout);
            }
            else
            {
                state.Matched = state.Matched.With(state.Expected[entry]);
                state.Expected.RemoveAt(entry);
            }
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

        int known = state.Expected.FindIndex(known => known.Id == withdrawal.Id);
        if (known >= 0)
        {
            // Told again it may name its transaction, which is known only once it was sent.
            state.Expected[known] = state.Expected[known] with { Tx = withdrawal.Tx ?? state.Expected[known].Tx };
            return;
        }

        int waiting = state.Unmatched.FindIndex(unmatched => Covers(withdrawal, unmatched.Step, unmatched.Payout));
        if (waiting >= 0)
        {
            state.Unmatched.RemoveAt(waiting);
            state.Matched = state.Matched.With(withdrawal);
            return;
        }

        if (state.Expected.Count >= OwnerState.MostExpected)
        {
            state.Expected.RemoveAt(0);
        }

        state.Expected.Add(withdrawal);
    }

    // The log may state the amount before the network's fee; then only the transaction tells which payment it was.
    private static bool Covers(Withdrawal withdrawal, OwnerStep step, Payout payout) =>
        withdrawal.Asset == payout.Asset
        && withdrawal.To == payout.To
        && (withdrawal.Tx is { } tx
            ? tx == step.Tx && (BigInteger)withdrawal.Amount.Units >= payout.Units
            : (BigInteger)withdrawal.Amount.Units == payout.Units);
}
