using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>What belongs to an alert although it came before, or says too little by itself; and what a standing chain costs the others.</summary>
public sealed class LookBackTests
{
    [Fact]
    public void A_test_payment_within_the_hour_belongs_to_the_alert_that_follows()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0).Known("customer", 0);
        story.Pay("hot", "thief", Eth, 1m);
        story.Wait(1).Pay("hot", "customer", Eth, 1m);
        Assert.Empty(story.Told);

        var notice = Assert.Single(story.Wait(5).Pay("hot", "thief", Eth, 4_947m));

        Assert.Equal(2, notice.Transactions.Count);
        Assert.Equal([new(Ethereum, At("thief"))], notice.Block);
        Assert.Equal("7916800.000000", notice.Gone.ToString());
    }

    [Fact]
    public void A_payment_of_long_before_does_not_belong_to_the_alert()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 1m);

        Assert.Single(Assert.Single(story.Wait(61).Pay("hot", "thief", Eth, 4_947m)).Transactions);
    }

    [Fact]
    public void A_reorganisation_takes_the_test_payment_back_as_well()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        story.Pay("hot", "thief", Eth, 1m);
        string before = story.Detector.StateDigest();
        story.Wait(5).Pay("hot", "thief", Eth, 4_947m);

        story.Detector.Rewind(Ethereum, 18_000_001);

        Assert.Equal(before, story.Detector.StateDigest());
    }

    [Fact]
    public void A_chain_that_stands_still_holds_back_little_of_what_is_final_on_others()
    {
        var detector = new DrainDetector(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m))), Prices, Tokens);
        Apply(detector, Polygon, 1);
        for (int height = 1; height <= 10_000; height++)
        {
            Apply(detector, Ethereum, height);
        }

        var restored = Restored(detector);
        Assert.True(Assert.Single(restored.Recent(Ethereum, 1)).Height > 5_000);
        Assert.Empty(restored.Recent(Polygon, 1));
    }

    private static DrainDetector Restored(DrainDetector detector) => DrainDetector.Restore(detector.Checkpoint(), detector.Watch, Prices, Tokens);

    private static void Apply(DrainDetector detector, ChainId chain, int height) => detector.Apply(
        new() { Chain = chain, Height = height, Hash = new(UInt128.One, (UInt128)height), Time = Begin.AddSeconds(12 * height), Transfers = [] },
        new Dictionary<Address, RecipientHistory>(),
        finalized: chain == Polygon ? 0 : height - 64);
}
