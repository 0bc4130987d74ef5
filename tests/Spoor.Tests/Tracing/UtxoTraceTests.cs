using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>Taint on UTXO chains lives in outputs, and a transaction spends them whole.</summary>
public sealed class UtxoTraceTests
{
    private static readonly TheftClaim Theft = new TheftClaim.ByTransaction(Story.Bitcoin, Story.Tx(1), Index: 0);

    private static Story Peel => new Story()
        .Spend(0, [], [("earner", 50)])
        .Spend(1, [], [("thief", 100), ("other", 7)])
        .Spend(2, [(1, 0, 100)], [("peel", 10), ("change", 88)])
        .Spend(3, [(2, 1, 88), (0, 0, 50)], [("exchange", 60), ("rest", 77)]);

    public static TheoryData<string> Rules => [.. TaintRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_accounts_for_every_satoshi(string rule)
    {
        var trace = Peel.Trace(TaintRule.Find(rule), Theft);

        Assert.Equal(0, Assert.Single(trace.Books).Difference);
        Assert.Equal(10, Story.Held(trace, "peel"));
    }

    [Fact]
    public void Fifo_cuts_the_inputs_at_the_outputs_and_leaves_the_tail_to_the_fee()
    {
        var trace = Peel.Trace(TaintRule.Fifo, Theft);

        Assert.Equal((60, 28), (Story.Held(trace, "exchange"), Story.Held(trace, "rest")));
        Assert.Equal(new Amount(2), Assert.Single(trace.Books).Fees);
    }

    [Fact]
    public void An_input_whose_value_nobody_stated_is_worth_what_the_outputs_leave_unpaid()
    {
        var story = new Story().Spend(1, [], [("thief", 100)])
            .Spend(2, [(1, 0, UInt128.MaxValue), (9, 9, UInt128.MaxValue)], [("a", 150), ("b", 50)]);

        var trace = story.Trace(TaintRule.Haircut, Theft);

        Assert.Equal((75, 25), (Story.Held(trace, "a"), Story.Held(trace, "b")));
        Assert.Empty(trace.Openings);
    }

    [Fact]
    public void A_backward_trace_runs_from_a_deposit_to_its_sources()
    {
        var deposit = new TheftClaim.ByTransaction(Story.Bitcoin, Story.Tx(2), Index: 1);

        var trace = Peel.Trace(TaintRule.Haircut, [deposit], direction: TraceDirection.In);

        // Output and input of transaction 2 are claimed; the coins behind them were newly issued as far as the data show.
        Assert.All(trace.Books, book => Assert.Equal(0, book.Difference));
    }

    [Fact]
    public void A_wallet_that_spends_its_own_change_is_traced_back_without_counting_it_twice()
    {
        var story = new Story().Spend(1, [], [("s", 1_000)]).Spend(2, [(1, 0, 1_000)], [("b", 300), ("s", 600)]).Spend(3, [(2, 1, 600)], [("c", 500)]);

        var trace = story.Trace(TaintRule.Fifo, [new TheftClaim.BySeed(Story.Bitcoin, Story.Wallet("s"))], direction: TraceDirection.In);

        var book = Assert.Single(trace.Books);
        Assert.Equal((new Amount(1_000), 0), (book.Stolen, (int)book.Difference));
        Assert.Equal(new Amount(600), Assert.Single(trace.Collisions).Amount);
    }

    [Fact]
    public void The_opening_balance_of_a_seed_is_the_coins_it_spends_without_having_been_seen_to_receive_them()
    {
        var story = new Story().Spend(1, [(77, 0, 40)], [("a", 39)]);
        var input = story.Transfers[0] with { From = Story.Wallet("s") };
        var request = new TraceRequest { Rule = TaintRule.Fifo, Claims = [new TheftClaim.BySeed(Story.Bitcoin, Story.Wallet("s"))], OpeningStolen = true, Stops = StopRules.None };

        var book = Assert.Single(Tracer.Run(MemoryTransferStore.Load([input, .. story.Transfers.Skip(1)]), request, TestContext.Current.CancellationToken).Books);

        Assert.Equal((new Amount(40), new Amount(39), new Amount(1), 0), (book.Stolen, book.Held, book.Fees, (int)book.Difference));
    }

    [Fact]
    public void A_seed_on_a_utxo_chain_is_all_that_it_was_paid()
    {
        var trace = Peel.Trace(TaintRule.Fifo, new TheftClaim.BySeed(Story.Bitcoin, Story.Wallet("thief")));

        Assert.Equal(new Amount(100), Assert.Single(trace.Thefts).Amount);
        Assert.Equal(60, Story.Held(trace, "exchange"));
    }

    [Fact]
    public void What_is_held_at_a_moment_leaves_out_what_was_spent_before()
    {
        var before = new TheftClaim.ByHolding(Story.Bitcoin, Story.Wallet("change"), Story.Begin.AddMinutes(2));
        var after = new TheftClaim.ByHolding(Story.Bitcoin, Story.Wallet("change"), Story.Begin.AddMinutes(3));

        Assert.Equal(new Amount(88), Assert.Single(Peel.Trace(TaintRule.Fifo, before).Thefts).Amount);
        Assert.Empty(Peel.Trace(TaintRule.Fifo, after).Thefts);
    }
}
