using CsCheck;
using Spoor.Tests.Tracing;
using Spoor.Tests.Tracing.Ranking;
using Spoor.Tracing;
using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>Laws of every ranking on generated histories.</summary>
public sealed class RankingLaws
{
    private const decimal Rounding = 0.000_000_001m;

    private static readonly Gen<RankingRequest> Request =
        Gen.Select(Gen.Int[0, RankingMethod.All.Count - 1], Gen.Bool, Gen.Bool, Gen.Long[1, 1_000_000], Gen.Long[0, 1_000_000])
            .Select((method, backward, recycle, alpha, beta) => Ranked.From(RankingMethod.All[method], "thief", "a") with
            {
                Direction = backward ? TraceDirection.In : TraceDirection.Out,
                Sinks = recycle ? SinkRule.Recycle : SinkRule.Hold,
                AlphaPerMillion = Math.Max(alpha, 50_000),
                BetaPerMillion = beta,
            });

    [Fact]
    public void No_mass_is_made_or_lost() =>
        Gen.Select(Histories.Payments, Request).Sample((payments, request) =>
        {
            var list = Histories.Tell(payments).Rank(request);
            return Math.Abs(list.Mass.Sum() - request.Seeds.Count) < Rounding
                && Math.Abs(list.Addresses.Sum(one => one.Share) - 1) < Rounding
                && list.Addresses.All(one => one.Held >= 0 && one.Held <= one.Share);
        });

    [Fact]
    public void There_are_never_more_pushes_than_alpha_and_epsilon_allow() =>
        Gen.Select(Histories.Payments, Request).Sample((payments, request) =>
        {
            var list = Histories.Tell(payments).Rank(request);
            return (Int128)list.Pushes * request.AlphaPerMillion * request.EpsilonPerMillion <= (Int128)request.Seeds.Count * 1_000_000 * 1_000_000;
        });

    [Fact]
    public void Other_names_give_the_same_ranks() =>
        Gen.Select(Histories.Payments, Request).Sample((payments, request) =>
        {
            // Names decide between equal masses, so only what does not hang on the order of pushes can be compared: the limit.
            var fine = request with { EpsilonPerMillion = 1, AlphaPerMillion = Math.Max(request.AlphaPerMillion, 300_000) };
            var plain = Histories.Tell(payments).Rank(fine);
            var renamed = Histories.Tell(payments, Mirror).Rank(fine with { Seeds = [new(Story.At(Mirror("thief"))), new(Story.At(Mirror("a")))] });
            return Histories.People.All(name => Math.Abs(plain.Share(name) - renamed.Share(Mirror(name))) < 0.000_1m);
        });

    [Fact]
    public void The_order_in_which_transfers_come_in_changes_nothing() =>
        Gen.Select(Histories.Payments, Request, Gen.Int).Sample((payments, request, seed) =>
        {
            var told = Histories.Tell(payments).Transfers.ToArray();
            var shuffled = told.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Ranked.Dump(Rank(told, request)) == Ranked.Dump(Rank(shuffled, request));
        });

    [Fact]
    public void Only_the_order_of_positions_counts() =>
        Gen.Select(Histories.Payments, Request, Gen.Int[1, 50]).Sample((payments, request, stretch) =>
        {
            var told = Histories.Tell(payments).Transfers.ToArray();
            var moved = told.Select(transfer => transfer with
            {
                Position = transfer.Position with { Block = 1_000 + (transfer.Position.Block / 3 * stretch) },
                Time = Story.Begin,
            });
            return Ranked.Dump(Rank(told, request)) == Ranked.Dump(Rank(moved, request));
        });

    [Fact]
    public void Forward_in_order_nothing_is_ranked_that_value_cannot_have_reached() =>
        Gen.Select(Histories.Payments, Gen.Bool).Sample((payments, swaps) =>
        {
            var request = Ranked.From(swaps ? RankingMethod.TtrRedirect : RankingMethod.TtrTime, "thief") with { BetaPerMillion = 1_000_000 };
            var told = Histories.Tell(payments).Transfers;
            var reached = Reach.From(TransferGraph.Of(told), [new(Story.At("thief"))], int.MaxValue).Select(one => one.Address).ToHashSet();
            reached.Add(Story.At("thief"));
            return Rank(told, request).Addresses.All(one => reached.Contains(one.Address));
        });

    [Fact]
    public void Without_swaps_a_ranking_through_swaps_is_one_in_order() =>
        Gen.Select(Histories.Payments, Request).Sample((payments, request) =>
        {
            var story = Histories.Tell(payments);
            return Ranked.Dump(story.Rank(request with { Method = RankingMethod.TtrTime })) == Ranked.Dump(story.Rank(request with { Method = RankingMethod.TtrRedirect }));
        });

    [Fact]
    public async Task A_store_read_in_batches_gives_the_ranking_of_the_same_transfers_at_hand()
    {
        var token = TestContext.Current.CancellationToken;
        await Gen.Select(Histories.Payments, Request, Gen.Long[2, 8]).SampleAsync(async (payments, request, busy) =>
        {
            var store = Histories.Tell(payments).Store;
            var asked = request with { Stops = StopRules.None with { MinCounterparties = busy } };
            var fetched = await Ranker.RunAsync(new StoreOnly(store), asked, null, token);
            return Ranked.Dump(Ranker.Run(store, asked, token)) == Ranked.Dump(fetched);
        });
    }

    private static RankedList Rank(IEnumerable<Transfer> transfers, RankingRequest request) => Ranker.Run(MemoryTransferStore.Load(transfers), request);

    // Turns the order of the names round, so that nothing can hang on it.
    private static string Mirror(string name) => new([.. name.Select(letter => (char)('a' + 'z' - letter))]);
}
