using System.Numerics;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>The worked examples of the literature, exact: amounts are scaled so that every fraction is a whole number.</summary>
public sealed class WorkedExampleTests
{
    // 2 clean, 3 stolen, 5 clean in; 4, 3, 3 out. In tenths.
    [Theory]
    [InlineData("fifo", 20, 10, 0, 0)]
    [InlineData("lifo", 0, 20, 10, 0)]
    [InlineData("haircut", 12, 9, 9, 0)]
    [InlineData("taint-first", 30, 0, 0, 0)]
    [InlineData("clean-first", 0, 0, 30, 0)]
    [InlineData("tiho", 30, 0, 0, 0)]
    [InlineData("poison", 40, 30, 30, 0)]
    public void An_account_pays_four_then_three_then_three(string rule, int first, int second, int third, int left)
    {
        var story = new Story().Pay("earner", "thief", 20).Pay("victim", "thief", 30).Pay("earner", "thief", 50)
            .Pay("thief", "a", 40).Pay("thief", "b", 30).Pay("thief", "c", 30);

        var trace = story.Trace(TaintRule.Find(rule), Story.Theft(1));

        Assert.Equal([first, second, third, left], [Story.Sent(trace, 3), Story.Sent(trace, 4), Story.Sent(trace, 5), Story.Held(trace, "thief")]);
        Assert.Equal(0, Assert.Single(trace.Books).Difference);
    }

    // +10 clean, +5 stolen, −6, +4 clean, −8, 5 left. In thirteenths.
    [Theory]
    [InlineData("haircut", 26, 24, 15)]
    [InlineData("fifo", 0, 52, 13)]
    [InlineData("lifo", 65, 0, 0)]
    [InlineData("taint-first", 65, 0, 0)]
    [InlineData("clean-first", 0, 0, 65)]
    [InlineData("poison", 78, 104, 65)]
    public void Receipts_and_payments_interleave(string rule, int first, int second, int left)
    {
        const int Scale = 13;
        var story = new Story().Pay("earner", "thief", 10 * Scale).Pay("victim", "thief", 5 * Scale).Pay("thief", "a", 6 * Scale)
            .Pay("earner", "thief", 4 * Scale).Pay("thief", "b", 8 * Scale);

        var trace = story.Trace(TaintRule.Find(rule), Story.Theft(1));

        Assert.Equal([first, second, left], [Story.Sent(trace, 2), Story.Sent(trace, 4), Story.Held(trace, "thief")]);
        Assert.Equal(0, Assert.Single(trace.Books).Difference);
    }

    // Inputs A = 6 stolen and B = 4 clean; outputs 3, 5, 1.5; fee 0.5. In tenths.
    [Theory]
    [InlineData("haircut", false, 18, 30, 9, 3)]
    [InlineData("fifo", false, 30, 30, 0, 0)]
    [InlineData("fifo", true, 0, 40, 15, 5)]
    [InlineData("lifo", false, 0, 40, 15, 5)]
    [InlineData("tiho", false, 10, 50, 0, 0)]
    [InlineData("tilo", false, 30, 15, 15, 0)]
    [InlineData("poison", false, 30, 50, 15, 5)]
    public void A_transaction_of_two_inputs_and_three_outputs(string rule, bool cleanFirst, int first, int second, int third, int fee)
    {
        (int, int, UInt128)[] inputs = cleanFirst ? [(1, 0, 40), (0, 0, 60)] : [(0, 0, 60), (1, 0, 40)];
        var story = new Story().Spend(0, [], [("thief", 60)]).Spend(1, [], [("thief", 40)])
            .Spend(2, inputs, [("a", 30), ("b", 50), ("c", 15)]);

        var trace = story.Trace(TaintRule.Find(rule), new TheftClaim.ByTransaction(Story.Bitcoin, Story.Tx(0)));

        var book = Assert.Single(trace.Books);
        Assert.Equal([first, second, third], [Story.Held(trace, "a"), Story.Held(trace, "b"), Story.Held(trace, "c")]);
        Assert.Equal((fee, BigInteger.Zero), ((int)book.Fees.Units, book.Difference));
    }

    // Anderson and Shumailov, lightbluetouchpaper.org, 26 March 2018: three stolen coins, then seven fresh ones.
    [Theory]
    [InlineData("poison", 3, 10)]
    [InlineData("fifo", 3, 3)]
    [InlineData("haircut", 1, 3)]
    public void Three_stolen_coins_and_seven_fresh_ones(string rule, int ofTheFirstThreeSpent, int inAll)
    {
        var story = new Story().Pay("victim", "thief", 3).Pay("earner", "thief", 7).Pay("thief", "a", 3);

        var trace = story.Trace(TaintRule.Find(rule), Story.Theft(0));

        Assert.Equal(ofTheFirstThreeSpent, Story.Sent(trace, 2));
        Assert.Equal(inAll, Story.Held(trace, "a") + Story.Held(trace, "thief"));
    }

    [Fact]
    public void A_swap_after_gas_keeps_the_share_of_taint()
    {
        // 10 ETH of which 6 are stolen; gas 0.01; 4 ETH become 6,400 USDC. ETH in thousandths, USDC whole.
        var books = TaintRule.Haircut.Open();
        books.Receive(new(new(6_000), 1));
        books.Receive(Lot.Clean(new(4_000)));
        var gas = new List<TakenLot>();
        books.Spend([new(10)], gas);
        var given = new List<TakenLot>();
        books.Spend([new(4_000)], given);

        var received = SwapTaint.Rebase(given.ConvertAll(taken => taken.Lot), new(6_400));

        Assert.Equal(new TakenLot(0, new(new(6), 1)), gas[0]);
        Assert.Equal(new Lot(new(3_840), 1, new(2_400)), received[0]);
        Assert.Equal(Lot.Clean(new(2_560)), received[1]);
        Assert.Equal((new Amount(5_990), new Amount(3_594)), (books.Balance, books.Tainted));
    }
}
