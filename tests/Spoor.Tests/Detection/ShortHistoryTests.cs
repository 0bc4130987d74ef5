using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>A wallet of which little is seen yet, and not what it holds.</summary>
public sealed class ShortHistoryTests
{
    [Fact]
    public void Where_sizes_are_seen_to_differ_widely_the_figure_for_the_beginning_gives_way()
    {
        Assert.Empty(Bridge(40, spread: 8).Pay("hot", "newcomer", Eth, 500m));
        Assert.NotEmpty(Bridge(7, spread: 8).Pay("hot", "newcomer", Eth, 500m));
    }

    [Fact]
    public void Where_sizes_are_alike_it_holds()
    {
        Assert.NotEmpty(Bridge(40, spread: 0).Pay("hot", "newcomer", Eth, 500m));
    }

    [Fact]
    public void No_spread_lifts_it_beyond_ten_times_itself()
    {
        Assert.NotEmpty(Bridge(40, spread: 12).Pay("hot", "newcomer", Eth, 20_000m));
    }

    // Half a recipient is new; payments of two to the power of up to `spread` hundredths of a coin.
    private static DrainStory Bridge(int payments, int spread)
    {
        var story = new DrainStory(Watch(Wallet("hot"))) { Now = Begin.AddDays(-20) };
        for (int i = 0; i < payments; i++)
        {
            string name = i % 3 == 0 ? $"n{i}" : $"c{i % 4}";
            story.Known(name, 90).Wait(120).Pay("hot", name, Eth, 0.5m * (1 << (i * 5 % (spread + 1))));
        }

        Assert.Empty(story.Alarms);
        return story.Wait(120).Known("newcomer", 0);
    }
}
