using Spoor.Detection;
using Spoor.Valuation;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>The wallets beside their habits, as the board shows them.</summary>
public sealed class WalletGaugeTests
{
    [Fact]
    public void What_left_within_the_hour_stands_beside_what_is_usual_and_what_is_held()
    {
        var story = Business(payments: 40);

        story.Known("thief", 0).Pay("hot", "thief", Eth, 1_000m);

        var gauge = story.Detector.Gauges(10)[0];
        Assert.Equal(("Exchange", "hot"), (gauge.Owner, gauge.Name));
        Assert.Equal(UsdValue.OfDollars(1_600_000), gauge.Largest);
        Assert.Equal(UsdValue.OfDollars(1_600_000 + (6 * 16_000)), gauge.LastHour);
        Assert.Equal(UsdValue.OfDollars(1_600 * (5_000 - 400 - 1_000)), gauge.Holds);
        Assert.True(gauge.Usual > UsdValue.OfDollars(14_000) && gauge.Usual < UsdValue.OfDollars(18_000));
        Assert.True(gauge.IsBeyond);
        Assert.False(gauge.HoldsMore);
    }

    [Fact]
    public void Of_many_wallets_those_are_shown_from_which_most_left_and_looking_changes_nothing()
    {
        var story = new DrainStory(Watch(Wallet("a"), Wallet("b", WalletUse.Hot, (Eth, 10m)), Wallet("c", WalletUse.Hot, (Eth, 20m)))).Known("customer", 400);
        story.Pay("a", "customer", Eth, 1m);
        string before = story.Detector.StateDigest();

        var shown = story.Detector.Gauges(2);

        Assert.Equal(["a", "c"], shown.Select(gauge => gauge.Name));
        Assert.True(shown[0].HoldsMore);
        Assert.Null(shown[0].Usual);
        Assert.Equal(before, story.Detector.StateDigest());
    }

    // Ten coins every ten minutes.
    private static DrainStory Business(int payments)
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_000m)))).Known("customer", 400);
        for (int i = 0; i < payments; i++)
        {
            story.Pay("hot", "customer", Eth, 10m);
            story.Wait(10);
        }

        return story;
    }
}
