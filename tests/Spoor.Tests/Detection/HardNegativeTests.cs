using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>What looks like a drain and is none: nobody must be woken.</summary>
public sealed class HardNegativeTests
{
    [Fact]
    public void A_planned_migration_to_a_fresh_wallet_is_shown_as_planned_and_wakes_nobody()
    {
        var story = new DrainStory(Planned()).Known("new-wallet", 0);

        var told = story.Pay("hot", "new-wallet", Eth, 5_000m);

        var notice = Assert.Single(told);
        Assert.Equal((AlertClass.Planned, AlertSeverity.Info), (notice.Class, notice.Severity));
    }

    [Fact]
    public void More_than_was_planned_is_a_drain()
    {
        var story = new DrainStory(Planned()).Known("new-wallet", 0);
        story.Pay("hot", "new-wallet", Eth, 4_000m);

        var told = story.Wait(1).Pay("hot", "new-wallet", Eth, 1_050m);

        Assert.Equal(AlertClass.Drain, Assert.Single(told).Class);
        Assert.Equal(AlertSeverity.Critical, told[0].Severity);
    }

    [Fact]
    public void A_plan_that_is_over_covers_nothing()
    {
        var story = new DrainStory(Planned()).Known("new-wallet", 0).Wait(60 * 25);

        Assert.NotEmpty(story.Pay("hot", "new-wallet", Eth, 5_000m));
        Assert.All(story.Told, notice => Assert.Equal(AlertClass.Drain, notice.Class));
    }

    [Fact]
    public void A_cold_top_up_and_a_consolidation_are_silent()
    {
        var story = new DrainStory(Watch(
            Wallet("hot", WalletUse.Hot, (Eth, 5_080m)), Wallet("cold", WalletUse.Cold), Wallet("deposit", WalletUse.Deposit, (Eth, 900m))));

        story.Pay("hot", "cold", Eth, 5_000m);
        story.Wait(5).Pay("deposit", "hot", Eth, 900m);
        story.Wait(5).Pay("cold", "hot", Eth, 4_000m);

        Assert.Empty(story.Told);
    }

    [Fact]
    public void A_whale_who_withdraws_to_where_it_always_does_wakes_nobody()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 50_000m)))).Known("whale", 400);
        for (int day = 0; day < 30; day++)
        {
            story.Wait(60 * 24).Pay("hot", "whale", Eth, 50m + day);
        }

        Assert.Empty(story.Told);
        story.Now = Begin;
        var later = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 50_000m)))).Known("whale", 400);
        later.Now = Begin.AddDays(-2);
        later.Pay("hot", "whale", Eth, 30m);
        later.Wait(60 * 48);

        Assert.Empty(later.Pay("hot", "whale", Eth, 3_000m));
    }

    [Fact]
    public void Airdropped_junk_and_its_forged_departure_are_silent()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("look-alike", 0);

        story.Transact("spammer", Move("spammer", "hot", Junk, 1_000_000m));
        story.Transact("spammer", Move("hot", "look-alike", Junk, 1_000_000m));
        story.Transact(null, Move("hot", "look-alike", Junk, 1_000_000m));

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Poisoning_neither_alerts_nor_makes_the_thief_known()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        for (int day = 0; day < 5; day++)
        {
            story.Transact("spammer", Move("hot", "thief", Dai, 0m));
            story.Wait(60 * 24);
        }

        Assert.Empty(story.Told);
        var told = story.Pay("hot", "thief", Eth, 4_947m);
        Assert.Contains(Assert.Single(told).Signals, signal => signal is { Kind: SignalKind.UnknownCounterparty, Speaks: true });
    }

    [Fact]
    public void A_swap_gives_back_what_it_takes_and_is_no_outflow()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m), (Dai, 1m)))).Known("pool", 0);

        story.Transact("hot", Move("hot", "pool", Eth, 5_000m), Move("pool", "hot", Dai, 7_960_000m));

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Many_small_withdrawals_to_new_customers_are_silent()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m))));
        for (int customer = 0; customer < 200; customer++)
        {
            story.Known($"customer{customer}", customer % 2 == 0 ? 0 : 90).Wait(3).Pay("hot", $"customer{customer}", Eth, 1m + (customer % 17));
        }

        Assert.Empty(story.Told);
    }

    private static WatchList Planned() => new([
        Owner(Wallet("hot", WalletUse.Hot, (Eth, 5_080m))) with
        {
            Planned =
            [
                new()
                {
                    Id = "move-1",
                    Reason = "new hot wallet",
                    From = Begin.AddHours(-1),
                    Until = Begin.AddHours(24),
                    Recipients = new HashSet<Address> { At("new-wallet") },
                    Limits = new Dictionary<AssetId, Amount> { [Eth] = Coins(Eth, 5_000m) },
                },
            ],
            Policy = new() { Floor = UsdValue.OfDollars(100_000) },
        }]);
}
