using CsCheck;
using Spoor.Tracing.Bridges;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Bridges;

/// <summary>What holds for every set of legs.</summary>
public sealed class BridgeMatcherLaws
{
    private static readonly Gen<BridgeLeg[]> Sets = Gen.Select(
        Gen.Select(Gen.Bool, Gen.Int[0, 4_000], Gen.Int[97, 101], Gen.Byte[1, 3], Gen.Int[0, 12]).List[1, 40],
        Gen.Bool,
        (rows, states) => rows.Select((row, number) => Leg(row.Item1, number, row.Item2, row.Item3, row.Item4, row.Item5, states)).ToArray());

    [Fact]
    public void The_order_of_the_input_decides_nothing() =>
        Gen.Select(Sets, Gen.Int).Sample((legs, seed) =>
        {
            var shuffled = legs.OrderBy(leg => HashCode.Combine(seed, leg.Tx.High, leg.Tx.Low)).ToArray();
            return Told(Legs.Match(legs)) == Told(Legs.Match(shuffled));
        });

    [Fact]
    public void Every_deposit_is_told_of_once_and_no_payout_is_matched_twice() =>
        Sets.Sample(legs =>
        {
            var matches = Legs.Match(legs);
            var payouts = matches.Deposits.Select(match => match.Payout).OfType<BridgeLeg>().ToList();
            return matches.Deposits.Count == legs.Count(leg => leg.Side == BridgeSide.Deposit)
                && payouts.Distinct().Count() == payouts.Count
                && !matches.Unclaimed.Intersect(payouts).Any();
        });

    [Fact]
    public void No_deposit_and_no_payout_weighs_more_than_itself() =>
        Sets.Sample(legs =>
        {
            var matches = Legs.Match(legs);
            var byPayout = matches.Deposits.SelectMany(match => match.Candidates).GroupBy(candidate => candidate.Payout.Tx);
            return matches.Deposits.All(match => match.Candidates.Sum(candidate => candidate.WeightPpm) <= 1_000_000)
                && byPayout.All(candidates => candidates.Sum(candidate => candidate.WeightPpm) <= 1_000_000);
        });

    private static string Told(BridgeMatches matches) => string.Join('\n', matches.Deposits.Select(match =>
        $"{match.Deposit.Tx} {match.Outcome} {match.Method} {match.ByExclusion} {string.Join(' ', match.Candidates.Select(candidate => $"{candidate.Payout.Tx}:{candidate.WeightPpm}"))}"));

    private static BridgeLeg Leg(bool isDeposit, int number, int second, int amount, byte who, int id, bool states)
    {
        var leg = isDeposit ? Legs.Deposit(number, second, (ulong)amount, who) : Legs.Payout(number, second, (ulong)amount, who);
        return leg with { MessageId = id < 6 ? $"{id}" : null, OtherAsset = isDeposit && states ? Legs.Paid : null };
    }
}
