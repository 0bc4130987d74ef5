using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Transfers;

namespace Spoor.Detection.Watching;

/// <summary>Notes who was given power over a wallet, and tells of it when that is alarming by itself.</summary>
/// <remarks>
/// Anybody can make a contract whose log says that the wallet approved somebody. So a change is believed only when the
/// wallet itself said it, or when the owner sent the transaction.
/// </remarks>
internal static class ControlWatch
{
    public static void Take(WatchedOwner owner, AlertDesk desk, OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        foreach (var change in step.Controls)
        {
            if (change.Kind == ControlKind.FreezeProposed || !IsBelieved(step, change) || IsTakenBack(change) || IsOwn(owner, step, change))
            {
                continue;
            }

            int? grade = change.Holder is { } holder ? Freshness.Of(step.Histories.GetValueOrDefault(holder), step.Time).Grade : null;
            if (state.Grants.Count < OwnerState.MostGrants)
            {
                state.Grants.Add(new(step.Time, step.Chain, change, grade));
            }

            Tell(owner, desk, state, step, change, grade, told);
        }
    }

    private static void Tell(
        WatchedOwner owner, AlertDesk desk, OwnerState state, OwnerStep step, ControlChange change, int? grade, List<AlertNotice> told)
    {
        bool isStrong = ControlChangeSignal.IsStrong(change.Kind);
        if (!isStrong && grade is null or < Freshness.Young)
        {
            return;
        }

        string value = $"{change.Kind} of {Words.At(step.Chain, change.Subject)} to {Words.At(step.Chain, change.Holder)}";
        if (PlanOf(owner, step, change) is { } plan)
        {
            desk.Beside(state, step, AlertClass.Planned, $"{owner.Name}: {value}, as planned ({plan.Id}: {plan.Reason}).", told);
            return;
        }

        var signal = new Signal
        {
            Kind = SignalKind.ControlChange,
            Weight = SignalWeights.Builtin.Of(isStrong ? "control-strong" : "control-approval"),
            Value = value,
            Threshold = isStrong ? "any change of owners, threshold, modules, code or permissions" : "a holder first seen less than 7 days ago",
            Speaks = true,
            Words = isStrong ? "Power over a wallet changed:" : "A new address was given an allowance:",
            Evidence = [step.Tx],
        };
        desk.ControlChanged(state, step, signal, isStrong ? AlertSeverity.High : AlertSeverity.Medium, told);
    }

    private static bool IsBelieved(OwnerStep step, ControlChange change) =>
        change.Contract == change.Subject || step.SentByOwner == true;

    private static bool IsTakenBack(ControlChange change) =>
        change.Kind == ControlKind.RoleRevoked
        || (change.Kind is ControlKind.Approval or ControlKind.ApprovalForAll && change.Amount is { IsZero: true });

    private static bool IsOwn(WatchedOwner owner, OwnerStep step, ControlChange change) =>
        change.Holder is { } holder && owner.Wallets.Any(wallet => wallet.Chain == step.Chain && wallet.Address == holder);

    private static PlannedMovement? PlanOf(WatchedOwner owner, OwnerStep step, ControlChange change) =>
        owner.Planned.FirstOrDefault(plan =>
            step.Time >= plan.From && step.Time <= plan.Until && (plan.Chain is null || plan.Chain == step.Chain)
            && change.Holder is { } holder && plan.Recipients.Contains(holder));
}
