using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Only the first movement out of the victim's control makes a loss; what the thief does with it later never adds.</summary>
/// <remarks>
/// <para>Known errors: a payment to a stranger can be a customer's withdrawal or a theft to an address nobody has named
/// yet, so it is <see cref="LossClass.Suspect"/>. See <c>docs/methods/loss-gross-net.md</c>.</para>
/// </remarks>
public static class FirstMovement
{
    public const string Name = "first-movement";

    /// <summary>The movements of account chains that concern the loss; those of UTXO chains are <see cref="ChangeBack"/>'s.</summary>
    public static IEnumerable<TransferLoss> Of(IEnumerable<Transfer> transfers, LossParties parties)
    {
        foreach (var transfer in transfers.Where(transfer => transfer.Kind is TransferKind.Native or TransferKind.Token))
        {
            if (ClassOf(transfer, parties) is { } one)
            {
                yield return new(transfer, one.Class, transfer.Amount, one.Reason);
            }
        }
    }

    private static (LossClass Class, string Reason)? ClassOf(Transfer transfer, LossParties parties)
    {
        if (parties.IsVictim(transfer.Chain, transfer.From))
        {
            return OwnRescue.ClassOf(transfer, parties) is { } own ? (own, OwnRescue.Name)
                : parties.IsThief(transfer.Chain, transfer.To) ? (LossClass.Theft, Name)
                : (LossClass.Suspect, "left the victim for an address that nobody has named");
        }

        return transfer.From is null && parties.IsThief(transfer.Chain, transfer.To) ? (LossClass.Theft, "the sender was not published")
            : parties.IsThief(transfer.Chain, transfer.From) && IsOwn(transfer, parties) ? (LossClass.Returned, "back from the thief")
            : null;
    }

    private static bool IsOwn(Transfer transfer, LossParties parties) =>
        parties.IsVictim(transfer.Chain, transfer.To) || parties.IsRescue(transfer.Chain, transfer.To);
}
