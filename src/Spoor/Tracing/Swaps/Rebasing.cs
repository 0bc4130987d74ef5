using Spoor.Transfers;

namespace Spoor.Tracing.Swaps;

/// <summary>Splits what was given over what was received, where either side has several assets.</summary>
/// <remarks>
/// Every asset of a side counts what it is worth, or the same where that is not known. What the lots stand for in the stolen asset
/// is split by largest remainder, so nothing of it is lost.
/// </remarks>
internal static class Rebasing
{
    /// <returns>The lots of each asset received, in order; a lot may have no unit and still stand for something.</returns>
    public static List<List<TakenLot>> Split(List<List<TakenLot>> given, Conversion conversion)
    {
        var received = conversion.Received;
        var (ofGiven, ofReceived) = (WeightsOf(conversion.GivenWeights, given.Count), WeightsOf(conversion.ReceivedWeights, received.Count));
        var units = received.Select(side => Portions(side.Amount, ofGiven)).ToList();
        List<List<TakenLot>> parts = [.. received.Select(_ => new List<TakenLot>())];
        for (int i = 0; i < given.Count; i++)
        {
            var origins = given[i].ConvertAll(taken => Portions(taken.Lot.Origin, ofReceived));
            for (int j = 0; j < received.Count; j++)
            {
                List<Lot> lots = [.. given[i].Select((taken, n) => taken.Lot with { Origin = origins[n][j] })];
                parts[j].AddRange(SwapTaint.Rebase(lots, units[j][i]).Select(lot => new TakenLot(0, lot)));
            }
        }

        return parts;
    }

    /// <summary>What was given as one asset, as one payment.</summary>
    public static List<TakenLot> Carry(List<TakenLot> given, Amount received) =>
        [.. SwapTaint.Rebase(given.ConvertAll(taken => taken.Lot), received).Select(lot => new TakenLot(0, lot))];

    private static UInt128[] WeightsOf(IReadOnlyList<UInt128> weights, int count) =>
        weights.Count > 0 ? [.. weights] : [.. Enumerable.Repeat(UInt128.One, count)];

    private static Amount[] Portions(Amount total, UInt128[] weights)
    {
        var split = new UInt128[weights.Length];
        LargestRemainder.Split(total.Units, weights, split);
        return Array.ConvertAll(split, units => new Amount(units));
    }
}
