namespace Spoor.Transfers;

/// <summary>A payment as its payer's list in a <see cref="TransferGraph"/> keeps it.</summary>
/// <param name="Payee">The recipient's number in the graph.</param>
/// <param name="Rank">The rank of the payment's position among all positions of the graph.</param>
public readonly record struct Payment(int Payee, int Rank);
