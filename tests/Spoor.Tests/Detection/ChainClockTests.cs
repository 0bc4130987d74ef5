using Spoor.Detection;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>Chains whose blocks come hours apart, as after a pause: each is measured by its own clock.</summary>
public sealed class ChainClockTests
{
    [Fact]
    public void An_alert_does_not_end_because_another_chain_is_hours_ahead()
    {
        var story = Two().Known("thief", 0);
        for (int i = 0; i < 4; i++)
        {
            story.Now = Begin.AddMinutes(i);
            story.Pay("hot", "thief", Eth, 1_000m);
            story.Now = Begin.AddHours(7).AddMinutes(i);
            story.Tick(Polygon);
        }

        Assert.Single(story.Told.Select(notice => notice.Alert).Distinct());
        Assert.DoesNotContain(story.Told, notice => notice.Stage == AlertStage.End);
    }

    [Fact]
    public void An_alert_ends_when_its_own_chain_was_quiet_for_six_hours()
    {
        var story = Two().Known("thief", 0);
        story.Pay("hot", "thief", Eth, 4_000m);

        story.Wait(7 * 60).Tick(Polygon);
        Assert.DoesNotContain(story.Told, notice => notice.Stage == AlertStage.End);
        story.Tick(Ethereum);

        Assert.Equal(AlertStage.End, story.Told[^1].Stage);
    }

    [Fact]
    public void An_alert_over_two_chains_ends_when_both_were_quiet()
    {
        var story = Two().Known("thief", 0);
        story.Pay("hot", "thief", Eth, 4_000m);
        story.Now = Begin.AddHours(5);
        story.Pay("hotp", "thief", Pol, 1_900_000m);
        story.Now = Begin.AddHours(7);
        story.Tick(Ethereum);
        Assert.DoesNotContain(story.Told, notice => notice.Stage == AlertStage.End);

        story.Now = Begin.AddHours(12);
        story.Tick(Polygon);

        Assert.Equal(AlertStage.End, story.Told[^1].Stage);
        Assert.Single(story.Told.Select(notice => notice.Alert).Distinct());
    }

    [Fact]
    public void A_grace_runs_by_the_clock_of_the_chain_of_the_outflow()
    {
        var policy = new WatchPolicy { ReconcilesWithdrawals = true, WithdrawalGrace = TimeSpan.FromMinutes(10) };
        var story = new DrainStory(new([Owner(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)), Wallet("hotp", WalletUse.Hot, (Pol, 1_000m))) with { Policy = policy }])).Known("whale", 400);
        story.Now = Begin.AddHours(1);
        story.Tick(Polygon);
        story.Now = Begin;
        story.Pay("hot", "whale", Eth, 100m);
        story.Now = Begin.AddHours(1).AddSeconds(2);
        story.Tick(Polygon);
        Assert.Empty(story.Told);

        story.Now = Begin.AddMinutes(11);
        story.Tick(Ethereum);

        Assert.Equal(AlertClass.WithdrawalMismatch, Assert.Single(story.Told).Class);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7 * 60)]
    public void What_left_before_on_a_chain_that_is_behind_is_still_added_up(int minutesAhead)
    {
        var story = Two();
        IReadOnlyList<AlertNotice> last = [];
        for (int i = 0; i < 4; i++)
        {
            story.Now = Begin.AddMinutes(10 * i);
            last = story.Known($"thief{i}", 0).Pay("hot", $"thief{i}", Eth, 1_000m);
            story.Now = story.Now.AddMinutes(minutesAhead);
            story.Pay("hotp", "customer", Pol, 1m);
        }

        var share = Assert.Single(last[0].Signals, signal => signal.Kind == SignalKind.DrainShare);
        Assert.StartsWith("78", share.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_chain_paid_hours_later_is_not_within_the_window()
    {
        var story = Two().Known("payee", 400);
        story.Now = Begin.AddHours(7);
        story.Pay("hotp", "payee", Pol, 900_000m);
        story.Now = Begin;

        var told = story.Pay("hot", "payee", Eth, 4_000m);

        Assert.DoesNotContain(told.SelectMany(notice => notice.Signals), signal => signal.Kind == SignalKind.Chains && signal.Speaks == true);
    }

    [Fact]
    public void A_restart_keeps_the_clock_of_every_chain()
    {
        var story = Two().Known("thief", 0);
        story.Pay("hot", "thief", Eth, 4_000m);
        for (int i = 0; i < 300; i++)
        {
            story.Tick(Ethereum);
            story.Tick(Polygon);
        }

        story.Restart().Wait(7 * 60).Tick(Polygon);
        Assert.DoesNotContain(story.Told, notice => notice.Stage == AlertStage.End);
        story.Tick(Ethereum);

        Assert.Equal(AlertStage.End, story.Told[^1].Stage);
    }

    private static DrainStory Two() => new(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m), (Dai, 4_000_000m)), Wallet("hotp", WalletUse.Hot, (Pol, 2_000_000m))));
}
