using Spoor.Detection;
using Spoor.Valuation;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>What a watch cannot speak of, and how it learns to while it runs.</summary>
public sealed class BlindnessTests
{
    private static readonly PriceBook None = new([], new(Tokens));

    [Fact]
    public void Without_prices_and_openings_everything_is_missing()
    {
        var blindness = new DrainDetector(Watch(Wallet("hot"), Wallet("cold", WalletUse.Cold)), None, Tokens).Blindness(Begin);

        Assert.Equal([Eth], blindness.Unpriced);
        Assert.True(blindness.IsWithoutPrices);
        Assert.Equal([new AccountOnChain(Ethereum, At("hot"))], blindness.Unopened);
        Assert.Equal(1, blindness.Wallets);
    }

    [Fact]
    public void With_both_nothing_is_missing_and_an_asset_without_a_price_is_named()
    {
        var blindness = new DrainDetector(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5m), (Junk, 7m))), Prices, Tokens).Blindness(Begin);

        Assert.Equal([Junk], blindness.Unpriced);
        Assert.Empty(blindness.Void);
        Assert.Empty(blindness.Unopened);
        Assert.False(blindness.IsWithoutPrices);
    }

    [Fact]
    public void Prices_are_void_by_the_time_of_the_last_block_of_their_chain()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)), Wallet("hotp", WalletUse.Hot, (Pol, 1m))));
        story.Tick(Ethereum);
        story.Wait(200 * 24 * 60).Tick(Polygon);

        Assert.Equal([Pol], story.Detector.Blindness(Begin.AddYears(5)).Void);
    }

    [Fact]
    public void New_prices_hold_for_what_comes_and_what_came_keeps_its_worth_when_it_is_told_again()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)))).Known("thief", 0);
        story.Detector.Reprice(None);
        Assert.Empty(story.Pay("hot", "thief", Eth, 500m));

        story.Detector.Reprice(Prices);
        var theft = story.Wait(1).Block("hot", Move("hot", "thief", Eth, 4_000m));
        var told = Assert.Single(story.Give(theft));
        story.Detector.Reprice(None);
        story.Detector.Rewind(Ethereum, theft.Height);
        var empty = story.Block("hot", Move("hot", "customer", Eth, 0.1m));
        story.Give(empty);

        Assert.Equal(UsdValue.OfDollars(4_000 * 1_600), told.Gone);
        Assert.Empty(story.Detector.Rewind(Ethereum, theft.Height));
    }

    [Fact]
    public void What_was_held_may_be_told_after_the_watch_began_but_before_the_first_block_of_its_chain()
    {
        var story = new DrainStory(Watch(Wallet("hot"), Wallet("hotp", WalletUse.Hot, (Pol, 1m)))).Known("thief", 0);
        story.Tick(Polygon);
        story.Detector.Open(Ethereum, Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)), Wallet("hotp", WalletUse.Hot, (Pol, 1m))));

        var notice = Assert.Single(story.Pay("hot", "thief", Eth, 4_947m));

        Assert.Equal(AlertSeverity.Critical, notice.Severity);
        Assert.Contains(notice.Signals, signal => signal.Kind == SignalKind.DrainShare && signal.Speaks == true);
        Assert.Throws<InvalidOperationException>(() => story.Detector.Open(Ethereum, story.Detector.Watch));
    }
}
