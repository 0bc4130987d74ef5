using Spoor.Detection;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>The exchange's own withdrawal log: what it did not order, somebody else did.</summary>
public sealed class WithdrawalLogTests
{
    [Fact]
    public void An_outflow_without_an_entry_always_alerts()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero)).Known("customer", 400);

        var told = story.Pay("hot", "customer", Eth, 100m);

        var notice = Assert.Single(told);
        Assert.Equal((AlertClass.WithdrawalMismatch, AlertSeverity.Critical), (notice.Class, notice.Severity));
        Assert.Equal(SignalKind.WithdrawalMismatch, notice.Signals[0].Kind);
    }

    [Fact]
    public void What_the_exchange_ordered_wakes_nobody_even_if_it_is_large_and_goes_to_a_fresh_address()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero)).Known("whale", 0);
        story.Detector.Expect(Ordered("w-1", "whale", 2_000m));

        Assert.Empty(story.Pay("hot", "whale", Eth, 2_000m));
    }

    [Fact]
    public void An_entry_covers_one_payment_only()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero)).Known("whale", 400);
        story.Detector.Expect(Ordered("w-1", "whale", 100m));
        story.Detector.Expect(Ordered("w-1", "whale", 100m));
        story.Pay("hot", "whale", Eth, 100m);
        Assert.Empty(story.Told);

        Assert.NotEmpty(story.Wait(1).Pay("hot", "whale", Eth, 100m));
    }

    [Fact]
    public void An_entry_that_names_its_transaction_after_the_payment_covers_it_although_a_fee_was_taken_off()
    {
        var story = new DrainStory(Reconciling(TimeSpan.FromMinutes(10))).Known("whale", 400);
        story.Detector.Expect(Ordered("w-1", "whale", 100m));
        var block = story.Block("hot", Move("hot", "whale", Eth, 99.5m));
        story.Give(block);

        story.Detector.Expect(Ordered("w-1", "whale", 100m) with { Tx = block.Transfers[0].Tx });
        story.Wait(11).Tick(Ethereum);

        Assert.Empty(story.Told);
        Assert.NotEmpty(story.Pay("hot", "whale", Eth, 100m).Concat(story.Wait(11).Tick(Ethereum)));
    }

    [Fact]
    public void Of_two_entries_for_the_same_payment_the_first_is_used_first()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero)).Known("whale", 400);
        story.Detector.Expect(Ordered("w-1", "whale", 100m));
        story.Detector.Expect(Ordered("w-2", "whale", 100m));
        story.Detector.Expect(Ordered("w-3", "whale", 50m));
        story.Pay("hot", "whale", Eth, 100m);
        story.Wait(1).Pay("hot", "whale", Eth, 100m);
        story.Wait(1).Pay("hot", "whale", Eth, 50m);
        Assert.Empty(story.Told);

        story.Detector.Expect(Ordered("w-2", "whale", 100m));

        Assert.NotEmpty(story.Wait(1).Pay("hot", "whale", Eth, 100m));
    }

    [Fact]
    public void Of_very_many_entries_the_first_are_forgotten()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero)).Known("whale", 400);
        for (int i = 0; i <= DrainDetector.MostExpected; i++)
        {
            story.Detector.Expect(Ordered($"w-{i}", "whale", 100m + i));
        }

        Assert.Empty(story.Pay("hot", "whale", Eth, 101m));
        Assert.NotEmpty(story.Wait(1).Pay("hot", "whale", Eth, 100m));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void An_entry_that_covered_a_payment_before_a_restart_covers_no_second_one_when_the_log_is_entered_again(int graceMinutes)
    {
        var story = new DrainStory(Reconciling(TimeSpan.FromMinutes(graceMinutes))).Known("whale", 400);
        story.Detector.Expect(Ordered("w-1", "whale", 100m));
        story.Pay("hot", "whale", Eth, 100m);
        for (int i = 0; i < 200; i++)
        {
            story.Tick(Ethereum);
        }

        story.Restart().Detector.Expect(Ordered("w-1", "whale", 100m));
        story.Wait(1).Pay("hot", "whale", Eth, 100m);
        story.Wait(graceMinutes + 1).Tick(Ethereum);

        Assert.Equal(AlertClass.WithdrawalMismatch, Assert.Single(story.Told).Class);
    }

    [Fact]
    public void An_entry_that_is_told_again_with_its_transaction_may_state_the_amount_before_the_fee()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero)).Known("whale", 400);
        var block = story.Block("hot", Move("hot", "whale", Eth, 99.5m));
        story.Detector.Expect(Ordered("w-1", "whale", 100m));
        story.Detector.Expect(Ordered("w-1", "whale", 100m) with { Tx = block.Transfers[0].Tx });

        Assert.Empty(story.Give(block));
    }

    [Fact]
    public void An_entry_may_come_within_the_grace()
    {
        var story = new DrainStory(Reconciling(TimeSpan.FromMinutes(10))).Known("whale", 400);
        story.Pay("hot", "whale", Eth, 100m);
        story.Wait(9).Tick(Ethereum);
        story.Detector.Expect(Ordered("w-1", "whale", 100m));

        Assert.Empty(story.Wait(60).Tick(Ethereum));
        Assert.Empty(story.Told);
    }

    [Fact]
    public void When_the_grace_is_over_the_outflow_alerts_and_names_its_transaction()
    {
        var story = new DrainStory(Reconciling(TimeSpan.FromMinutes(10))).Known("whale", 400);
        var block = story.Block("hot", Move("hot", "whale", Eth, 100m));
        story.Give(block);

        var told = story.Wait(11).Tick(Ethereum);

        var notice = Assert.Single(told);
        Assert.Equal(AlertClass.WithdrawalMismatch, notice.Class);
        Assert.Equal(block.Transfers[0].Tx, notice.Tx);
    }

    [Fact]
    public void An_entry_that_names_its_transaction_may_state_the_amount_before_the_fee()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero)).Known("whale", 400);
        var block = story.Block("hot", Move("hot", "whale", Eth, 99.5m));
        story.Detector.Expect(Ordered("w-1", "whale", 100m) with { Tx = block.Transfers[0].Tx });

        Assert.Empty(story.Give(block));
    }

    [Fact]
    public void An_entry_of_an_owner_who_is_not_watched_is_refused()
    {
        var story = new DrainStory(Reconciling(TimeSpan.Zero));

        var fault = Assert.Throws<ArgumentException>(() => story.Detector.Expect(Ordered("w-1", "whale", 1m) with { Owner = "Nobody" }));

        Assert.Contains("'Nobody'", fault.Message, StringComparison.Ordinal);
    }

    private static WatchList Reconciling(TimeSpan grace) => new([
        Owner(Wallet("hot", WalletUse.Hot, (Eth, 5_080m))) with { Policy = new() { ReconcilesWithdrawals = true, WithdrawalGrace = grace } }]);

    private static Withdrawal Ordered(string id, string to, decimal coins) =>
        new() { Id = id, Owner = "Exchange", Ordered = Begin, Asset = Eth, Amount = Coins(Eth, coins), To = At(to) };
}
