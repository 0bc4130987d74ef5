using CsCheck;
using Spoor.Attribution;

namespace Spoor.Tests.Attribution;

/// <summary>What must hold however evidence falls together.</summary>
public sealed class EvidenceLaws
{
    private static readonly Gen<Evidence> Any = Gen.Select(Gen.Int[-50, 50], Gen.Int[0, 6], Gen.Int[0, 6].List[0, 3], Gen.Int[0, 5])
        .Select((weight, place, transactions, kind) => kind == 0
            ? Weights.Habit($"habit-{place}", Math.Clamp(weight / 50m, -1, 1), $"place-{place}")
            : Weights.Of(weight / 10m, $"place-{place}", [.. transactions.Select(tx => $"tx-{tx}")]));

    private static readonly Gen<List<Evidence>> Some = Any.List[0, 10];

    private static readonly Gen<decimal> Prior = Gen.Int[1, 9999].Select(share => share / 10000m);

    [Fact]
    public void A_copy_of_evidence_changes_nothing() =>
        Gen.Select(Prior, Some, Any, Gen.Int[1, 3]).Sample((prior, others, one, copies) =>
            Posterior.Of(prior, [.. others, one]).Odds == Posterior.Of(prior, [.. others, one, .. Enumerable.Repeat(one with { }, copies)]).Odds);

    [Fact]
    public void The_order_of_evidence_does_not_matter() =>
        Gen.Select(Prior, Some).SelectMany((prior, evidence) => Gen.Shuffle(evidence.ToArray()).Select(shuffled => (prior, evidence, shuffled)))
            .Sample(drawn =>
            {
                var first = Posterior.Of(drawn.prior, drawn.evidence);
                var second = Posterior.Of(drawn.prior, drawn.shuffled);
                return first.Odds == second.Odds && Told(first) == Told(second);
            });

    [Fact]
    public void A_posterior_is_never_certain() =>
        Gen.Select(Prior, Some).Sample((prior, evidence) => Posterior.Of(prior, evidence).Probability is > 0 and < 1);

    [Fact]
    public void Supporting_evidence_that_ties_no_groups_together_never_lowers_it() =>
        Gen.Select(Prior, Some, Any).Sample((prior, evidence, one) =>
        {
            var more = one with { Likelihood = one.Likelihood with { Log10 = decimal.Abs(one.Likelihood.Log10) } };
            var before = Posterior.Of(prior, evidence);
            var after = Posterior.Of(prior, [.. evidence, more]);
            return after.Groups.Count < before.Groups.Count || after.Odds.CompareTo(before.Odds) >= 0;
        });

    [Fact]
    public void Evidence_against_that_ties_no_groups_together_never_raises_it() =>
        Gen.Select(Prior, Some, Any).Sample((prior, evidence, one) =>
        {
            var against = one with { Likelihood = one.Likelihood with { Log10 = -decimal.Abs(one.Likelihood.Log10) } };
            var before = Posterior.Of(prior, evidence);
            var after = Posterior.Of(prior, [.. evidence, against]);
            return after.Groups.Count < before.Groups.Count || after.Odds.CompareTo(before.Odds) <= 0;
        });

    [Fact]
    public void Groups_share_nothing_and_leave_nothing_out() =>
        Some.Sample(evidence =>
        {
            var groups = EvidenceGroup.Of(evidence);
            var roots = groups.Where(group => group.Class != EvidenceClass.Behavioural)
                .Select(group => group.Members.SelectMany(one => one.RestsOn.Append(one.About)).ToHashSet()).ToList();
            return groups.Sum(group => group.Members.Count) == evidence.Count
                && roots.Sum(set => set.Count) == roots.SelectMany(set => set).Distinct().Count();
        });

    [Fact]
    public void The_odds_of_a_probability_give_it_back() =>
        Prior.Sample(prior => decimal.Round(LogOdds.Of(prior).Probability, 6) == prior);

    private static string Told(Posterior posterior) => string.Join('|', posterior.Groups.Select(group =>
        $"{group.Log10}:{string.Join(',', group.Members.Select(one => $"{one.Likelihood.Id} {one.Likelihood.Log10} {one.About} {string.Join('+', one.RestsOn)}"))}"));
}
