using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

public sealed class TrackedWatchTests
{
    [Fact]
    public void The_smallest_movement_out_of_a_thiefs_address_is_told_at_once_with_its_recipient()
    {
        var notice = Assert.Single(new DrainStory(Watch(Wallet("thief", WalletUse.Thief))).Pay("thief", "fence", Eth, 0.001m));

        Assert.Equal((AlertClass.Tracked, AlertSeverity.High, AlertStage.End), (notice.Class, notice.Severity, notice.Stage));
        Assert.Equal([new AccountOnChain(Ethereum, At("fence"))], notice.Block);
        Assert.Contains("left", notice.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_to_a_thief_is_not_told_so_that_nobody_can_cover_his_moves_with_dust() =>
        Assert.Empty(new DrainStory(Watch(Wallet("thief", WalletUse.Thief))).Pay("stranger", "thief", Eth, 5m));

    [Fact]
    public void Between_two_addresses_of_the_thief_is_told_too()
    {
        var notice = Assert.Single(new DrainStory(Watch(Wallet("thief", WalletUse.Thief), Wallet("mule", WalletUse.Thief))).Pay("thief", "mule", Eth, 5m));

        Assert.Contains("watched, too", notice.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deposit_at_a_dead_address_is_told_so_that_its_sender_can_be_and_a_sweep_more_loudly()
    {
        var story = new DrainStory(Watch(Wallet("dead", WalletUse.Dead)));

        var came = Assert.Single(story.Pay("customer", "dead", Eth, 1m));
        var left = Assert.Single(story.Pay("dead", "thief", Eth, 1m));

        Assert.Equal((AlertSeverity.Medium, AlertSeverity.High), (came.Severity, left.Severity));
        Assert.Contains("tell its sender", came.Headline, StringComparison.Ordinal);
        Assert.Empty(came.Block);
    }

    [Fact]
    public void A_proposal_to_freeze_a_thief_is_told_and_one_about_an_exchange_is_not()
    {
        var thief = new DrainStory(Watch(Wallet("wallet", WalletUse.Thief)));
        var exchange = new DrainStory(Watch(Wallet("wallet")));

        var notice = Assert.Single(thief.Give(Proposed(thief, "wallet")));

        Assert.Equal((AlertClass.Tracked, AlertSeverity.High, AlertStage.End), (notice.Class, notice.Severity, notice.Stage));
        Assert.Contains("has proposed to freeze", notice.Headline, StringComparison.Ordinal);
        Assert.Empty(thief.Give(Proposed(thief, "stranger")));
        Assert.Empty(exchange.Give(Proposed(exchange, "wallet")));
    }

    private static Block Proposed(DrainStory story, string frozen)
    {
        var block = story.Block("multisig owner", Move("multisig owner", "multisig", Eth, 0m));
        var sent = block.Transfers[0];
        return block with { Transfers = [], Controls = [new() { Position = sent.Position, Tx = sent.Tx, Kind = ControlKind.FreezeProposed, Contract = At("token"), Subject = At(frozen) }] };
    }

    [Fact]
    public void Every_movement_has_a_notice_of_its_own_and_a_replay_gives_it_again()
    {
        var one = new DrainStory(Watch(Wallet("thief", WalletUse.Thief)));
        var other = new DrainStory(Watch(Wallet("thief", WalletUse.Thief)));
        foreach (var story in (DrainStory[])[one, other])
        {
            story.Pay("thief", "fence", Eth, 1m);
            story.Wait(1).Pay("thief", "fence", Eth, 1m);
        }

        Assert.Equal(2, one.Told.Select(notice => notice.Alert).Distinct().Count());
        Assert.Equal(one.Told.Select(notice => notice.Alert), other.Told.Select(notice => notice.Alert));
    }

    [Fact]
    public void An_exchanges_own_wallets_beside_it_are_watched_as_before()
    {
        var watch = new WatchList([Owner(Wallet("hot", WalletUse.Hot, (Eth, 1_000m))), new() { Name = "Thief", Wallets = [Wallet("thief", WalletUse.Thief)] }]);
        var story = new DrainStory(watch).Known("fresh", 0);

        story.Pay("hot", "fresh", Eth, 900m);

        Assert.Contains(story.Alarms, notice => notice.Class == AlertClass.Drain && notice.Owner == "Exchange");
    }
}
