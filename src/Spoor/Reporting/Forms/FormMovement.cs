using Spoor.Transfers;

namespace Spoor.Reporting.Forms;

/// <summary>A movement of a transaction that carried stolen value, to the smallest unit.</summary>
/// <param name="From">Null where it has no sender, or one without an address.</param>
/// <param name="To">Null where it has no recipient, or one without an address.</param>
/// <param name="Tainted">How much of the amount is stolen, by the rule of the case.</param>
public sealed record FormMovement(AssetId Asset, TransferKind Kind, FormAccount? From, FormAccount? To, Amount Amount, Amount Tainted);
