using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>T6: N deposits of one source in one pool, and about N withdrawals to a few recipients, each after its deposit.</summary>
/// <remarks>
/// First-in-first-out matching adds 15 to 22 points to what address reuse and linkage tell of withdrawals from Tornado Cash
/// (arXiv 2510.09433, abstract). Wrong where two move alike at one time.
/// </remarks>
internal sealed class SeriesInOrder : IMixerHeuristic
{
    private const int Percent = 100;

    public IEnumerable<MixerHypothesis> Find(MixerGround ground)
    {
        var groups = RecipientGroup.Of(ground);
        var byFirst = groups.ToDictionary(group => group.Members[0]);
        foreach (var pool in ground.Activity.Pools)
        {
            var taken = groups.Select(group => (Group: group.Members[0], All: group.WithdrawalsIn(ground).Where(withdrawal => withdrawal.Pool == pool).ToList()))
                .Where(group => group.All.Count >= ground.Parameters.MinNotes * ground.Parameters.MinReturnedPercent / Percent).ToList();
            var matches = ground.Depositors.SelectMany(depositor => Find(ground, depositor, pool, taken)).ToList();
            foreach (var hypothesis in SeriesMatch.Hypotheses(ground, MixerMethod.InOrder, matches, Reason, byFirst))
            {
                yield return hypothesis;
            }
        }
    }

    private static IEnumerable<SeriesMatch> Find(MixerGround ground, Address depositor, MixerPool pool, List<(Address Group, List<MixerWithdrawal> All)> taken)
    {
        var put = ground.DepositsOf(depositor).Where(deposit => deposit.Pool == pool).ToList();
        foreach (var series in DepositSeries.Of(put, ground.Parameters.Series).Where(series => series.Count >= ground.Parameters.MinNotes))
        {
            foreach (var (group, all) in taken)
            {
                var after = DepositSeries.TakenAfter(series, all, ground.Parameters.Rest);
                if (after.Count == 0)
                {
                    continue;
                }

                var before = series.Where(deposit => deposit.Position < after[^1].Position).ToList();
                if (before.Count >= ground.Parameters.MinNotes && IsAbout(after.Count, before.Count, ground.Parameters) && NoteOrder.Allows(before, after))
                {
                    yield return new(depositor, group, before, after);
                }
            }
        }
    }

    // Not more than went in, since notes are whole; fewer, since some may still lie there.
    private static bool IsAbout(int taken, int put, MixerParameters parameters) =>
        taken <= put && taken * Percent >= put * parameters.MinReturnedPercent;

    private static string Reason(SeriesMatch match)
    {
        int recipients = match.Withdrawals.Select(withdrawal => withdrawal.Recipient).Distinct().Count();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{match.Deposits.Count} deposits in a row, and {match.Withdrawals.Count} withdrawals in order to {(recipients == 1 ? "one recipient" : $"{recipients} recipients that are tied to one another")}.");
    }
}
