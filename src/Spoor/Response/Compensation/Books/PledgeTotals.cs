using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>Sums of one asset over all customers, each kept on its own, so that they can be held against one another.</summary>
/// <param name="Disputed">Of what is due, how much lies in accounts with an open dispute.</param>
public readonly record struct PledgeTotals(Amount Pledged, Amount Paid, Amount Due, Amount Claimed, Amount Disputed)
{
    public bool IsBalanced => Due <= Pledged && Paid == Pledged - Due && Claimed <= Due && Disputed <= Due;

    /// <summary>The totals when one account has become another.</summary>
    /// <exception cref="OverflowException">The pledges of the asset would reach 2^128.</exception>
    public PledgeTotals With(PledgeAccount before, PledgeAccount after) => new(
        Pledged - before.Pledged + after.Pledged,
        Paid - before.Paid + after.Paid,
        Due - before.Due + after.Due,
        Claimed - before.Claimed + after.Claimed,
        Disputed - before.Disputed + after.Disputed);
}
