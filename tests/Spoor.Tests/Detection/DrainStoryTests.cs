using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>Drains of other shapes than the first.</summary>
public sealed class DrainStoryTests
{
    [Fact]
    public void A_drain_over_two_chains_is_one_alert_of_one_owner()
    {
        var story = new DrainStory(Watch(
            Wallet("hot", WalletUse.Hot, (Eth, 1_000m)), Wallet("hot", WalletUse.Hot, (Pol, 2_000_000m)))).Known("thief", 0);

        story.Pay("hot", "thief", Eth, 400m);
        story.Wait(1).Pay("hot", "thief", Eth, 590m);
        story.Wait(10).Pay("hot", "thief", Pol, 1_990_000m);

        Assert.Single(story.Told.Select(notice => notice.Alert).Distinct());
        var last = story.Told[^1];
        Assert.Contains(last.Signals, signal => signal is { Kind: SignalKind.Chains, Speaks: true });
        Assert.Equal([Ethereum, Polygon], last.Block.Select(account => account.Chain));
    }

    [Fact]
    public void On_a_utxo_chain_the_owner_is_the_unit_not_the_address()
    {
        WatchedWallet[] wallets = [.. Enumerable.Range(0, 40).Select(i => Wallet($"own{i}", WalletUse.Hot, (Btc, 500m)))];
        var story = new DrainStory(Watch(wallets));
        for (int i = 0; i < 40; i++)
        {
            story.Known($"fresh{i}", 0, onBitcoin: true);
            story.Wait(1).Transact(null, [.. Utxo([($"own{i}", 500m)], ($"fresh{i}", 499.9m))]);
        }

        Assert.Equal(AlertStage.Start, story.Told[0].Stage);
        Assert.True(story.Told[0].Transactions.Count <= 2, Show(story.Told.Take(1)));
        Assert.Single(story.Told.Select(notice => notice.Alert).Distinct());
        Assert.Equal(40, story.Told[^1].Block.Count);
    }

    [Fact]
    public void Change_on_a_utxo_chain_is_no_outflow()
    {
        var story = new DrainStory(Watch(Wallet("own", WalletUse.Hot, (Btc, 500m)))).Known("customer", 0, onBitcoin: true);

        story.Transact(null, [.. Utxo([("own", 500m)], ("customer", 1m), ("own", 498.9m))]);

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Assets_without_a_price_alert_by_share_and_freshness_and_say_so()
    {
        var unpriced = new AssetId(Ethereum, "erc20:0x514910771af9ca656af840dff83e8264ecf986ca");
        var wallet = Wallet("hot", WalletUse.Hot, (Eth, 3m)) with { Opening = new Dictionary<AssetId, Amount> { [unpriced] = new(1_000) } };
        var story = new DrainStory(Watch(wallet)).Known("thief", 0);

        story.Transact("hot", Move("hot", "thief", Eth, 0m) with { Kind = TransferKind.Token, Asset = unpriced, Amount = new(990) });

        var notice = Assert.Single(story.Told);
        Assert.Equal([unpriced], notice.Unpriced);
        Assert.Contains(notice.Signals, signal => signal is { Kind: SignalKind.Size, Speaks: null, Value: "no price" });
    }

    [Fact]
    public void A_balance_that_is_not_known_is_said_to_be_unknown_and_counts_for_nothing()
    {
        var story = new DrainStory(Watch(Wallet("hot"))).Known("thief", 0);

        var told = story.Pay("hot", "thief", Eth, 4_947m);

        var share = Assert.Single(told).Signals.Single(signal => signal.Kind == SignalKind.DrainShare);
        Assert.Equal((null, 0), (share.Speaks, share.Weight));
        Assert.Contains("not known", share.Value, StringComparison.Ordinal);
        Assert.Contains(share.Words, told[0].Unchecked);
    }

    [Fact]
    public void A_recipient_whose_past_nobody_knows_is_said_to_be_unchecked()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m))));

        var told = story.Pay("hot", "thief", Eth, 4_947m);

        Assert.Contains(Assert.Single(told).Unchecked, words => words.Contains("has a past could not be checked", StringComparison.Ordinal));
    }

    [Fact]
    public void An_alert_ends_when_nothing_more_leaves_for_six_hours()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 4_947m);
        story.Wait(359).Tick(Ethereum);
        Assert.Single(story.Told);

        var told = story.Wait(1).Tick(Ethereum);

        Assert.Equal((AlertStage.End, 2), (Assert.Single(told).Stage, told[0].Number));
        Assert.Equal(story.Told[0].Gone, told[0].Gone);
    }

    [Fact]
    public void An_alert_that_is_open_when_the_watch_ends_is_ended()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 4_947m);

        Assert.Equal(AlertStage.End, Assert.Single(story.Detector.Close()).Stage);
    }

    [Fact]
    public void A_test_payment_does_not_make_the_thief_a_counterparty()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 1m);
        Assert.Empty(story.Told);
        story.Known("thief", 1).Wait(62);

        var told = story.Pay("hot", "thief", Eth, 4_947m);

        var signals = Assert.Single(told).Signals;
        Assert.Contains(signals, signal => signal is { Kind: SignalKind.GasTopUp, Speaks: true });
        Assert.Contains(signals, signal => signal is { Kind: SignalKind.UnknownCounterparty, Speaks: true });
        Assert.Contains(signals, signal => signal is { Kind: SignalKind.FreshRecipient, Speaks: true });
    }

    [Fact]
    public void Small_change_to_the_same_thief_is_counted_and_not_told_each_time()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 4_000m);
        for (int i = 0; i < 10; i++)
        {
            story.Wait(1).Pay("hot", "thief", Eth, 1m);
        }

        Assert.Single(story.Told);
        Assert.Equal(11, Assert.Single(story.Detector.Close()).Transactions.Count);
    }
}
