namespace Spoor.Tracing.Mixers;

/// <summary>First in, first out: what any assignment of withdrawals to deposits must allow.</summary>
internal static class NoteOrder
{
    /// <summary>Whether in every pool the n-th withdrawal has n deposits before it; if not, no assignment puts each deposit first.</summary>
    /// <param name="deposits">In position order.</param>
    /// <param name="withdrawals">In position order.</param>
    public static bool Allows(IReadOnlyList<MixerDeposit> deposits, IReadOnlyList<MixerWithdrawal> withdrawals)
    {
        foreach (var ofPool in withdrawals.GroupBy(withdrawal => withdrawal.Pool))
        {
            var put = deposits.Where(deposit => deposit.Pool == ofPool.Key).ToList();
            int i = 0;
            foreach (var withdrawal in ofPool)
            {
                if (i >= put.Count || put[i].Position >= withdrawal.Position)
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    /// <summary>Notes by pool, written so that equal counts are equal texts: <c>2 × 1 ETH, 1 × 10 ETH</c>.</summary>
    public static string CountsOf(IEnumerable<MixerPool> notes) => string.Join(
        ", ",
        notes.GroupBy(pool => pool).OrderBy(group => group.Key.Asset).ThenBy(group => group.Key.Denomination).ThenBy(group => group.Key.Address)
            .Select(group => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group.Count()} × {group.Key.Name}")));
}
