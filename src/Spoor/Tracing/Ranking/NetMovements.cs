using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>The movements of one address, net for each transaction, asset and other side, and which of them are swaps.</summary>
/// <remarks>
/// A transaction is a swap of an address when it leaves it with less of some assets and more of others. Wrapping and
/// liquidity are swaps, too, because minted and burnt tokens count; without prices, several assets that came back count
/// the same. What was passed through nets to nothing and vanishes.
/// </remarks>
internal static class NetMovements
{
    // As many as a pool has. Where more came back, somebody sent worthless tokens along.
    private const int MostAssets = 8;

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
            .OrderBy(position => position.Asset)
            .ToList();
        return
            from movement in movements
            group movement by (movement.Asset, movement.Party) into between
            let sum = Sum(between)
            where !sum.IsZero
            let paid = sum.Sign < 0
            let at = between.Where(movement => movement.Paid == paid).Max(movement => movement.At)
            orderby at, between.Key.Asset, between.Key.Party
            let net = between.First() with { At = at, Paid = paid, Amount = AmountOf(BigInteger.Abs(sum)) }
            from part in PartsOf(net, left)
            select part;
    }

    /// <summary>The movement once for each asset that came back for it; itself where it was no swap.</summary>
    private static IEnumerable<Movement> PartsOf(Movement net, List<(AssetId Asset, BigInteger Net)> left)
    {
        var back = left.Where(position => position.Net.Sign > 0 == net.Paid).ToList();
        return back.Count is > 0 and <= MostAssets && left.Exists(position => position.Asset == net.Asset && position.Net.Sign < 0 == net.Paid)
            ? back.Select(position => net with { SwappedFor = position.Asset, Parts = back.Count })
            : [net];
    }

    private static BigInteger Sum(IEnumerable<Movement> movements) =>
        movements.Aggregate(BigInteger.Zero, (sum, movement) => movement.Paid ? sum - movement.Amount.Units : sum + movement.Amount.Units);

    // No honest asset comes near the limit; a worthless one that does must not stop the ranking.
    private static Amount AmountOf(BigInteger units) => new(units > UInt128.MaxValue ? UInt128.MaxValue : (UInt128)units);
}
