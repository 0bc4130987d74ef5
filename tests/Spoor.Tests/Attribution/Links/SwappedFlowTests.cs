using Spoor.Attribution;
using Spoor.Tests.Tracing;

namespace Spoor.Tests.Attribution.Links;

/// <summary>A flow between two thefts is one whatever the loot became on the way.</summary>
public sealed class SwappedFlowTests
{
    private static readonly TheftCase North = LinkStory.Case("north", LinkStory.Thief("n0"));
    private static readonly TheftCase South = LinkStory.Case("south", LinkStory.Thief("s0"));

    private static Story Theft() => new Story().Pay("vault", "s0", 1000).Pay("s0", "x", 1000).Pay("world", "friend", 1, Story.Share);

    [Fact]
    public async Task What_was_sold_before_it_was_paid_links_for_what_it_stands_for()
    {
        var story = Theft().Act(("x", "pool", 1000, Story.Coin), ("pool", "x", 900, Story.Dollar)).Pay("x", "n0", 900, Story.Dollar);

        var link = Assert.Single(await LinkStory.LinksAsync(South, North, story));

        Assert.Equal((LinkKind.Flow, LinkEvidence.FlowHops), (link.Kind, link.Evidence));
        Assert.Equal([Story.Tx(1), Story.Tx(5)], Assert.Single(link.Here.Paths).Steps.Select(step => step.Tx));
        Assert.Contains("100.000 %", link.CheckOf("dust")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_bought_for_the_other_is_a_step_of_whoever_paid_for_it()
    {
        var story = Theft().Act(("x", "router", 1000, Story.Coin), ("router", "pool", 1000, Story.Coin), ("pool", "n0", 900, Story.Dollar));

        var link = Assert.Single(await LinkStory.LinksAsync(South, North, story));

        Assert.Equal([Story.Tx(1), Story.Tx(3)], Assert.Single(link.Here.Paths).Steps.Select(step => step.Tx));
        Assert.Equal(Story.At("n0"), link.Here.Paths[0].Steps[^1].To);
    }
}
