using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>What one customer is promised of one asset: what was paid of it, and what is due.</summary>
/// <remarks>
/// Only these two parts are kept, and <see cref="Pledged"/> is their sum, so no account can be out of balance; amounts have
/// no sign, so none can be paid more than is due.
/// </remarks>
/// <param name="Claimed">Of what is due, how much the customer has asked for.</param>
/// <param name="Dispute">The open dispute about it; null where there is none.</param>
public readonly record struct PledgeAccount(Amount Paid, Amount Due, Amount Claimed, string? Dispute)
{
    public Amount Pledged => Paid + Due;

    /// <summary>Of what is due, how much is disputed: all of it, or nothing.</summary>
    public Amount Disputed => Dispute is null ? Amount.Zero : Due;

    public PledgeAccount Pay(Amount amount) => this with { Paid = Paid + amount, Due = Due - amount, Claimed = Amount.Min(Claimed, Due - amount) };

    public PledgeAccount Claim(Amount amount) => Claimed + amount <= Due ? this with { Claimed = Claimed + amount } : throw new OverflowException("More is claimed than is due.");

    /// <summary>The same with another pledge, of which so much is paid already.</summary>
    public PledgeAccount Pledge(Amount pledged) => this with { Due = pledged - Paid, Claimed = Amount.Min(Claimed, pledged - Paid) };
}
