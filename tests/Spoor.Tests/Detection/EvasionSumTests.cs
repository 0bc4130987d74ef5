using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>Thieves who take so little at once, or dress it so, that no single payment says anything.</summary>
public sealed class EvasionSumTests
{
    [Fact]
    public void A_wallet_with_customers_of_old_does_not_lose_everything_to_a_fresh_address_unseen()
    {
        var story = Business(20_000m, 1_000).Known("thief", 0).Wait(5);

        Assert.Equal(AlertSeverity.Critical, Assert.Single(story.Pay("hot", "thief", Eth, 14_000m)).Severity);
    }

    [Fact]
    public void The_loss_of_nearly_all_is_critical_even_where_nobody_answers_for_the_recipient()
    {
        var story = Business(20_000m, 1_000).Wait(5);

        Assert.Equal(AlertSeverity.Critical, Assert.Single(story.Pay("hot", "nobody-asked", Eth, 14_000m)).Severity);
    }

    [Fact]
    public void Many_fresh_addresses_within_an_hour_are_told_where_nobody_knows_what_the_wallet_holds()
    {
        var story = Business(null, 600);

        Assert.InRange(Pieces(story, 50m, 0.2, 277), 50m, 50m * 40);
        Assert.Equal(AlertSeverity.Critical, story.Alarms[0].Severity);
    }

    [Theory]
    [InlineData(3.2, 1.0 / 60, 0.6)]
    [InlineData(2, 0.4 / 60, 0.95)]
    public void A_drain_in_pieces_that_are_trifles_is_told_before_all_is_gone(decimal each, double minutes, decimal most)
    {
        var story = Business(20_000m, 1_000);

        Assert.InRange(Pieces(story, each, minutes, (int)(13_900m / each)), 0, 14_000m * most);
        Assert.Equal(AlertSeverity.Critical, story.Alarms[0].Severity);
    }

    [Fact]
    public void A_swap_against_what_the_owner_does_not_hold_by_way_of_a_fresh_contract_is_an_outflow()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("pool", 0);

        story.Transact("hot", Move("hot", "pool", Eth, 5_000m), Move("pool", "hot", Grt, 100_000_000m));

        Assert.Equal(AlertSeverity.Critical, Assert.Single(story.Told).Severity);
    }

    [Fact]
    public void A_swap_with_somebody_who_has_a_past_wakes_nobody()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("pool", 400);

        story.Transact("hot", Move("hot", "pool", Eth, 5_000m), Move("pool", "hot", Grt, 100_000_000m));

        Assert.Empty(story.Told);
    }

    [Fact]
    public void A_swap_takes_its_entry_out_of_the_withdrawal_log()
    {
        var story = new DrainStory(new([Owner(Wallet("hot", WalletUse.Hot, (Eth, 5_080m), (Dai, 1m))) with { Policy = new() { ReconcilesWithdrawals = true } }])).Known("pool", 400);
        story.Detector.Expect(new() { Id = "w-1", Owner = "Exchange", Ordered = Begin, Asset = Eth, Amount = Coins(Eth, 500m), To = At("pool") });

        story.Transact("hot", Move("hot", "pool", Eth, 500m), Move("pool", "hot", Dai, 800_000m));
        Assert.Empty(story.Told);
        story.Wait(5).Pay("hot", "pool", Eth, 500m);

        Assert.Equal(AlertClass.WithdrawalMismatch, Assert.Single(story.Told).Class);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(80, true)]
    public void One_address_on_two_chains_speaks_where_each_payment_is_large(int coins, bool speaks)
    {
        var pol = new AssetId(Polygon, "slip44:966");
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)), Wallet("hot", WalletUse.Hot, (pol, 50_000_000m)))).Known("customer", 400);
        story.Pay("hot", "customer", pol, coins * 3_200m);

        var told = story.Wait(30).Pay("hot", "customer", Eth, 4_900m);

        Assert.Contains(Assert.Single(told).Signals, signal => signal.Kind == SignalKind.Chains && signal.Speaks == speaks);
    }

    private static decimal Pieces(DrainStory story, decimal each, double minutes, int most)
    {
        decimal gone = 0;
        for (int i = 0; i < most && story.Alarms.Count == 0; i++)
        {
            gone += each;
            story.Known($"t{i}", 0).Wait(minutes).Pay("hot", $"t{i}", Eth, each);
        }

        Assert.NotEmpty(story.Alarms);
        return gone;
    }

    private static DrainStory Business(decimal? hot, int count)
    {
        var wallet = hot is { } coins ? Wallet("hot", WalletUse.Hot, (Eth, coins)) : Wallet("hot");
        var story = new DrainStory(Watch(wallet)) { Now = Begin.AddDays(-30) };
        for (int i = 0; i < count; i++)
        {
            string name = i % 10 == 0 ? $"n{i}" : $"c{i % 100}";
            story.Known(name, i % 10 == 0 ? 0 : 90).Wait(5).Pay("hot", name, Eth, 3m + (i % 7));
        }

        Assert.Empty(story.Alarms);
        return story;
    }
}
