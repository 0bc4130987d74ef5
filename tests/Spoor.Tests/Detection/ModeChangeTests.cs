using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>S9: each sign that an outflow was not sent the way its wallet sends.</summary>
public sealed class ModeChangeTests
{
    private const uint Transfer = 0xa9059cbb;
    private const uint Execute = 0x6a761202;

    [Fact]
    public void A_theft_sent_as_the_wallet_always_sends_shows_no_sign()
    {
        var sign = SignOf(Sent(Usual(), Transfer, 20, Move("hot", "thief", Eth, 4_000m)));

        Assert.Equal((false, "nothing unusual seen"), (sign.Speaks, sign.Value));
    }

    [Fact]
    public void A_call_that_the_wallet_never_made_is_a_sign()
    {
        var sign = SignOf(Sent(Usual(), Execute, 20, Move("hot", "thief", Eth, 4_000m)));

        Assert.Equal((true, "a call that it never made before (6a761202)"), (sign.Speaks, sign.Value));
    }

    [Fact]
    public void A_gas_price_far_from_usual_is_a_sign()
    {
        var sign = SignOf(Sent(Usual(), Transfer, 200, Move("hot", "thief", Eth, 4_000m)));

        Assert.Equal((true, "gas paid at 10 times its usual price"), (sign.Speaks, sign.Value));
    }

    [Fact]
    public void Several_payments_at_once_from_a_wallet_that_pays_one_by_one_are_a_sign()
    {
        var sign = SignOf(Sent(Usual(), Transfer, 20, Move("hot", "thief", Eth, 4_000m), Move("hot", "thief2", Eth, 1_000m)));

        Assert.Equal((true, "2 payments in one transaction, which it rarely does"), (sign.Speaks, sign.Value));
    }

    [Fact]
    public void Single_payments_from_a_wallet_that_always_pays_by_batch_are_a_sign()
    {
        var sign = SignOf(Sent(Usual("customer", "customer2"), Transfer, 20, Move("hot", "thief", Eth, 4_000m)));

        Assert.Equal((true, "1 payment in one transaction, which it rarely does"), (sign.Speaks, sign.Value));
    }

    [Fact]
    public void A_time_of_day_when_the_wallet_never_sent_is_a_sign()
    {
        var sign = SignOf(Sent(Usual().Wait(8 * 60), Transfer, 20, Move("hot", "thief", Eth, 4_000m)));

        Assert.Equal((true, "at a time of day when it never sent"), (sign.Speaks, sign.Value));
    }

    [Fact]
    public void A_wallet_that_is_hardly_known_has_no_manner_to_differ_from()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 50_000m)))).Known("thief", 0);

        Assert.False(SignOf(Sent(story, Execute, 900, Move("hot", "thief", Eth, 4_000m))).Speaks);
    }

    // Forty payments of 16,000 dollars, a minute apart, by the same call at the same price.
    private static DrainStory Usual(params string[] customers)
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 50_000m)))).Known("customer", 400).Known("customer2", 400).Known("thief", 0).Known("thief2", 0);
        for (int i = 0; i < 40; i++)
        {
            Sent(story.Wait(1), Transfer, 20, [.. (customers.Length > 0 ? customers : ["customer"]).Select(to => Move("hot", to, Eth, 10m))]);
        }

        Assert.Empty(story.Told);
        return story;
    }

    private static IReadOnlyList<AlertNotice> Sent(DrainStory story, uint selector, int gasPrice, params Transfer[] moves)
    {
        var block = story.Block("hot", moves);
        return story.Give(block with { Sent = [block.Sent[0] with { Selector = selector, GasPrice = new((UInt128)gasPrice * 1_000_000_000) }] });
    }

    private static Signal SignOf(IReadOnlyList<AlertNotice> told) => Assert.Single(told).Signals.Single(signal => signal.Kind == SignalKind.ModeChange);
}
