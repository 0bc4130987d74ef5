using CsCheck;
using Spoor.Tracing.Mixers;

namespace Spoor.Tests.Tracing.Mixers;

/// <summary>What holds of every history of pools, whatever people do there.</summary>
public sealed class MixerLaws
{
    private const int Iterations = 200;

    private static readonly string[] People = ["a", "b", "c", "d"];
    private static readonly string[] Pools = ["1 ETH", "10 ETH", "100 ETH"];

    // Few people, pools and prices, so that coincidences come often; a day is long enough for series to be cut.
    private static readonly Gen<PoolStory> Stories = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 60 * 24])
        .Array[1, 40].Select(Tell);

    [Fact]
    public void The_order_of_the_input_changes_nothing() => Stories.SelectMany(story => Gen.Shuffle(story.Transfers.ToArray()).Select(shuffled => (story, shuffled))).Sample(
        one => Dump(one.story.Links(Lenient)) == Dump(one.story.With(one.shuffled).Links(Lenient)), iter: Iterations);

    [Fact]
    public void No_withdrawal_is_linked_before_its_deposit() => Stories.Sample(
        story => story.Links(Lenient).Hypotheses.All(found => found.Withdrawals.All(withdrawal => found.Deposits[0].Position < withdrawal.Position)
            && found.Deposits.All(deposit => deposit.Position < found.Withdrawals[^1].Position)
            && found.Deposits.All(deposit => deposit.From == found.Source)
            && (!found.Method.TiesNotes || found.Withdrawals.All(withdrawal => found.Deposits.Any(deposit => deposit.Pool == withdrawal.Pool && deposit.Position < withdrawal.Position)))),
        iter: Iterations);

    [Fact]
    public void Deposits_after_the_last_withdrawal_change_nothing() => Stories.Sample(
        story =>
        {
            var activity = story.Activity();
            var last = activity.Withdrawals.Count == 0 ? default : activity.Withdrawals[^1].Position;
            var late = activity.Deposits.Where(deposit => deposit.Position > last).Select(deposit => deposit.Tx).ToHashSet();
            return Dump(story.Links(Lenient)) == Dump(story.With(story.Transfers.Where(transfer => !late.Contains(transfer.Tx))).Links(Lenient));
        },
        iter: Iterations);

    [Fact]
    public void Chances_are_chances_and_rivals_share_one() => Stories.Sample(
        story =>
        {
            var found = story.Links(Lenient).Hypotheses;
            bool isChance = found.All(one => one.Odds.ProbabilityPerMillion is >= 0 and <= 1_000_000 && one.Candidates <= one.Sources);
            var perSeries = found.Where(one => one.Method == MixerMethod.Volume || one.Method == MixerMethod.InOrder)
                .GroupBy(one => (one.Method, one.Source, one.Deposits[0].Tx)).Select(group => group.Select(one => (one.Recipients[0], one.Odds.ProbabilityPerMillion)).DistinctBy(one => one.Item1).Sum(one => one.ProbabilityPerMillion));
            return isChance && perSeries.All(sum => sum <= 1_000_000);
        },
        iter: Iterations);

    private static MixerParameters Lenient => new() { MinNotes = 2, MinProbabilityPerMillion = 0 };

    private static PoolStory Tell((int Sort, int One, int Other, int Pool, int Minute)[] events)
    {
        var story = new PoolStory();
        foreach (var (sort, one, other, pool, minute) in events)
        {
            _ = sort switch
            {
                < 4 => story.Deposit(People[one], Pools[pool], minute, gasPrice: sort == 0 ? (ulong)other + 1 : null),
                < 7 => story.Withdraw(sort == 4 ? People[one] : $"r{one}", Pools[pool], minute, sort == 5 ? null : "relayer", gasPrice: sort == 5 ? (ulong)other + 1 : null),
                7 => story.Pay($"r{one}", $"r{other}", minute),
                8 => story.Pay($"r{one}", $"collector{pool}", minute),
                _ => story.Pay(People[one], $"r{other}", minute),
            };
        }

        return story;
    }

    private static string Dump(MixerLinks links) => string.Join('\n', links.Hypotheses.Select(found =>
        $"{found.Method} {found.Source} {found.Candidates}/{found.Sources} {found.Odds} {found.AnonymitySet} {string.Join(',', found.Evidence)} {string.Join(',', found.Recipients)} {found.Reason}")
        .Concat(links.Unchecked.Where(one => one.Method != "T2").Select(one => $"{one.Method} {one.Why}")));
}
