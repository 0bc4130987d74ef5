using Spoor.Detection;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>The drain of 12 September 2023 in its published amounts and order.</summary>
public sealed class CoinexStoryTests
{
    [Fact]
    public void The_first_transaction_of_the_drain_pages_somebody()
    {
        var story = Before();

        var told = story.Pay("hot", "thief", Eth, 4_947m);

        var notice = Assert.Single(told);
        Assert.Equal((AlertStage.Start, AlertClass.Drain, AlertSeverity.Critical), (notice.Stage, notice.Class, notice.Severity));
        Assert.Equal([new AccountOnChain(Ethereum, At("thief"))], notice.Block);
        Assert.True(notice.HardRule.Length > 0, Show(told));
    }

    [Fact]
    public void Each_further_asset_is_an_update_that_says_what_is_gone()
    {
        var story = Before();
        story.Pay("hot", "thief", Eth, 4_947m);
        story.Wait(3).Pay("hot", "thief", Dai, 408_741m);
        story.Wait(2).Pay("hot", "thief", Grt, 2_700_000m);
        story.Wait(1).Pay("hot", "thief", Uni, 29_158m);

        Assert.Equal([1, 2, 3, 4], story.Told.Select(notice => notice.Number));
        Assert.Single(story.Told.Select(notice => notice.Alert).Distinct());
        Assert.Equal("8665320.400000", story.Told[^1].Gone.ToString());
        Assert.Contains(story.Told[^1].Signals, signal => signal is { Kind: SignalKind.Breadth, Speaks: true });
    }

    [Fact]
    public void What_the_exchange_saves_in_its_cold_wallet_is_a_rescue_and_no_loss()
    {
        var story = Before();
        story.Pay("hot", "thief", Eth, 4_947m);

        var told = story.Wait(30).Pay("hot2", "cold", Eth, 45_000m);

        var notice = Assert.Single(told);
        Assert.Equal((AlertClass.Rescue, AlertSeverity.Info, AlertStage.Update), (notice.Class, notice.Severity, notice.Stage));
        Assert.Equal(story.Told[0].Gone, notice.Gone);
    }

    private static DrainStory Before() => new DrainStory(Watch(
        Wallet("hot", WalletUse.Hot, (Eth, 5_080m), (Dai, 410_000m), (Grt, 2_700_001m), (Uni, 29_200m)),
        Wallet("hot2", WalletUse.Hot, (Eth, 45_100m)),
        Wallet("cold", WalletUse.Cold, (Eth, 1_000m)))).Known("thief", 0);
}
