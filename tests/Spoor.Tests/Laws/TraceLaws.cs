using System.Numerics;
using CsCheck;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>Laws of a whole trace (docs/methods/laws.md) on generated histories.</summary>
public sealed class TraceLaws
{
    [Fact]
    public void P1_the_books_of_every_rule_balance_to_the_unit() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Gen.Bool).Sample((told, rule, backward) =>
            Balances(rule, told.Payments, told.Thefts, backward ? TraceDirection.In : TraceDirection.Out));

    [Fact]
    public void P1_the_books_balance_with_every_stop_at_work() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Gen.Int[0, 3], Gen.Int[1, 30]).Sample((told, rule, hops, minutes) =>
        {
            var stops = new StopRules { MaxHops = hops, Horizon = TimeSpan.FromMinutes(minutes), MaxTransfers = 12, MinCounterparties = 5, DustPerMillion = 50_000, DilutionPerMillion = 100_000 };
            var trace = Histories.Tell(told.Payments).Trace(rule, Histories.Claims(told.Thefts), stops);
            return trace.Books.All(book => book.Difference.IsZero);
        });

    [Fact]
    public void A_rule_that_leaks_one_unit_unbalances_the_books()
    {
        var leaky = new TaintRule("leaky", 1, "for this test", true, () => new LeakyTaint());

        Assert.ThrowsAny<Exception>(() => Histories.WithThefts.Sample(told => Balances(leaky, told.Payments, told.Thefts, TraceDirection.Out)));
    }

    [Fact]
    public void P3_poison_reaches_all_that_any_rule_reaches() =>
        Gen.Select(Histories.WithThefts, Histories.ConservingRule).Sample((told, rule) =>
        {
            var story = Histories.Tell(told.Payments);
            var claims = Histories.Claims(told.Thefts);
            var poisoned = story.Trace(TaintRule.Poison, claims).Holdings.Select(holding => (holding.Address, holding.Asset)).ToHashSet();
            return story.Trace(rule, claims).Holdings.All(holding => poisoned.Contains((holding.Address, holding.Asset)));
        });

    [Fact]
    public void P4_what_a_destination_gets_lies_between_the_bounds_of_the_flow() =>
        Gen.Select(Histories.Payments, Histories.ConservingRule).Sample((payments, rule) =>
        {
            // The shop only receives, so that what it was paid is what it holds.
            Payment[] told = [new("victim", "thief", 30), .. payments.Where(payment => payment.From is not "shop").Select(payment => payment with { Amount = (payment.Amount % 40) + 1 })];
            var story = Histories.Tell(told);
            var held = Story.Held(story.Trace(rule, Story.Theft(0)), "shop");
            var (lower, upper) = FlowBounds.Of(told, theft: 0, "shop");
            return lower <= held && held <= upper;
        });

    [Fact]
    public void P6_fifo_run_backward_over_all_final_lots_gives_the_first_lots_back() =>
        Histories.Payments.Sample(payments =>
        {
            var told = payments.Where(payment => payment.To is not null && payment.From != payment.To).ToArray();
            return FifoReplay.Forward(told).Backward().GivesBackWhatCameIn();
        });

    [Fact]
    public void P7_other_names_give_the_same_trace() =>
        Gen.Select(Histories.WithThefts, Histories.Rule).Sample((told, rule) =>
        {
            var plain = Histories.Tell(told.Payments).Trace(rule, Histories.Claims(told.Thefts));
            var renamed = Histories.Tell(told.Payments, Mirror).Trace(rule, Histories.Claims(told.Thefts));
            return Histories.People.All(name => Story.Held(plain, name) == Story.Held(renamed, Mirror(name)))
                && Enumerable.Range(0, told.Payments.Length).All(i => Story.Sent(plain, i) == Story.Sent(renamed, i));
        });

    [Fact]
    public void P9_payments_among_strangers_change_nothing() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Histories.Payments).Sample((told, rule, among) =>
        {
            var claims = Histories.Claims(told.Thefts);
            var story = Histories.Tell(told.Payments);
            string alone = Story.Dump(story.Trace(rule, claims));
            foreach (var (payment, i) in among.Where(payment => payment.To is not null).Select((payment, i) => (payment, i)))
            {
                story.Pay("x" + payment.From, "x" + payment.To, payment.Amount, block: i);
            }

            return alone == Story.Dump(story.Trace(rule, claims));
        });

    [Fact]
    public void P13_where_all_is_stolen_every_rule_agrees() =>
        Gen.Select(Gen.Int[0, 5].Array[2, 2].Array[1, 20], Histories.ConservingRule).Sample((pairs, rule) =>
        {
            var balance = Histories.People.ToDictionary(name => name, _ => 0);
            List<Payment> told = [new("victim", "thief", 1_000)];
            balance["thief"] = 1_000;
            foreach (int[] pair in pairs)
            {
                var (from, to) = (Histories.People[pair[0]], Histories.People[pair[1]]);
                int amount = (balance[from] / 2) + 1;
                if (from != to && balance[from] >= amount)
                {
                    told.Add(new(from, to, (UInt128)amount));
                    (balance[from], balance[to]) = (balance[from] - amount, balance[to] + amount);
                }
            }

            var trace = Histories.Tell(told).Trace(rule, Story.Theft(0));
            return Histories.People.All(name => Story.Held(trace, name) == balance[name]);
        });

    [Fact]
    public void P14_payments_to_oneself_change_nothing() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Gen.Int[0, 5], Gen.ULong[1, 100]).Sample((told, rule, who, amount) =>
        {
            string name = Histories.People[who];
            var plain = Histories.Tell(told.Payments);
            var turned = Histories.Tell(told.Payments.SelectMany(payment => new[] { payment, new(name, name, amount) }));
            int[] moved = [.. told.Thefts.Select(theft => 2 * theft)];
            var (a, b) = (plain.Trace(rule, Histories.Claims(told.Thefts)), turned.Trace(rule, Histories.Claims(moved)));
            return Histories.People.All(person => Story.Held(a, person) == Story.Held(b, person));
        });

    [Fact]
    public void First_taint_wins_and_the_second_claim_is_listed()
    {
        var story = new Story().Pay("victim", "thief", 10).Pay("thief", "other", 10);

        var trace = story.Trace(TaintRule.Fifo, [Story.Theft(0), Story.Theft(1)]);

        var collision = Assert.Single(trace.Collisions);
        Assert.Equal((new Amount(10), 1, 2), (collision.Amount, collision.Kept, collision.Claimed));
        Assert.Equal([(new Amount(10), new Amount(10)), (Amount.Zero, Amount.Zero)], trace.Books.Select(book => (book.Stolen, book.Held)));
    }

    private static bool Balances(TaintRule rule, Payment[] payments, int[] thefts, TraceDirection direction) =>
        Histories.Tell(payments).Trace(rule, Histories.Claims(thefts), direction: direction).Books
            .All(book => book.Difference == BigInteger.Zero && (rule.Conserves ? book.Overcount.IsZero : true));

    // Turns the order of the names round, so that nothing can hang on it.
    private static string Mirror(string name) => new([.. name.Select(letter => (char)('a' + 'z' - letter))]);
}
