using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>The loss as the transfers themselves show it, through all guards in their order.</summary>
public static class TransferLosses
{
    /// <param name="transfers">Everything known of the victim's and the thief's addresses, in any order.</param>
    public static IReadOnlyList<TransferLoss> Find(
        IEnumerable<Transfer> transfers, LossParties parties, TokenList tokens, IReadOnlyList<BalanceReconciliation> balances)
    {
        var once = SameTransferOnce.Of(transfers);
        IReadOnlyList<TransferLoss> losses = [.. FirstMovement.Of(once, parties), .. ChangeBack.Of(once, parties)];
        losses = WrappedOnce.Of(losses, once);
        losses = BridgedWhereHeld.Of(losses, once, parties, tokens);
        return BalanceDropCap.Of(losses, balances);
    }
}
