using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Guard (f): what the victim brought to another chain counts where it was held when it was stolen.</summary>
/// <remarks>
/// The lock on one chain and the mint on the other would count one value twice. A payment out of the victim's wallets to a
/// stranger is a bridge where within a day the same symbol is minted, in the same amount, to a wallet of the victim on
/// another chain. Known errors: see <c>docs/methods/loss-guard-bridged.md</c>.
/// </remarks>
public static class BridgedWhereHeld
{
    public const string Name = "bridged-where-held";

    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public static IReadOnlyList<TransferLoss> Of(
        IReadOnlyList<TransferLoss> losses, IReadOnlyList<Transfer> transfers, LossParties parties, TokenList tokens)
    {
        var mints = transfers.Where(transfer => IsMint(transfer, parties)).ToList();
        return [.. losses.Select(loss => IsLock(loss) && TakeMint(loss.Transfer) ? loss with { Class = LossClass.Bridge, Reason = Name } : loss)];

        bool IsLock(TransferLoss loss) => loss is { Class: LossClass.Suspect, Transfer.IsTimed: true };

        bool TakeMint(Transfer sent)
        {
            int found = mints.FindIndex(mint => mint.Chain != sent.Chain && mint.Time >= sent.Time && mint.Time - sent.Time <= Window && AreEqual(sent, mint, tokens));
            if (found >= 0)
            {
                mints.RemoveAt(found);
            }

            return found >= 0;
        }
    }

    private static bool IsMint(Transfer transfer, LossParties parties) =>
        parties.IsVictim(transfer.Chain, transfer.To)
        && transfer.Kind is (TransferKind.Native or TransferKind.Token)
        && (transfer.From is null || transfer.From.Value.IsZeroAccount);

    private static bool AreEqual(Transfer sent, Transfer mint, TokenList tokens) =>
        tokens.TryGet(sent.Asset, out var one)
        && tokens.TryGet(mint.Asset, out var other)
        && one.Symbol == other.Symbol
        && Coins.Of(sent.Amount, one.Decimals) == Coins.Of(mint.Amount, other.Decimals);
}
