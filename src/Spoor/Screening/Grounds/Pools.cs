namespace Spoor.Screening.Grounds;

/// <summary>What a holding had at each of its movements.</summary>
/// <remarks>
/// Data are often partial: a holding that spends more than it was seen to receive must have had the rest before. So the
/// balance is told from its end: at the end it is what is left when nothing is spent that was not there, and going back each payment puts back what it took.
/// </remarks>
internal static class Pools
{
    public static void Fill(Movement[] movements, ReadOnlySpan<int> received, ReadOnlySpan<int> spent)
    {
        var pool = AtEnd(movements, received, spent);
        int i = received.Length - 1;
        int o = spent.Length - 1;
        while (i >= 0 || o >= 0)
        {
            if (o < 0 || (i >= 0 && received[i] > spent[o]))
            {
                ref var receipt = ref movements[received[i--]];
                receipt.PoolAfter = pool;
                pool = pool > receipt.Amount ? pool - receipt.Amount : UInt128.Zero;
            }
            else
            {
                ref var payment = ref movements[spent[o--]];
                pool = Saturated.Add(pool, payment.Amount);
                payment.PoolBefore = pool;
            }
        }
    }

    private static UInt128 AtEnd(Movement[] movements, ReadOnlySpan<int> received, ReadOnlySpan<int> spent)
    {
        var pool = UInt128.Zero;
        int i = 0;
        int o = 0;
        while (i < received.Length || o < spent.Length)
        {
            if (o >= spent.Length || (i < received.Length && received[i] < spent[o]))
            {
                pool = Saturated.Add(pool, movements[received[i++]].Amount);
            }
            else
            {
                var amount = movements[spent[o++]].Amount;
                pool = pool > amount ? pool - amount : UInt128.Zero;
            }
        }

        return pool;
    }
}
