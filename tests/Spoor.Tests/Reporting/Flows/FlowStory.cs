using Spoor.Labels;
using Spoor.Reporting.Flows;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Reporting.Flows;

/// <summary>Made-up thefts of a given size and their figures.</summary>
internal static class FlowStory
{
    private static readonly UInt128 OneCoin = (UInt128)1_000_000_000_000_000_000;

    public static FlowFigure FigureOf(Trace trace, LabelBook? labels = null) =>
        FlowFigure.Of(trace, null, Story.Coin, "Example Exchange", labels ?? LabelBook.Empty, new(TokenList.Builtin));

    /// <summary>A theft whose value spreads over so many addresses, some of which it joins at again.</summary>
    public static Trace Spread(int seed, int addresses)
    {
        var random = new Random(seed);
        var story = new Story().Pay("victim", "a0", 1_000_000 * OneCoin);
        var purses = new Dictionary<string, UInt128> { ["a0"] = 1_000_000 * OneCoin };
        for (int made = 1; made < addresses;)
        {
            string from = purses.Keys.ElementAt(random.Next(purses.Count));
            var part = purses[from] / (UInt128)random.Next(1, 6);
            if (part < OneCoin)
            {
                continue;
            }

            string to = random.Next(5) == 0 ? purses.Keys.ElementAt(random.Next(purses.Count)) : $"a{made++}";
            if (to == from)
            {
                continue;
            }

            story.Pay(from, to, part);
            purses[from] -= part;
            purses[to] = purses.GetValueOrDefault(to) + part;
        }

        return story.Trace(TaintRule.Fifo, Story.Theft(0), StopRules.None);
    }

    /// <summary>One address after the other passes all on.</summary>
    public static Trace Chain(int addresses)
    {
        var story = new Story().Pay("victim", "a0", 1_000 * OneCoin);
        for (int i = 1; i < addresses; i++)
        {
            story.Pay($"a{i - 1}", $"a{i}", 1_000 * OneCoin);
        }

        return story.Trace(TaintRule.Fifo, Story.Theft(0), StopRules.None);
    }
}
