using System.Numerics;
using CsCheck;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>Laws of a single holding (docs/methods/laws.md); each is a function of a rule, so that a broken rule can be seen to fail it.</summary>
public sealed class TaintRuleLaws
{
    private static readonly Gen<Event[]> Events =
        Gen.Select(Gen.Int[0, 2], Gen.ULong[1, 1_000], Gen.Int[0, 2]).Select((sort, amount, theft) => new Event(sort != 2, amount, theft)).Array[1, 40];

    public static TheoryData<string> Conserving => [.. TaintRule.All.Where(rule => rule.Conserves).Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Conserving))]
    public void P1_what_came_in_tainted_is_held_or_went_out(string rule) =>
        Events.Sample(events => Conserves(TaintRule.Find(rule).Open, events));

    [Theory]
    [MemberData(nameof(Conserving))]
    public void P2_taint_lies_between_nothing_and_the_balance(string rule) =>
        Events.Sample(events => Play(TaintRule.Find(rule).Open, events).All(step => step.Tainted <= step.Balance && step.Balance == step.Held));

    [Theory]
    [MemberData(nameof(Conserving))]
    public void P4_clean_first_and_taint_first_enclose_every_rule(string rule) =>
        Events.Sample(events =>
        {
            var least = TaintedOut(TaintRule.CleanFirst.Open, events);
            var most = TaintedOut(TaintRule.TaintFirst.Open, events);
            var ours = TaintedOut(TaintRule.Find(rule).Open, events);
            return ours.Zip(least).All(pair => pair.First >= pair.Second) && ours.Zip(most).All(pair => pair.First <= pair.Second);
        });

    [Fact]
    public void P5_haircut_does_not_mind_the_order_of_receipts() =>
        Events.Where(events => events.Length > 1).Sample(events =>
        {
            var receipts = events.Where(one => one.Receives).ToArray();
            var spends = events.Where(one => !one.Receives).ToArray();
            return TaintedOut(TaintRule.Haircut.Open, [.. receipts, .. spends])
                .SequenceEqual(TaintedOut(TaintRule.Haircut.Open, [.. receipts.Reverse(), .. spends]));
        });

    [Fact]
    public void P5_haircut_of_two_thefts_is_the_sum_of_both_within_a_unit_a_split() =>
        Events.Sample(events =>
        {
            var together = TaintedOut(TaintRule.Haircut.Open, events);
            var first = TaintedOut(TaintRule.Haircut.Open, [.. events.Select(one => one with { Theft = one.Theft == 1 ? 1 : 0 })]);
            var second = TaintedOut(TaintRule.Haircut.Open, [.. events.Select(one => one with { Theft = one.Theft == 2 ? 2 : 0 })]);
            return Enumerable.Range(0, together.Count).All(i => BigInteger.Abs(together[i] - first[i] - second[i]) <= 2 * (i + 1));
        });

    [Theory]
    [InlineData("fifo")]
    [InlineData("lifo")]
    [InlineData("taint-first")]
    [InlineData("clean-first")]
    public void P8_a_payment_in_two_parts_carries_the_same_lots(string rule) =>
        Gen.Select(Events, Gen.ULong[1, 1_000], Gen.ULong[0, 1_000]).Sample((events, amount, cut) =>
        {
            var whole = LotsOf(rule, events, [amount]);
            var parts = LotsOf(rule, events, [Math.Min(cut, amount), amount - Math.Min(cut, amount)]);
            return whole.SequenceEqual(parts);
        });

    [Fact]
    public void P8_haircut_in_two_parts_differs_by_one_unit_at_most() =>
        Gen.Select(Events, Gen.ULong[1, 1_000], Gen.ULong[0, 1_000]).Sample((events, amount, cut) =>
        {
            var whole = TaintedIn(LotsOf("haircut", events, [amount]));
            var parts = TaintedIn(LotsOf("haircut", events, [Math.Min(cut, amount), amount - Math.Min(cut, amount)]));
            return BigInteger.Abs(whole - parts) <= 1;
        });

    [Fact]
    public void P12_a_swap_keeps_what_was_stolen_to_the_unit() =>
        Gen.Select(Events, Gen.ULong[1, ulong.MaxValue], ConservingRule()).Sample((events, received, rule) =>
        {
            var given = LotsOf(rule.Name, [.. events.Where(one => one.Receives)], [1_000]);
            var rebased = SwapTaint.Rebase(given, new(received));
            return rebased.Select(lot => lot.Origin).SequenceEqual(given.Select(lot => lot.IsTainted ? lot.Amount : Amount.Zero))
                && rebased.Select(lot => lot.Theft).SequenceEqual(given.Select(lot => lot.Theft))
                && rebased.Aggregate(BigInteger.Zero, (sum, lot) => sum + lot.Amount.Units) == received;
        });

    [Theory]
    [MemberData(nameof(Conserving))]
    public void P13_where_all_is_tainted_every_rule_agrees(string rule) =>
        Events.Sample(events =>
        {
            Event[] stolen = [.. events.Select(one => one with { Theft = 1 })];
            return TaintedOut(TaintRule.Find(rule).Open, stolen).SequenceEqual(TaintedOut(TaintRule.Fifo.Open, stolen));
        });

    [Fact]
    public void A_rule_that_leaks_one_unit_is_caught()
    {
        var caught = Assert.ThrowsAny<Exception>(() => Events.Sample(events => Conserves(() => new LeakyTaint(), events)));

        Assert.Contains("Set seed", caught.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static Gen<TaintRule> ConservingRule() => Histories.ConservingRule;

    private static bool Conserves(Func<ITaint> open, Event[] events)
    {
        var last = Play(open, events)[^1];
        return Enumerable.Range(1, 2).All(theft => last.In[theft] == last.Out[theft] + last.HeldOf[theft]);
    }

    private static List<BigInteger> TaintedOut(Func<ITaint> open, Event[] events) =>
        [.. Play(open, events).Select(step => step.Out[1] + step.Out[2])];

    private static BigInteger TaintedIn(IEnumerable<Lot> lots) =>
        lots.Where(lot => lot.IsTainted).Aggregate(BigInteger.Zero, (sum, lot) => sum + lot.Amount.Units);

    // The lots a recipient ends up with, neighbours of one history joined, as its own books would join them.
    private static List<Lot> LotsOf(string rule, Event[] events, ulong[] payments)
    {
        var books = TaintRule.Find(rule).Open();
        Array.ForEach(events, one => books.Receive(new(new(one.Amount), one.Theft)));
        books.Receive(Lot.Clean(new(2_000)));
        var recipient = TaintRule.Find(rule).Open();
        foreach (ulong payment in payments)
        {
            var taken = new List<TakenLot>();
            books.Spend([new(payment)], taken);
            taken.ForEach(one => recipient.Receive(one.Lot));
        }

        return [.. recipient.Held()];
    }

    private static List<Step> Play(Func<ITaint> open, Event[] events)
    {
        var books = open();
        var steps = new List<Step>();
        BigInteger[] came = [0, 0, 0];
        BigInteger[] went = [0, 0, 0];
        foreach (var (receives, amount, theft) in events)
        {
            var taken = new List<TakenLot>();
            if (receives)
            {
                books.Receive(new(new(amount), theft));
                came[theft] += amount;
            }
            else
            {
                books.Spend([Amount.Min(new(amount), books.Balance)], taken);
            }

            taken.ForEach(one => went[one.Lot.Theft] += one.Lot.Amount.Units);
            BigInteger[] held = [0, 0, 0];
            books.Held().ToList().ForEach(lot => held[lot.Theft] += lot.Amount.Units);
            steps.Add(new(books.Balance.Units, books.Tainted.Units, [.. came], [.. went], held));
        }

        return steps;
    }

    private sealed record Event(bool Receives, ulong Amount, int Theft);

    private sealed record Step(BigInteger Balance, BigInteger Tainted, BigInteger[] In, BigInteger[] Out, BigInteger[] HeldOf)
    {
        public BigInteger Held => HeldOf[0] + HeldOf[1] + HeldOf[2];
    }
}
