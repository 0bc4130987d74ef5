using System.Globalization;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>T1: the recipient of a withdrawal had deposited before under the same address.</summary>
/// <remarks>
/// M. Wu et al., <i>Tutela: An Open-Source Tool for Assessing User-Privacy on Ethereum and Tornado Cash</i> (arXiv 2201.06811), §3. In
/// another pool than the deposit's it ties the person, not the note. Wrong where somebody withdraws to the address of a stranger who
/// is a user, too.
/// </remarks>
internal sealed class AddressMatch : IMixerHeuristic
{
    // Of a hundred withdrawals one goes to the address of another user: never measured, and taken high on purpose.
    private const long ToAnotherUserPerMillion = 10_000;

    public IEnumerable<MixerHypothesis> Find(MixerGround ground)
    {
        foreach (var recipient in ground.Recipients)
        {
            var deposits = ground.DepositsOf(recipient);
            if (deposits.Count == 0)
            {
                continue;
            }

            foreach (var ofPool in ground.WithdrawalsTo(recipient).GroupBy(withdrawal => withdrawal.Pool))
            {
                var own = deposits.Where(deposit => deposit.Pool == ofPool.Key).ToList();
                var after = ofPool.Where(withdrawal => own.Count > 0 && own[0].Position < withdrawal.Position).ToList();
                var others = ofPool.Except(after).Where(withdrawal => deposits[0].Position < withdrawal.Position).ToList();
                if (after.Count > 0)
                {
                    yield return Of(ground, MixerMethod.AddressMatch, own, after);
                }

                if (others.Count > 0)
                {
                    yield return Of(ground, MixerMethod.OtherPool, deposits, others);
                }
            }
        }
    }

    private static MixerHypothesis Of(MixerGround ground, MixerMethod method, IReadOnlyList<MixerDeposit> deposits, IReadOnlyList<MixerWithdrawal> withdrawals)
    {
        var last = withdrawals[^1].Position;
        List<MixerDeposit> before = [.. deposits.Where(deposit => deposit.Position < last)];
        int sources = ground.SourcesBefore([.. before.Select(deposit => deposit.Pool).Distinct()], last);
        string put = NoteOrder.CountsOf(before.Select(deposit => deposit.Pool));
        string taken = NoteOrder.CountsOf(withdrawals.Select(withdrawal => withdrawal.Pool));
        return new()
        {
            Method = method,
            Source = before[0].From,
            Deposits = before,
            Withdrawals = withdrawals,
            Candidates = 1,
            Sources = sources,
            Odds = MixerOdds.Of(sources, 1, method.HitPerMillion, ToAnotherUserPerMillion / sources),
            Reason = string.Create(CultureInfo.InvariantCulture, $"One address deposited {put} and then received {taken}{(method.TiesNotes ? "" : "; it ties the person, not the note")}."),
        };
    }
}
