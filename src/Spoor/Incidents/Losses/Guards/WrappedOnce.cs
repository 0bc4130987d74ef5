using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Guard (e): a wrapped coin and the coin in it count once.</summary>
/// <remarks>
/// Unwrapping burns the token and pays the same amount of the chain's coin to the same address in the same transaction;
/// the burn is then a swap, and what is stolen afterwards is the coin. Known errors: a wrapper that takes a fee pays
/// another amount and is not recognised; see <c>docs/methods/loss-guard-wrapped.md</c>.
/// </remarks>
public static class WrappedOnce
{
    public const string Name = "wrapped-once";

    public static IReadOnlyList<TransferLoss> Of(IReadOnlyList<TransferLoss> losses, IReadOnlyList<Transfer> transfers)
    {
        // Each payment of the coin answers one burn only.
        var payments = transfers.Where(transfer => transfer is { Kind: TransferKind.Native, To: not null })
            .GroupBy(transfer => (transfer.Chain, transfer.Tx, transfer.To, transfer.Amount))
            .ToDictionary(group => group.Key, group => group.Count());
        return [.. losses.Select(Unwrapped)];

        TransferLoss Unwrapped(TransferLoss loss)
        {
            var burn = loss.Transfer;
            var paid = (burn.Chain, burn.Tx, burn.From, burn.Amount);
            if (loss.Class is not (LossClass.Theft or LossClass.Suspect) || !IsBurn(burn) || payments.GetValueOrDefault(paid) == 0)
            {
                return loss;
            }

            payments[paid]--;
            return loss with { Class = LossClass.Swap, Reason = Name };
        }
    }

    private static bool IsBurn(Transfer transfer) =>
        transfer is { Kind: TransferKind.Token, From: not null, To: { } to }
        && (to.IsZeroAccount || (ChainRegistry.TryGet(transfer.Chain, out var chain) && IsContractOf(transfer.Asset, chain, to)));

    private static bool IsContractOf(AssetId asset, Chain chain, Address address) =>
        chain.Family is ChainFamily.Evm or ChainFamily.Tron && chain.TokenOf(address) == asset;
}
