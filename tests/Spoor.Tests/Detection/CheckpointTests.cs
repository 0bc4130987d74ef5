using CsCheck;
using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

public sealed class CheckpointTests
{
    private static readonly WatchedWallet Hot = Wallet("hot", WalletUse.Hot, (Eth, 5_080m), (Dai, 410_000m));

    [Fact]
    public void A_damaged_checkpoint_is_refused_wherever_the_damage_is()
    {
        byte[] whole = Learnt().Checkpoint();

        Gen.Int[0, whole.Length - 1].Sample(
            place =>
            {
                byte[] damaged = [.. whole];
                damaged[place] ^= 0x10;
                var fault = Assert.Throws<FormatException>(() => DrainDetector.Restore(damaged, Watch(Hot), Prices, Tokens));
                Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
            },
            iter: 200);
        Assert.Throws<FormatException>(() => DrainDetector.Restore(whole[..^1], Watch(Hot), Prices, Tokens));
        Assert.Throws<FormatException>(() => DrainDetector.Restore([], Watch(Hot), Prices, Tokens));
    }

    [Fact]
    public void An_open_alert_goes_on_after_a_restart()
    {
        var restored = DrainDetector.Restore(Learnt().Checkpoint(), Watch(Hot), Prices, Tokens);
        var story = new DrainStory(Watch(Hot)).Known("thief", 0).Wait(80);
        var block = story.Block("hot", Move("hot", "thief", Dai, 408_741m)) with { Height = 18_000_500 };

        var told = restored.Apply(block with { Transfers = [.. block.Transfers.Select(transfer => transfer with { Position = transfer.Position with { Block = 18_000_500 } })] }, new Dictionary<Address, RecipientHistory>());

        Assert.Equal((AlertStage.Update, 2), (Assert.Single(told).Stage, told[0].Number));
    }

    [Fact]
    public void Another_watch_list_keeps_what_fits_and_says_what_changed()
    {
        var other = Wallet("hot2", WalletUse.Hot, (Eth, 1m));
        var watch = new WatchList([Owner(other, Hot), new() { Name = "Desk", Wallets = [Wallet("desk")] }]);

        var restored = DrainDetector.Restore(Learnt().Checkpoint(), watch, Prices, Tokens);

        Assert.Contains(restored.Changes, change => change.StartsWith("Exchange: 0x", StringComparison.Ordinal) && change.EndsWith("is new; it starts without a history", StringComparison.Ordinal));
        Assert.Contains("Desk is new; it starts without a history", restored.Changes);
        Assert.Equal(2, restored.Changes.Count);
        Assert.Contains("Exchange is no longer watched; what was learnt of it is dropped", DrainDetector.Restore(Learnt().Checkpoint(), new([]), Prices, Tokens).Changes);
    }

    /// <summary>A detector in which a drain is final.</summary>
    private static DrainDetector Learnt()
    {
        var story = new DrainStory(Watch(Hot)).Known("thief", 0).Known("customer", 40);
        story.Pay("hot", "customer", Eth, 3m);
        story.Pay("hot", "thief", Eth, 4_947m);
        for (int i = 0; i < 70; i++)
        {
            story.Wait(1).Tick(Ethereum);
        }

        return story.Detector;
    }
}
