using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>The movements of one address, net for each transaction, asset and other side, and which of them are swaps.</summary>
/// <remarks>
/// A transaction is a swap of an address when it leaves it with less of one asset and more of one other. Wrapping and
/// unwrapping are swaps, too, because minted and burnt tokens count. What was passed through nets to nothing and vanishes.
/// </remarks>
internal static class NetMovements
{
    /// <param name="movements">In order of position, those of a transaction side by side.</param>
    public static List<Movement> Of(List<Movement> movements)
    {
        var net = new List<Movement>(movements.Count);
        for (int first = 0; first < movements.Count;)
        {
            int end = first + 1;
            while (end < movements.Count && movements[end].Tx == movements[first].Tx)
            {
                end++;
            }

            if (end - first == 1)
            {
                net.Add(movements[first]);
            }
            else
            {
                net.AddRange(OfTransaction(movements.GetRange(first, end - first)));
            }

            first = end;
        }

        return net;
    }

    private static IEnumerable<Movement> OfTransaction(List<Movement> movements)
    {
        var left = movements.GroupBy(movement => movement.Asset)
            .Select(ofAsset => (Asset: ofAsset.Key, Net: Sum(ofAsset)))
            .Where(position => !position.Net.IsZero)
            .ToList();
        var swap = left is [var one, var other] && one.Net.Sign != other.Net.Sign ? left : [];
        return
            from movement in movements
            group movement by (movement.Asset, movement.Party) into between
            let sum = Sum(between)
            where !sum.IsZero
            let paid = sum.Sign < 0
            let at = between.Where(movement => movement.Paid == paid).Max(movement => movement.At)
            orderby at, between.Key.Asset, between.Key.Party
            select between.First() with { At = at, Paid = paid, Amount = AmountOf(BigInteger.Abs(sum)), SwappedFor = Against(swap, between.Key.Asset, paid) };
    }

    private static AssetId? Against(List<(AssetId Asset, BigInteger Net)> swap, AssetId asset, bool paid) =>
        swap.Any(position => position.Asset == asset && position.Net.Sign < 0 == paid) ? swap.Find(position => position.Asset != asset).Asset : null;

    private static BigInteger Sum(IEnumerable<Movement> movements) =>
        movements.Aggregate(BigInteger.Zero, (sum, movement) => movement.Paid ? sum - movement.Amount.Units : sum + movement.Amount.Units);

    // No honest asset comes near the limit; a worthless one that does must not stop the ranking.
    private static Amount AmountOf(BigInteger units) => new(units > UInt128.MaxValue ? UInt128.MaxValue : (UInt128)units);
}
