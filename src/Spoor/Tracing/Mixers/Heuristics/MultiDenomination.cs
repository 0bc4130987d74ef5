using Spoor.Transfers;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>T3: one address received notes of several pools, and one address had deposited just as many of each.</summary>
/// <remarks>Tutela (arXiv 2201.06811), §3. A common mixture such as one note of each of two pools fits many; they share the probability.</remarks>
internal sealed class MultiDenomination : IMixerHeuristic
{
    public IEnumerable<MixerHypothesis> Find(MixerGround ground)
    {
        var depositorsIn = ground.Activity.Deposits.GroupBy(deposit => deposit.Pool)
            .ToDictionary(group => group.Key, group => group.Select(deposit => deposit.From).ToHashSet());
        var matches = ground.Recipients.SelectMany(recipient => Find(ground, recipient, depositorsIn)).ToList();
        return SeriesMatch.Hypotheses(
            ground, MixerMethod.Denominations, matches, match => $"One address received {Counts(match)} within the time of a series, and the source had deposited just that.");
    }

    private static IEnumerable<SeriesMatch> Find(MixerGround ground, Address recipient, Dictionary<MixerPool, HashSet<Address>> depositorsIn)
    {
        foreach (var taken in Bursts(ground.WithdrawalsTo(recipient), ground.Parameters.Series))
        {
            var pools = taken.Select(withdrawal => withdrawal.Pool).Distinct().ToList();
            if (pools.Count < 2 || pools.Exists(pool => !depositorsIn.ContainsKey(pool)))
            {
                continue;
            }

            string counts = NoteOrder.CountsOf(taken.Select(withdrawal => withdrawal.Pool));
            foreach (var depositor in depositorsIn[pools[0]].Where(depositor => depositor != recipient && pools.TrueForAll(pool => depositorsIn[pool].Contains(depositor))).Order())
            {
                var before = ground.DepositsOf(depositor).Where(deposit => deposit.Position < taken[^1].Position).ToList();
                if (Fitting(before, taken, counts, ground.Parameters.Series) is { } deposits)
                {
                    yield return new(depositor, taken[0].Recipient, deposits, taken);
                }
            }
        }
    }

    // Every window begins with a deposit and takes all within it; the latest that fits is the nearest to the withdrawals.
    private static List<MixerDeposit>? Fitting(List<MixerDeposit> before, IReadOnlyList<MixerWithdrawal> taken, string counts, TimeSpan series)
    {
        for (int i = before.Count - taken.Count; i >= 0; i--)
        {
            var window = before.Skip(i).TakeWhile(deposit => deposit.Time - before[i].Time <= series).ToList();
            if (window.Count == taken.Count && NoteOrder.CountsOf(window.Select(deposit => deposit.Pool)) == counts && NoteOrder.Allows(window, taken))
            {
                return window;
            }
        }

        return null;
    }

    private static IEnumerable<IReadOnlyList<MixerWithdrawal>> Bursts(IReadOnlyList<MixerWithdrawal> all, TimeSpan series)
    {
        for (int i = 0; i < all.Count;)
        {
            var burst = all.Skip(i).TakeWhile(withdrawal => withdrawal.Time - all[i].Time <= series).ToList();
            yield return burst;
            i += burst.Count;
        }
    }

    private static string Counts(SeriesMatch match) => NoteOrder.CountsOf(match.Withdrawals.Select(withdrawal => withdrawal.Pool));
}
