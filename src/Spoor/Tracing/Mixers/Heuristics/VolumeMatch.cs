using Spoor.Transfers;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>T7: recipients tied to one another took out of every pool just as many notes as one source had put in.</summary>
/// <remarks>
/// The volume matching with which investigators follow thieves of DPRK through Tornado Cash; the chance of a group of that size by accident
/// is taken from how often the data show it.
/// </remarks>
internal sealed class VolumeMatch : IMixerHeuristic
{
    public IEnumerable<MixerHypothesis> Find(MixerGround ground)
    {
        var groups = RecipientGroup.Of(ground);
        var taken = groups.Select(group => (Group: group.Members[0], All: group.WithdrawalsIn(ground)))
            .Where(group => group.All.Count >= ground.Parameters.MinNotes).ToList();
        var matches = ground.Depositors.SelectMany(depositor => Find(ground, depositor, taken)).ToList();
        return SeriesMatch.Hypotheses(ground, MixerMethod.Volume, matches, Reason, groups.ToDictionary(group => group.Members[0]));
    }

    private static IEnumerable<SeriesMatch> Find(MixerGround ground, Address depositor, List<(Address Group, IReadOnlyList<MixerWithdrawal> All)> taken)
    {
        foreach (var series in DepositSeries.Of(ground.DepositsOf(depositor), ground.Parameters.Series).Where(series => series.Count >= ground.Parameters.MinNotes))
        {
            foreach (var (group, all) in taken)
            {
                var after = DepositSeries.TakenAfter(series, all, ground.Parameters.Rest);
                // What was put in after the last of them is no part of what came out.
                var before = series.Where(deposit => after.Count > 0 && deposit.Position < after[^1].Position).ToList();
                if (before.Count >= ground.Parameters.MinNotes && after.Count == before.Count && IsSame(before, after) && NoteOrder.Allows(before, after))
                {
                    yield return new(depositor, group, before, after);
                }
            }
        }
    }

    private static bool IsSame(IEnumerable<MixerDeposit> put, IEnumerable<MixerWithdrawal> taken) =>
        NoteOrder.CountsOf(put.Select(deposit => deposit.Pool)) == NoteOrder.CountsOf(taken.Select(withdrawal => withdrawal.Pool));

    private static string Reason(SeriesMatch match) =>
        $"The source deposited {NoteOrder.CountsOf(match.Deposits.Select(deposit => deposit.Pool))}, and a group of recipients took out just that.";
}
