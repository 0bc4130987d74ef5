using Spoor.Detection;
using Spoor.Valuation;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>An open alert says that money goes on, and does not say it every twelve seconds.</summary>
public sealed class AlertNoiseTests
{
    [Fact]
    public void More_to_the_same_thief_is_told_when_it_is_many_floors_or_ten_minutes_later()
    {
        var story = Drained();

        Assert.Empty(story.Wait(1).Pay("hot", "thief", Eth, 100m));
        Assert.Equal(UsdValue.OfDollars(6_560_000), Assert.Single(story.Wait(1).Pay("hot", "thief", Eth, 1_000m)).Gone);
        Assert.Empty(story.Wait(1).Pay("hot", "thief", Eth, 60m));
        Assert.Equal(UsdValue.OfDollars(6_752_000), Assert.Single(story.Wait(10).Pay("hot", "thief", Eth, 60m)).Gone);
    }

    [Fact]
    public void After_the_first_notices_they_come_by_the_minute_and_none_is_lost()
    {
        var story = Drained();
        for (int i = 0; i < 80; i++)
        {
            story.Known($"t{i}", 0).Wait(0.2).Pay("hot", $"t{i}", Eth, 200m);
        }

        Assert.InRange(story.Told.Count, 8, 8 + 17);
        story.Wait(1).Tick(Ethereum);
        Assert.Equal(81, story.Told[^1].Block.Count);
        Assert.Equal(AlertStage.Update, story.Told[^1].Stage);
        Assert.Equal(Enumerable.Range(1, story.Told.Count), story.Told.Select(notice => notice.Number));
        int count = story.Told.Count;
        story.Wait(5).Tick(Ethereum);
        Assert.Equal(count, story.Told.Count);
    }

    [Fact]
    public void A_long_drain_lists_its_first_transactions_and_counts_all()
    {
        var story = Drained();
        for (int i = 0; i < 599; i++)
        {
            story.Wait(0.2).Pay("hot", "thief", Eth, 1m);
        }

        var told = Assert.Single(story.Wait(7 * 60).Tick(Ethereum));

        Assert.Equal(512, told.Transactions.Count);
        Assert.Contains("in 600 transactions", told.Headline, StringComparison.Ordinal);
        Assert.Equal(UsdValue.OfDollars(1_600 * (3_000 + 599)), told.Gone);
    }

    [Fact]
    public void What_is_judged_again_when_its_grace_is_over_is_counted_once()
    {
        var story = new DrainStory(new([Owner(Wallet("hot", WalletUse.Hot, (Eth, 9_000m))) with
        {
            Policy = new() { ReconcilesWithdrawals = true, WithdrawalGrace = TimeSpan.FromMinutes(120) },
        }])).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 6_000m);
        for (int i = 0; i < 599; i++)
        {
            story.Wait(0.1).Pay("hot", "thief", Eth, 1m);
        }

        story.Wait(121).Tick(Ethereum);
        story.Wait(7 * 60).Tick(Ethereum);

        Assert.Equal(UsdValue.OfDollars(1_600 * (6_000 + 599)), story.Told[^1].Gone);
    }

    private static DrainStory Drained()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 20_000m)))).Known("thief", 0);
        Assert.Single(story.Pay("hot", "thief", Eth, 3_000m));
        return story;
    }
}
