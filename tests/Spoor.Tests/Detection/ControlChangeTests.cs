using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>Power over a wallet that changes hands.</summary>
public sealed class ControlChangeTests
{
    [Fact]
    public void A_new_owner_of_a_safe_is_told_before_anything_left()
    {
        var story = new DrainStory(Watch(Wallet("safe", WalletUse.Treasury, (Eth, 5_080m))));

        var told = story.Give(Change(story, ControlKind.SafeOwnerAdded, "safe", "safe", "intruder", sender: "relayer"));

        var notice = Assert.Single(told);
        Assert.Equal((AlertStage.Start, AlertClass.ControlChange, AlertSeverity.High), (notice.Stage, notice.Class, notice.Severity));
    }

    [Fact]
    public void The_drain_that_follows_is_of_the_same_alert_and_says_who_got_power()
    {
        var story = new DrainStory(Watch(Wallet("safe", WalletUse.Treasury, (Eth, 5_080m)))).Known("thief", 0);
        story.Give(Change(story, ControlKind.SafeOwnerAdded, "safe", "safe", "intruder", sender: "relayer"));

        var told = story.Wait(5).Transact("intruder", Move("safe", "thief", Eth, 5_000m));

        Assert.Equal((AlertClass.Drain, 2), (Assert.Single(told).Class, told[0].Number));
        Assert.Contains(told[0].Signals, signal => signal is { Kind: SignalKind.ControlChange, Speaks: true });
    }

    [Fact]
    public void An_allowance_to_a_fresh_spender_is_told_and_one_to_an_old_router_is_not()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Dai, 1_000_000m)))).Known("drainer", 0).Known("router", 900);

        Assert.Empty(story.Give(Change(story, ControlKind.Approval, "dai", "hot", "router", sender: "hot")));
        var told = story.Give(Change(story, ControlKind.Approval, "dai", "hot", "drainer", sender: "hot"));

        Assert.Equal(AlertSeverity.Medium, Assert.Single(told).Severity);
    }

    [Fact]
    public void A_forged_approval_in_a_transaction_that_the_wallet_did_not_send_is_silent()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Dai, 1_000_000m)))).Known("drainer", 0);

        Assert.Empty(story.Give(Change(story, ControlKind.Approval, "fake-token", "hot", "drainer", sender: "spammer")));
        Assert.Empty(story.Give(Change(story, ControlKind.OwnershipTransferred, "fake-token", "hot", "drainer", sender: "spammer")));
    }

    [Fact]
    public void Taking_an_allowance_back_is_silent()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Dai, 1_000_000m)))).Known("drainer", 0);

        Assert.Empty(story.Give(Change(story, ControlKind.Approval, "dai", "hot", "drainer", sender: "hot", amount: 0)));
    }

    [Fact]
    public void An_allowance_that_somebody_uses_is_an_outflow_of_the_wallet()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Dai, 1_000_000m)))).Known("drainer", 0).Known("thief", 0);
        story.Give(Change(story, ControlKind.Approval, "dai", "hot", "drainer", sender: "hot"));

        var told = story.Wait(5).Transact("drainer", Move("hot", "thief", Dai, 990_000m));

        Assert.Equal(AlertClass.Drain, Assert.Single(told).Class);
        Assert.Contains(told[0].Signals, signal => signal is { Kind: SignalKind.ControlChange, Speaks: true });
    }

    private static Block Change(
        DrainStory story, ControlKind kind, string contract, string subject, string holder, string sender, UInt128? amount = null)
    {
        var block = story.Block(sender, Move(sender, contract, Eth, 0m));
        var transfer = block.Transfers[0];
        return block with
        {
            Transfers = [],
            Controls =
            [
                new()
                {
                    Position = transfer.Position,
                    Tx = transfer.Tx,
                    Kind = kind,
                    Contract = At(contract),
                    Subject = At(subject),
                    Holder = At(holder),
                    Amount = new(amount ?? 1_000),
                },
            ],
        };
    }
}
