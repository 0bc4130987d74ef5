using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>A movement that concerns the loss, what it is held to be, and how much of it counts.</summary>
/// <param name="Counted">At most the movement's amount; less where a guard has cut it.</param>
/// <param name="Reason">Which rule decided the class or cut the amount.</param>
public sealed record TransferLoss(Transfer Transfer, LossClass Class, Amount Counted, string Reason);
