using Spoor.Detection;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>Who brought coins may take them out again; that explains nothing beyond.</summary>
public sealed class ReturnedCoinsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_depositor_who_takes_his_own_back_wakes_nobody(int parts)
    {
        var story = Deposited(3_000m);

        for (int i = 0; i < parts; i++)
        {
            story.Wait(2).Pay("hot", "depositor", Eth, 3_000m / parts);
        }

        Assert.Empty(story.Alarms);
    }

    [Fact]
    public void More_than_was_brought_is_told()
    {
        Assert.NotEmpty(Deposited(3_000m).Pay("hot", "depositor", Eth, 4_500m));
    }

    [Fact]
    public void What_was_taken_back_cannot_be_taken_back_again()
    {
        var story = Deposited(3_000m);
        story.Pay("hot", "depositor", Eth, 3_000m);

        Assert.NotEmpty(story.Wait(30).Pay("hot", "depositor", Eth, 3_000m));
    }

    [Fact]
    public void Having_brought_one_asset_explains_no_other()
    {
        Assert.NotEmpty(Deposited(3_000m).Pay("hot", "depositor", Dai, 4_800_000m));
    }

    [Fact]
    public void A_deposit_explains_no_drain()
    {
        var story = new DrainStory(Watch(Wallet("hot", WalletUse.Hot, (Eth, 3_000m)))).Known("depositor", 2);
        story.Transact("depositor", Move("depositor", "hot", Eth, 3_000m));

        Assert.NotEmpty(story.Wait(60).Pay("hot", "depositor", Eth, 3_000m));
    }

    [Fact]
    public void What_was_brought_is_still_known_after_a_restart()
    {
        var story = Deposited(3_000m);
        for (int i = 0; i < 200; i++)
        {
            story.Tick(Ethereum);
        }

        story.Restart().Pay("hot", "depositor", Eth, 3_000m);

        Assert.Empty(story.Alarms);
    }

    // What the wallet holds besides is not known, as that of most.
    private static DrainStory Deposited(decimal coins)
    {
        var story = new DrainStory(Watch(Wallet("hot"))).Known("depositor", 2);
        story.Transact("depositor", Move("depositor", "hot", Eth, coins));
        return story.Wait(60 * 24).Known("depositor", 2);
    }
}
