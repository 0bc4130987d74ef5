using Spoor.Tracing;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Response.Compensation;

/// <summary>Turns balances and losses into what each customer is promised.</summary>
/// <remarks>
/// Proportions are whole units by the method of the largest remainder, ties to the customer named first, so that the parts
/// sum to the whole exactly. Dollars are rounded once, for the sum of an asset, and then shared out in the same way.
/// </remarks>
public static class Pledging
{
    /// <summary>The one asset into which everything is turned at prices, in millionths of a dollar.</summary>
    public const string UsdCode = "USD";

    public const int UsdDecimals = 6;

    /// <exception cref="FormatException">The terms do not fit the balances; the message names the asset.</exception>
    public static PledgeTable Of(BalanceTable balances, CompensationTerms terms)
    {
        var columns = new UInt128[terms.Assets.Count][];
        CheckLosses(balances, terms);
        Parallel.For(0, columns.Length, asset => columns[asset] = InKind(balances, terms, asset));
        return terms.PricedAt is null
            ? new(balances.Customers, [.. terms.Assets.Select(asset => (asset.Code, asset.Decimals))], columns)
            : new(balances.Customers, [(UsdCode, UsdDecimals)], [InDollars(terms, columns, balances.Customers.Count)]);
    }

    private static void CheckLosses(BalanceTable balances, CompensationTerms terms)
    {
        for (int asset = 0; asset < terms.Assets.Count; asset++)
        {
            if (terms.Policy == PledgePolicy.ProRata && terms.Assets[asset].Loss > balances.Totals[asset])
            {
                throw new FormatException(
                    $"{terms.Assets[asset].Code}: expected a loss of customers' money, at most their balances of {balances.Totals[asset]} units, found {terms.Assets[asset].Loss}. "
                    + "What was lost beyond them is the exchange's own; state the customers' part.");
            }
        }
    }

    private static UInt128[] InKind(BalanceTable balances, CompensationTerms terms, int asset)
    {
        if (terms.Policy == PledgePolicy.Full)
        {
            return balances.Column(asset).ToArray();
        }

        var (promised, _) = LargestRemainder.MultiplyDivide(terms.Assets[asset].Loss.Units, (UInt128)terms.SharePerMillion, CompensationTerms.Whole);
        var parts = new UInt128[balances.Customers.Count];
        LargestRemainder.Split(promised, balances.Column(asset), parts);
        return parts;
    }

    private static UInt128[] InDollars(CompensationTerms terms, UInt128[][] columns, int customers)
    {
        var dollars = new UInt128[customers];
        var parts = new UInt128[customers];
        for (int asset = 0; asset < columns.Length; asset++)
        {
            LargestRemainder.Split(WorthOf(terms.Assets[asset], columns[asset]), columns[asset], parts);
            for (int customer = 0; customer < customers; customer++)
            {
                dollars[customer] += parts[customer];
            }
        }

        return dollars;
    }

    private static UInt128 WorthOf(LostAsset asset, UInt128[] column)
    {
        var total = Amount.Zero;
        foreach (var units in column)
        {
            total += new Amount(units);
        }

        if (asset.UsdPrice is not { } price)
        {
            return total.IsZero
                ? UInt128.Zero
                : throw new FormatException($"{asset.Code}: expected a price in US dollars, since everything is to be paid in dollars, found none.");
        }

        return (UInt128)UsdValue.Of(Coins.Of(total, asset.Decimals), price).Micros;
    }
}
