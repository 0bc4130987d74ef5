using Spoor.Detection.Owners;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Carries one owner's state forward, step by step, and says what is to be told. The same steps give the same notices.</summary>
internal sealed class OwnerWatch(WatchedOwner owner, AssetWorth worth)
{
    // Gas for some hundred transfers at most; more is a payment.
    private static readonly UsdValue MostGas = UsdValue.OfDollars(500);

    private readonly NoticeWriter _writer = new(owner, worth);
    private readonly AlertDesk _desk = new(owner, worth);
    private readonly OutflowWatch _outflows = new(owner, worth);
    private readonly OwnMoveWatch _ownMoves = new(owner, worth);
    private readonly TrackedWatch? _tracked = owner.IsTracked ? new(owner, worth) : null;

    public void Take(OwnerState state, OwnerStep step, ChainClocks clocks, List<AlertNotice> told)
    {
        state.Forget(clocks);
        foreach (var change in step.Changes)
        {
            var purse = state.Own(change.Purse);
            if (step.IsFromBeginning)
            {
                purse.BeginAtNothing(change.Asset);
            }

            purse.Change(change.Asset, change.Units);
        }

        if (_tracked is not null)
        {
            _tracked.Take(state, step, told);
            return;
        }

        _ownMoves.Take(state, step, told);
        ControlWatch.Take(owner, _desk, state, step, told);
        if (step.Payouts.Count > 0)
        {
            _outflows.Take(state, step, told);
        }

        if (step.Payouts.Count == 0)
        {
            NoteBrought(state, step);
            NoteTopUps(state, step);
        }

        NoteManner(state, step);
    }

    /// <summary>Whether <see cref="Pass"/> would change anything.</summary>
    public bool IsDue(OwnerState state, ChainId chain, DateTimeOffset now) =>
        IsQuiet(state.Alert, chain, now)
        || (state.Alert is { } alert && _desk.IsDue(alert, now))
        || state.Unmatched.Exists(unmatched => unmatched.Step.Chain == chain && now - unmatched.Time > owner.Policy.WithdrawalGrace);

    /// <summary>Lets time pass on a chain: an alert may end, and an outflow may have waited too long for its entry in the log.</summary>
    public void Pass(OwnerState state, ChainId chain, DateTimeOffset now, List<AlertNotice> told)
    {
        _outflows.Pass(state, chain, now, told);
        _desk.TellHeld(state, now, told);
        if (!IsQuiet(state.Alert, chain, now))
        {
            return;
        }

        state.Alert = state.Alert! with { Awaited = state.Alert.Awaited.Remove(chain) };
        if (state.Alert.Awaited.IsEmpty)
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

    private static bool IsQuiet(OpenAlert? alert, ChainId chain, DateTimeOffset now) =>
        alert is not null && alert.Awaited.TryGetValue(chain, out var last) && now - last >= AlertPolicy.Quiet;

    // Who holds enough already needs no gas: then it is a deposit.
    private bool HadLittle(OwnerState state, Receipt receipt, DateTimeOffset at)
    {
        var before = state.Purses[receipt.Purse].BalanceOf(receipt.Asset).Units - receipt.Units;
        return before.Sign <= 0 || worth.Of(receipt.Asset, before, at) is not { } usd || usd <= MostGas;
    }

    // Only what is large enough that its return would wake somebody.
    private void NoteBrought(OwnerState state, OwnerStep step)
    {
        foreach (var receipt in step.Receipts)
        {
            if (receipt is { From: { } from, Usd: { } usd } && usd >= owner.Policy.Floor)
            {
                state.Brought.Add(new(from, receipt.Asset, step.Time, receipt.Units, 0));
            }
        }
    }

    private void NoteTopUps(OwnerState state, OwnerStep step)
    {
        foreach (var receipt in step.Receipts)
        {
            bool isGas = receipt.Asset.Reference.StartsWith("slip44:", StringComparison.Ordinal) && receipt.Usd is { } usd && usd <= MostGas;
            if (isGas && !ChainRegistry.IsUtxo(step.Chain) && HadLittle(state, receipt, step.Time))
            {
                // The newest are the ones that were sent for what comes next.
                if (state.TopUps.Count >= OwnerState.MostGrants)
                {
                    state.TopUps.RemoveAt(0);
                }

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
}
