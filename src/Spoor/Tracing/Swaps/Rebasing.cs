using Spoor.Transfers;

namespace Spoor.Tracing.Swaps;

/// <summary>Splits what was given over what was received, where either side has several assets.</summary>
/// <remarks>
/// Every asset of a side counts the same: a pool holds its assets in equal worth, and a price for each at the block is seldom at
/// hand. What the lots stand for in the stolen asset is split by largest remainder, so nothing of it is lost.
/// </remarks>
internal static class Rebasing
{
    /// <returns>The lots of each asset received, in order; a lot may have no unit and still stand for something.</returns>
    public static List<List<TakenLot>> Split(List<List<TakenLot>> given, IReadOnlyList<ConvertedAmount> received)
    {
        var units = received.Select(side => Evenly(side.Amount, given.Count)).ToList();
        List<List<TakenLot>> parts = [.. received.Select(_ => new List<TakenLot>())];
        for (int i = 0; i < given.Count; i++)
        {
            var origins = given[i].ConvertAll(taken => Evenly(taken.Lot.Origin, received.Count));
            for (int j = 0; j < received.Count; j++)
            {
                List<Lot> lots = [.. given[i].Select((taken, n) => taken.Lot with { Origin = origins[n][j] })];
                parts[j].AddRange(SwapTaint.Rebase(lots, units[j][i]).Select(lot => new TakenLot(0, lot)));
            }
        }

        return parts;
    }

    private static Amount[] Evenly(Amount total, int parts)
    {
        var weights = new UInt128[parts];
        var split = new UInt128[parts];
        Array.Fill(weights, UInt128.One);
        LargestRemainder.Split(total.Units, weights, split);
        return Array.ConvertAll(split, units => new Amount(units));
    }
}
