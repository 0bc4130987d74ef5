using System.Numerics;
using CsCheck;
using Spoor.Labels;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>What holds for the bounds of every trace (docs/methods/bounds.md), on generated histories.</summary>
public sealed class BoundsLaws
{
    // Few units, so that every way of dividing them can be played.
    private static readonly Gen<(Payment[] Payments, int[] Thefts)> Small = Histories.WithThefts.Select((payments, thefts) =>
        (payments.Take(14).Select(payment => payment with { Amount = (payment.Amount % 4) + 1 }).ToArray(),
            thefts.Select(theft => theft % Math.Min(payments.Length, 14)).ToArray()));

    private static readonly Gen<StopRules> Stops = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 30], Gen.Int[3, 20], Gen.Bool).Select((hops, minutes, budget, label) => new StopRules
    {
        MaxHops = hops,
        Horizon = TimeSpan.FromMinutes(minutes),
        MaxTransfers = budget,
        MinCounterparties = 5,
        DustPerMillion = 50_000,
        DilutionPerMillion = 100_000,
        Labels = label ? ShopIsAService : LabelBook.Empty,
    });

    private static LabelBook ShopIsAService => new([new()
    {
        Subject = new LabelSubject.OfAddress(Story.Chain, Story.At("shop")),
        Learned = DateOnly.MinValue,
        Name = "Shop",
        Category = "exchange",
        Source = "this test",
    }]);

    [Fact]
    public void Bounds_are_the_worst_and_the_best_of_every_way_of_dividing() =>
        Gen.Select(Small, Gen.Bool, Gen.Bool).Sample((told, backward, label) =>
        {
            // A service to which the theft itself goes is followed; what such a one can do is not what this oracle plays.
            bool stops = label && !told.Thefts.Any(theft => told.Payments[theft] is var payment && (payment.To is "shop" || payment.From is "shop"));
            var direction = backward ? TraceDirection.In : TraceDirection.Out;
            int[] thefts = [.. told.Thefts.Where(theft => told.Payments[theft].To is not null)];
            var story = Histories.Tell(told.Payments);
            var trace = story.Trace(TaintRule.Haircut, Histories.Claims(told.Thefts), StopRules.None with { Labels = stops ? ShopIsAService : LabelBook.Empty }, direction);
            var expected = backward
                ? EveryDivision.Of(Reversed(told.Payments), [.. thefts.Select(theft => told.Payments.Length - 1 - theft)], AtEnd(told.Payments), stops ? ["shop"] : [])
                : EveryDivision.Of(told.Payments, thefts, new Dictionary<string, int>(), stops ? ["shop"] : []);
            var found = TaintBounds.Of(story.Store, trace);
            return expected.Where(one => one.Key != "fees").All(one => Of(found, one.Key) == one.Value);
        });

    [Fact]
    public void Bounds_are_the_flow_over_the_history_unrolled_in_time() =>
        Histories.WithThefts.Where(told => told.Payments[told.Thefts[0]] is { To: not null } paid && paid.From != paid.To).Sample(told =>
        {
            var story = Histories.Tell(told.Payments);
            var found = TaintBounds.Of(story.Store, story.Trace(TaintRule.Fifo, Story.Theft(told.Thefts[0])));
            return Histories.People.All(name =>
            {
                var bounds = found.Of(Story.Coin, Story.At(name))!.Value;
                return FlowBounds.Of(told.Payments, told.Thefts[0], name) == (bounds.Lower.Units, bounds.Upper.Units);
            });
        }, iter: 300);

    [Fact]
    public void P4_what_every_conserving_rule_gives_lies_within_the_bounds_of_any_trace() =>
        Gen.Select(Histories.WithThefts, Histories.ConservingRule, Histories.Rule, Gen.Bool).Sample((told, rule, other, backward) =>
        {
            var story = Histories.Tell(told.Payments);
            var direction = backward ? TraceDirection.In : TraceDirection.Out;
            var trace = story.Trace(rule, Histories.Claims(told.Thefts), direction: direction);
            var bounds = TaintBounds.Of(story.Store, story.Trace(other, Histories.Claims(told.Thefts), direction: direction));
            return IsWithin(trace, bounds);
        });

    [Fact]
    public void What_a_trace_gives_lies_within_its_own_bounds_with_every_stop_at_work() =>
        Gen.Select(Histories.WithThefts, Histories.ConservingRule, Stops, Gen.Int[0, 15]).Sample((told, rule, stops, sort) =>
        {
            var story = Histories.Tell(told.Payments);
            TheftClaim[] claims =
            [
                .. Histories.Claims(told.Thefts),
                new TheftClaim.BySeed(Story.Chain, Story.At("thief"), Until: Story.Begin.AddMinutes(10)),
                new TheftClaim.ByHolding(Story.Chain, Story.At("a"), Story.Begin.AddMinutes(sort)),
            ];
            var request = new TraceRequest
            {
                Rule = rule,
                Claims = claims,
                Stops = stops,
                Direction = sort % 2 == 0 ? TraceDirection.Out : TraceDirection.In,
                OpeningStolen = sort % 4 < 2,
                OpeningEntry = sort % 8 < 4 ? OpeningEntry.WhenNeeded : OpeningEntry.FromBeginning,
            };
            var trace = Tracer.Run(story.Store, request);
            return IsWithin(trace, TaintBounds.Of(story.Store, trace));
        });

    [Fact]
    public void Where_no_stop_looks_at_amounts_the_bounds_do_not_depend_on_the_rule() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Histories.Rule, Gen.Bool).Sample((told, one, other, backward) =>
        {
            var story = Histories.Tell(told.Payments);
            var direction = backward ? TraceDirection.In : TraceDirection.Out;
            var (a, b) = (BoundsBy(one), BoundsBy(other));
            return a.Destinations.SequenceEqual(b.Destinations);

            TaintBounds BoundsBy(TaintRule rule) => TaintBounds.Of(story.Store, story.Trace(rule, Histories.Claims(told.Thefts), direction: direction));
        });

    [Fact]
    public void On_utxo_chains_too_what_a_trace_gives_lies_within_its_bounds() =>
        Gen.Select(UtxoHistories.WithClaims, Histories.ConservingRule, Gen.Int[0, 3], Stops, Gen.Bool).Sample((told, rule, sort, stops, stopped) =>
        {
            var trace = Tracer.Run(told.Story.Store, new()
            {
                Rule = rule,
                Claims = told.Claims,
                Direction = sort % 2 == 0 ? TraceDirection.Out : TraceDirection.In,
                OpeningStolen = sort < 2,
                Stops = stopped ? stops : StopRules.None,
            });
            var bounds = TaintBounds.Of(told.Story.Store, trace);
            return bounds.Swapped.Count > 0 || IsWithin(trace, bounds);
        });

    [Fact]
    public Task A_store_read_in_batches_gives_the_bounds_of_one_read_at_once() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Stops, Gen.Bool).SampleAsync(async (told, rule, stops, backward) =>
        {
            var story = Histories.Tell(told.Payments);
            using var batches = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
            foreach (var block in StoreLaws.Blocks(story))
            {
                await batches.AppendAsync(block, default);
            }

            var trace = story.Trace(rule, Histories.Claims(told.Thefts), stops, backward ? TraceDirection.In : TraceDirection.Out);
            return (await TaintBounds.OfAsync(batches, trace, default)).Destinations.SequenceEqual(TaintBounds.Of(story.Store, trace).Destinations);
        }, iter: 20);

    private static (int, int) Of(TaintBounds bounds, string name) =>
        bounds.Of(Story.Coin, Story.At(name)) is { } found ? ((int)found.Lower.Units, (int)found.Upper.Units) : (-1, -1);

    // Besides: what must be in one place, and what can be, add up around what was stolen.
    private static bool IsWithin(Trace trace, TaintBounds bounds)
    {
        bool within = trace.Holdings.All(holding =>
        {
            var (found, amount) = (bounds.Of(holding.Asset, holding.Address)!.Value, holding.Held + holding.Stopped);
            return found.Lower <= amount && amount <= found.Upper;
        });
        var stolen = Sum(trace.Books.Select(book => book.Stolen));
        var fees = Sum(trace.Books.Select(book => book.Fees));
        return within
            && Sum(bounds.Destinations.Select(one => one.Bounds.Lower)) <= stolen
            && Sum(bounds.Destinations.Select(one => one.Bounds.Upper)) + fees >= stolen;
    }

    private static BigInteger Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(BigInteger.Zero, (sum, amount) => sum + amount.Units);

    private static Payment[] Reversed(Payment[] payments) =>
        [.. payments.Reverse().Select(payment => new Payment(payment.To ?? "fees", payment.From, payment.Amount))];

    private static Dictionary<string, int> AtEnd(Payment[] payments)
    {
        var balance = new Dictionary<string, int>();
        foreach (var (from, to, amount) in payments.Where(payment => payment.From != payment.To))
        {
            balance[from] = Math.Max(0, balance.GetValueOrDefault(from) - (int)amount);
            balance[to ?? "fees"] = balance.GetValueOrDefault(to ?? "fees") + (int)amount;
        }

        return balance;
    }
}
