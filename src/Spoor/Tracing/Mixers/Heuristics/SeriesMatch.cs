using Spoor.Transfers;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>A series of deposits of one source and a group of withdrawals that could be it.</summary>
/// <param name="Group">What names the group of recipients: its first address.</param>
internal sealed record SeriesMatch(Address Source, Address Group, IReadOnlyList<MixerDeposit> Deposits, IReadOnlyList<MixerWithdrawal> Withdrawals)
{
    /// <summary>Matches as hypotheses: a source that fits several groups, and a group that several sources fit, share what there is.</summary>
    public static IEnumerable<MixerHypothesis> Hypotheses(
        MixerGround ground, MixerMethod method, IReadOnlyCollection<SeriesMatch> matches, Func<SeriesMatch, string> reason, IReadOnlyDictionary<Address, RecipientGroup>? groups = null)
    {
        var groupsOf = matches.GroupBy(match => match.Source).ToDictionary(group => group.Key, group => group.Select(match => match.Group).Distinct().Count());
        var sourcesOf = matches.GroupBy(match => match.Group).ToDictionary(group => group.Key, group => group.Select(match => match.Source).Distinct().Count());
        foreach (var match in matches)
        {
            int candidates = Math.Max(groupsOf[match.Source], sourcesOf[match.Group]);
            var pools = match.Withdrawals.Select(withdrawal => withdrawal.Pool).Distinct().ToList();
            int sources = Math.Max(candidates, ground.SourcesBefore(pools, match.Withdrawals[^1].Position));
            yield return new()
            {
                Method = method,
                Source = match.Source,
                Deposits = match.Deposits,
                Withdrawals = match.Withdrawals,
                Candidates = candidates,
                Sources = sources,
                Odds = MixerOdds.Of(sources, candidates, method.HitPerMillion),
                Reason = reason(match),
                Outside = groups is not null && groups.TryGetValue(match.Group, out var group) ? group.Evidence : [],
            };
        }
    }
}
