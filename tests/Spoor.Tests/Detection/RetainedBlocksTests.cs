using Spoor.Detection;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>What may still be taken back is kept; a chain that stands still must not keep that of all others.</summary>
public sealed class RetainedBlocksTests
{
    [Fact]
    public void A_chain_that_stands_still_does_not_hold_up_the_others()
    {
        var story = Two();
        story.Pay("hotp", "customer", Pol, 5m);
        for (int i = 0; i < 9_000; i++)
        {
            story.Wait(0.2);
            _ = i % 100 == 0 ? story.Pay("hot", "customer", Eth, 0.1m) : story.Tick(Ethereum);
        }

        Assert.True(story.Detector.Retained < 5_000, $"{story.Detector.Retained} retained");
        Assert.Empty(story.Detector.Hurried);
    }

    [Fact]
    public void A_chain_that_comes_back_with_other_blocks_is_still_taken_back()
    {
        var story = Two().Known("thief", 0);
        var gone = story.Block("hotp", Move("hotp", "customer", Pol, 5m));
        story.Give(gone);
        for (int i = 0; i < 9_000; i++)
        {
            story.Wait(0.2).Tick(Ethereum);
        }

        Assert.Empty(story.Detector.Rewind(Polygon, gone.Height - 1));
        Assert.NotEmpty(story.Give(story.Block("hotp", Move("hotp", "thief", Pol, 1_900_000m)) with { Height = gone.Height }));
    }

    [Fact]
    public void An_alert_that_spans_the_chain_that_stands_still_stays_as_it_was_told()
    {
        var story = Two().Known("thief", 0);
        story.Pay("hotp", "thief", Pol, 1_900_000m);
        story.Wait(1).Pay("hot", "thief", Eth, 4_000m);
        int told = story.Told.Count;
        for (int i = 0; i < 9_000; i++)
        {
            story.Wait(0.01).Tick(Ethereum);
        }

        Assert.Equal(told, story.Told.Count);
        story.Wait(1).Pay("hot", "thief", Eth, 900m);
        Assert.Single(story.Told.Select(notice => notice.Alert).Distinct());
        Assert.Equal(Enumerable.Range(1, story.Told.Count), story.Told.Select(notice => notice.Number));
    }

    [Fact]
    public void What_is_kept_is_bounded_and_the_chain_that_was_hurried_is_named()
    {
        var story = Two().Known("thief", 0);
        story.Pay("hotp", "thief", Pol, 1_900_000m);
        story.Wait(1).Pay("hot", "thief", Eth, 4_000m);
        for (int i = 0; i < 101_000; i++)
        {
            story.Wait(0.001).Tick(Ethereum);
        }

        Assert.True(story.Detector.Retained <= 100_000, $"{story.Detector.Retained} retained");
        Assert.Equal(Polygon, Assert.Single(story.Detector.Hurried).Key);
    }

    private static DrainStory Two() => new(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)), Wallet("hotp", WalletUse.Hot, (Pol, 2_000_000m))));
}
