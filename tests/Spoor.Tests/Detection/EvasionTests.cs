using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>Thieves who know how the detector thinks: what was tried against it and went unseen before.</summary>
public sealed class EvasionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void A_watch_that_knows_nobody_yet_is_not_blind_to_the_loss_of_everything(int seen)
    {
        var story = Busy(40_000m, seen, i => $"c{i}");
        decimal left = 40_000m - Enumerable.Range(0, seen).Sum(i => 3m + (i % 7));
        story.Known("thief", 0).Wait(5);

        Assert.Equal(AlertSeverity.Critical, Assert.Single(story.Pay("hot", "thief", Eth, left)).Severity);
    }

    [Fact]
    public void Customers_who_return_seldom_do_not_hide_a_third_of_the_wallet_going_to_a_fresh_address()
    {
        var random = new Random(7);
        var names = Enumerable.Range(0, 300).Select(_ => random.Next(2_000)).ToList();
        var story = Busy(60_000m, 300, i => $"c{names[i]}", 2).Known("thief", 0).Wait(5);

        Assert.NotEmpty(story.Pay("hot", "thief", Eth, 20_000m));
    }

    [Fact]
    public void A_wallet_that_only_pays_new_recipients_still_tells_when_it_is_emptied()
    {
        var story = Busy(100_000m, 1_000, i => $"n{i}").Known("thief", 0).Wait(5);
        Assert.Empty(story.Told);

        Assert.Equal(AlertSeverity.Critical, Assert.Single(story.Pay("hot", "thief", Eth, 94_000m)).Severity);
    }

    [Theory]
    [InlineData(25, 1)]
    [InlineData(8 * 24, 8)]
    public void A_small_withdrawal_beforehand_calms_nobody_about_the_whole_wallet(int hours, int days)
    {
        var story = Busy(20_000m, 1_000).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 0.01m);
        story.Wait(hours * 60).Known("thief", days);

        var notice = Assert.Single(story.Pay("hot", "thief", Eth, 13_900m));

        Assert.Equal(AlertSeverity.Critical, notice.Severity);
        Assert.Contains(notice.Signals, signal => signal is { Kind: SignalKind.UnknownCounterparty, Speaks: true });
    }

    [Fact]
    public void A_small_withdrawal_the_day_before_does_not_hide_two_thirds_of_the_wallet()
    {
        var story = Busy(20_000m, 1_000).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 0.01m);
        story.Wait(25 * 60).Known("thief", 1);

        Assert.Equal(AlertSeverity.Critical, Assert.Single(story.Pay("hot", "thief", Eth, 9_000m)).Severity);
    }

    [Fact]
    public void A_thousand_ordinary_payments_do_not_make_a_test_payment_forgotten()
    {
        var story = Busy(200_000m, 3_600, i => $"c{i % 1_200}").Known("thief", 0);
        story.Pay("hot", "thief", Eth, 0.1m);
        for (int i = 0; i < 1_100; i++)
        {
            story.Wait(0.2).Pay("hot", $"c{i}", Eth, 3m);
        }

        var notice = Assert.Single(story.Known("thief", 0).Pay("hot", "thief", Eth, 100_000m));
        Assert.Equal(AlertSeverity.Critical, notice.Severity);
        Assert.Contains(notice.Signals, signal => signal is { Kind: SignalKind.GasTopUp, Speaks: true });
    }

    [Theory]
    [InlineData(9, 0.2)]
    [InlineData(50, 0.2)]
    [InlineData(60, 11)]
    public void A_drain_in_pieces_to_many_fresh_addresses_is_told_before_three_fifths_are_gone(int each, double minutes)
    {
        var story = Busy(20_000m, 1_000);
        decimal gone = 0;
        for (int i = 0; story.Alarms.Count == 0 && gone + each < 13_900m; i++)
        {
            gone += each;
            story.Known($"t{i}", 0).Wait(minutes).Pay("hot", $"t{i}", Eth, each);
        }

        Assert.InRange(gone, 0, 14_000m * 3 / 5);
        Assert.Equal(AlertSeverity.Critical, story.Alarms[^1].Severity);
    }

    [Fact]
    public void Everything_to_an_old_counterparty_that_never_got_such_sums_is_told()
    {
        var story = Busy(20_000m, 1_000, i => i % 10 == 0 ? "router" : $"c{i % 700}").Known("router", 900);

        Assert.Equal(AlertSeverity.Critical, Assert.Single(story.Wait(60).Pay("hot", "router", Eth, 14_000m)).Severity);
    }

    [Fact]
    public void A_wallet_that_is_swept_to_the_same_counterparty_every_day_wakes_nobody()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 10m)))).Known("custodian", 900);
        story.Now = Begin.AddDays(-30);
        for (int day = 0; day < 30; day++)
        {
            story.Wait(60 * 23).Transact("pool", Move("pool", "hot", Eth, 10m + day));
            story.Wait(60).Pay("hot", "custodian", Eth, 10m + day);
            story.Transact("pool", Move("pool", "hot", Eth, 100m));
            story.Wait(1).Pay("hot", "custodian", Eth, 100m);
        }

        Assert.InRange(story.Alarms.Count(notice => notice.Stage == AlertStage.Start), 0, 4);
        Assert.DoesNotContain(story.Alarms, notice => notice.Time > Begin.AddDays(-25));
    }

    [Theory]
    [MemberData(nameof(NoPasts))]
    public void What_anybody_can_make_for_a_dollar_is_no_past(string what)
    {
        var detector = new DrainDetector(Watch(Wallet("hot", WalletUse.Hot, (Eth, 10_000m))), Prices, Tokens);
        var block = new DrainStory(Watch(Wallet("hot"))).Block("hot", Move("hot", "thief", Eth, 3_000m));

        var told = detector.Apply(block, new Dictionary<Address, RecipientHistory> { [At("thief")] = Pasts[what] });

        Assert.Contains(Assert.Single(told).Signals, signal => signal is { Kind: SignalKind.FreshRecipient, Speaks: true });
        Assert.Equal(AlertSeverity.Critical, told[0].Severity);
    }

    public static TheoryData<string> NoPasts => [.. Pasts.Keys];

    [Fact]
    public void An_hourly_batch_of_many_customers_is_no_single_large_payment()
    {
        var random = new Random(5);
        var story = new DrainStory(Watch(Wallet("hot")));
        for (int batch = 0; batch < 15 * 24; batch++)
        {
            story.Wait(60).Transact("hot", [.. Enumerable.Range(0, 50).Select(i => Customer(story, random, batch, i)).DistinctBy(move => move.To)]);
        }

        Assert.Empty(story.Alarms);
    }

    [Fact]
    public void Customers_paid_beside_a_thief_are_not_named_to_be_stopped()
    {
        var story = Busy(20_000m, 300).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 9_000m);
        story.Wait(1).Transact("hot", [.. Enumerable.Range(0, 40).Select(i => Move("hot", $"innocent{i}", Eth, 1m)), Move("hot", "thief", Eth, 10m)]);
        story.Wait(1).Transact("hot", [.. Enumerable.Range(0, 40).Select(i => Move("hot", $"c{i}", Eth, 1m)), Move("hot", "thief", Eth, 0.001m)]);

        Assert.Equal(At("thief"), Assert.Single(story.Told[^1].Block).Address);
    }

    [Fact]
    public void Small_payments_that_nobody_ordered_add_up_over_the_day()
    {
        var story = new DrainStory(new([Owner(Wallet("hot", WalletUse.Hot, (Eth, 20_000m))) with { Policy = new() { ReconcilesWithdrawals = true } }]));
        decimal gone = 0;
        for (int i = 0; i < 1_500 && story.Alarms.Count == 0; i++)
        {
            gone += 9m;
            story.Known($"c{i % 100}", 90).Wait(20).Pay("hot", $"c{i % 100}", Eth, 9m);
        }

        Assert.Equal(63m, gone);
        Assert.Equal((AlertClass.WithdrawalMismatch, AlertSeverity.Critical), (story.Alarms[0].Class, story.Alarms[0].Severity));
    }

    [Fact]
    public void What_is_at_risk_leaves_cold_wallets_out_and_says_when_it_is_only_a_least()
    {
        var known = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_000m)), Wallet("cold", WalletUse.Cold, (Eth, 9_000m)))).Known("thief", 0);
        var unknown = new DrainStory(Watch(Wallet("hot"), Wallet("cold", WalletUse.Cold, (Eth, 9_000m)))).Known("thief", 0);

        var told = Assert.Single(known.Pay("hot", "thief", Eth, 4_000m));
        var less = Assert.Single(unknown.Pay("hot", "thief", Eth, 4_000m));

        Assert.Equal(UsdValue.OfDollars(1_600_000), told.AtRisk);
        Assert.DoesNotContain(told.Unchecked, line => line.StartsWith("At least", StringComparison.Ordinal));
        Assert.Equal(UsdValue.Zero, less.AtRisk);
        Assert.Contains(less.Unchecked, line => line.StartsWith("At least", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deposit_into_a_full_wallet_is_no_gas_and_old_deposits_hide_no_new_gas()
    {
        var full = Busy(20_000m, 300).Known("thief", 0);
        full.Transact("customer", Move("customer", "hot", Eth, 0.2m));
        var bare = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Dai, 9_000_000m)))).Known("thief", 0);
        for (int i = 0; i < 64; i++)
        {
            bare.Transact($"dep{i}", Move($"dep{i}", "hot", Eth, 0.001m));
        }

        bare.Wait(120).Transact("mixer", Move("mixer", "hot", Eth, 0.1m));

        Assert.Contains(full.Wait(5).Pay("hot", "thief", Eth, 9_000m)[0].Signals, signal => signal is { Kind: SignalKind.GasTopUp, Speaks: false });
        Assert.Contains(bare.Wait(5).Pay("hot", "thief", Dai, 8_000_000m)[0].Signals, signal => signal is { Kind: SignalKind.GasTopUp, Speaks: true });
    }

    private static readonly Dictionary<string, RecipientHistory> Pasts = new()
    {
        ["a contract without any movement"] = new() { Nonce = 1, HasCode = true, Balance = Amount.Zero, Movements = 0, KnownFrom = Begin.AddDays(-100) },
        ["a contract funded ten minutes ago"] = new() { Nonce = 1, HasCode = true, Balance = new(1), Movements = 1, First = Begin.AddMinutes(-10), KnownFrom = Begin.AddDays(-100) },
        ["dust an hour ago"] = new() { Nonce = 0, HasCode = false, Balance = new(1), Movements = 1, First = Begin.AddMinutes(-61), KnownFrom = Begin.AddDays(-100) },
        ["dust a week ago"] = new() { Nonce = 0, HasCode = false, Balance = new(1), Movements = 1, First = Begin.AddDays(-8), KnownFrom = Begin.AddDays(-100) },
        ["dust that only the node knows of"] = new() { Nonce = 0, HasCode = false, Balance = new(1) },
    };

    private static DrainStory Busy(decimal hot, int count, Func<int, string>? who = null, double minutes = 5)
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, hot), (Dai, 2_000_000m)))) { Now = Begin.AddDays(-30) };
        for (int i = 0; i < count; i++)
        {
            string name = who?.Invoke(i) ?? $"c{i % 100}";
            story.Known(name, i % 2 == 0 ? 0 : 90).Wait(minutes).Pay("hot", name, Eth, 3m + (i % 7));
        }

        return story;
    }

    private static Transfer Customer(DrainStory story, Random random, int batch, int place)
    {
        bool isNew = random.Next(10) < 3;
        string name = isNew ? $"x{batch}-{place}" : $"c{random.Next(3_000)}";
        story.Known(name, isNew && random.Next(2) == 0 ? 0 : 200);
        return Move("hot", name, Eth, 1m + (random.Next(400) / 100m));
    }
}
