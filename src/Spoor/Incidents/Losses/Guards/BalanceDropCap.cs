using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Guard (a): of no asset can more be stolen than is missing from the victim's balance.</summary>
/// <remarks>The last movements are cut first: what went round and came back was counted earlier.</remarks>
public static class BalanceDropCap
{
    public const string Name = "balance-drop-cap";

    /// <param name="balances">An asset without one is not capped, and <see cref="Unchecked"/> names it.</param>
    public static IReadOnlyList<TransferLoss> Of(IReadOnlyList<TransferLoss> losses, IReadOnlyList<BalanceReconciliation> balances)
    {
        var left = balances.ToDictionary(balance => balance.Asset, balance => balance.Drop);
        return [.. losses.Select(Capped)];

        TransferLoss Capped(TransferLoss loss)
        {
            if (loss.Class != LossClass.Theft || !left.TryGetValue(loss.Transfer.Asset, out var room))
            {
                return loss;
            }

            var counted = Amount.Min(loss.Counted, room);
            left[loss.Transfer.Asset] = room - counted;
            return counted == loss.Counted ? loss : loss with { Counted = counted, Reason = Name };
        }
    }

    /// <summary>Stolen assets whose balance nobody stated.</summary>
    public static IReadOnlyList<AssetId> Unchecked(IReadOnlyList<TransferLoss> losses, IReadOnlyList<BalanceReconciliation> balances) =>
    [
        .. losses.Where(loss => loss.Class == LossClass.Theft).Select(loss => loss.Transfer.Asset).Distinct()
            .Except(balances.Select(balance => balance.Asset)).Order(),
    ];
}
