using System.Numerics;
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

    private static readonly BigInteger MostUsd = UInt128.MaxValue;

    /// <exception cref="FormatException">The terms do not fit the balances; the message names the asset.</exception>
    public static PledgeTable Of(BalanceTable balances, CompensationTerms terms)
    {
        CheckLosses(balances, terms);
        var assets = terms.Assets.Select(asset => (asset.Code, asset.Decimals)).ToList();
        var inKind = terms.Policy == PledgePolicy.Full ? balances.AsPledges(assets) : ProRata(balances, terms, assets);
        return terms.PricedAt is null ? inKind : new(balances.Customers, [(UsdCode, UsdDecimals)], [InDollars(terms, inKind)]);
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

    private static PledgeTable ProRata(BalanceTable balances, CompensationTerms terms, List<(string Code, int Decimals)> assets)
    {
        var columns = new UInt128[assets.Count][];
        Parallel.For(0, columns.Length, asset =>
        {
            var (promised, _) = LargestRemainder.MultiplyDivide(terms.Assets[asset].Loss.Units, (UInt128)terms.SharePerMillion, CompensationTerms.Whole);
            columns[asset] = new UInt128[balances.Customers.Count];
            LargestRemainder.Split(promised, balances.Column(asset), columns[asset]);
        });
        return new(balances.Customers, assets, columns);
    }

    private static UInt128[] InDollars(CompensationTerms terms, PledgeTable inKind)
    {
        var dollars = new UInt128[inKind.Customers.Count];
        var parts = new UInt128[inKind.Customers.Count];
        var sum = UInt128.Zero;
        for (int asset = 0; asset < terms.Assets.Count; asset++)
        {
            var worth = WorthOf(terms.Assets[asset], inKind.Assets[asset].Total);
            sum = worth <= UInt128.MaxValue - sum ? sum + worth : throw TooMuch(terms.Assets[asset].Code);
            LargestRemainder.Split(worth, inKind.Column(asset), parts);
            for (int customer = 0; customer < dollars.Length; customer++)
            {
                dollars[customer] += parts[customer];
            }
        }

        return dollars;
    }

    private static UInt128 WorthOf(LostAsset asset, Amount total)
    {
        if (asset.UsdPrice is not { } price)
        {
            return total.IsZero
                ? UInt128.Zero
                : throw new FormatException($"{asset.Code}: expected a price in US dollars, since everything is to be paid in dollars, found none.");
        }

        var worth = UsdValue.Of(Coins.Of(total, asset.Decimals), price).Micros;
        return worth <= MostUsd ? (UInt128)worth : throw TooMuch(asset.Code);
    }

    private static FormatException TooMuch(string code) =>
        new($"{code}: expected a worth of less than 2^128 millionths of a dollar, with the assets above it, found more; check its decimals and price.");
}
