using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Guard (d): what the victim itself moves, to its rescue wallet or between its own, is no loss.</summary>
public static class OwnRescue
{
    public const string Name = "own-rescue";

    /// <summary>Null where the recipient is not the victim.</summary>
    public static LossClass? ClassOf(Transfer transfer, LossParties parties) =>
        parties.IsRescue(transfer.Chain, transfer.To) ? LossClass.InternalRescue
        : parties.IsVictim(transfer.Chain, transfer.To) ? LossClass.InternalShuffle
        : null;
}
