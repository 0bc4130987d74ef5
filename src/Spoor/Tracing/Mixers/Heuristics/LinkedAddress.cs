using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>T4: depositor and recipient had ordinary transfers with one another, outside the pools.</summary>
/// <remarks>Tutela (arXiv 2201.06811), §3. Wrong for friends, employers and shops who both use the mixer.</remarks>
internal sealed class LinkedAddress : IMixerHeuristic
{
    public IEnumerable<MixerHypothesis> Find(MixerGround ground)
    {
        foreach (var ofPool in Pairs(ground).GroupBy(pair => pair.Pool))
        {
            // In the order in which they could be known, so that later ones change nothing for earlier ones.
            var pairs = ofPool.OrderBy(pair => pair.Withdrawals[0].Position).ThenBy(pair => pair.Depositor).ThenBy(pair => pair.Recipient).ToList();
            var rivals = pairs.GroupBy(pair => pair.Recipient).ToDictionary(group => group.Key, group => group.Count());
            for (int i = 0; i < pairs.Count; i++)
            {
                yield return Of(ground, pairs[i], i + 1, rivals[pairs[i].Recipient]);
            }
        }
    }

    public string? Unchecked(MixerGround ground) =>
        ground.Outside.IsEmpty ? "no transfers of depositors and recipients outside the pools are at hand" : null;

    private static IEnumerable<LinkedPair> Pairs(MixerGround ground) =>
        from recipient in ground.Recipients
        from depositor in ground.Outside.PartnersOf(recipient)
        where ground.DepositsOf(depositor).Count > 0 && ground.Outside.Between(depositor, recipient).Count >= ground.Parameters.MinOrdinary
        from ofPool in ground.WithdrawalsTo(recipient).GroupBy(withdrawal => withdrawal.Pool)
        let first = ground.DepositsOf(depositor).FirstOrDefault(deposit => deposit.Pool == ofPool.Key)
        where first is not null
        let after = ofPool.Where(withdrawal => first.Position < withdrawal.Position).ToList()
        where after.Count > 0
        select new LinkedPair(depositor, recipient, ofPool.Key, after);

    private static MixerHypothesis Of(MixerGround ground, LinkedPair pair, int linked, int candidates)
    {
        var last = pair.Withdrawals[^1].Position;
        int sources = Math.Max(candidates, ground.SourcesBefore([pair.Pool], last));
        int recipients = ground.Activity.Withdrawals.Where(withdrawal => withdrawal.Pool == pair.Pool && withdrawal.Position <= last).Select(withdrawal => withdrawal.Recipient).Distinct().Count();
        var between = ground.Outside.Between(pair.Depositor, pair.Recipient);
        return new()
        {
            Method = MixerMethod.LinkedAddress,
            Source = pair.Depositor,
            Deposits = [.. ground.DepositsOf(pair.Depositor).Where(deposit => deposit.Pool == pair.Pool && deposit.Position < last)],
            Withdrawals = pair.Withdrawals,
            Candidates = candidates,
            Sources = sources,
            Odds = MixerOdds.Of(sources, candidates, MixerMethod.LinkedAddress.HitPerMillion, 1_000_000L * linked / (((long)sources * recipients) + 1)),
            Reason = string.Create(CultureInfo.InvariantCulture, $"Depositor and recipient had {between.Count} ordinary transfers with one another."),
            Outside = [.. between.Distinct()],
        };
    }

    private sealed record LinkedPair(Address Depositor, Address Recipient, MixerPool Pool, IReadOnlyList<MixerWithdrawal> Withdrawals);
}
