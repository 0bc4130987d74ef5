using Spoor.Tracing.Evaluation;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Evaluation;

public sealed class ReachVisitsTests
{
    [Fact]
    public void Equal_sums_that_nobody_collects_are_not_visited_and_a_single_one_is()
    {
        var story = new Story().Pay("thief", "a", 5).Pay("thief", "b", 5).Pay("thief", "c", 5).Pay("thief", "stash", 7).Pay("thief", "mule", 5).Pay("mule", "on", 5);

        var found = ReachVisits.From(story.Store, Story.Chain, [Story.At("thief")], new HashSet<Address>());

        Assert.Equal(Named("thief", "stash", "mule", "on"), found.Visited.Order());
    }

    [Fact]
    public void An_address_that_pays_out_whenever_it_is_paid_is_a_venue_and_is_not_followed()
    {
        var story = new Story().Pay("thief", "pool", 5).Pay("trader", "pool", 9);
        List<Transfer> transfers =
        [
            .. story.Transfers,
            story.Transfers[0] with { Position = new(0, 0, Phase.Log, 1), From = Story.At("pool"), To = Story.At("thief") },
            story.Transfers[1] with { Position = new(1, 1, Phase.Log, 1), From = Story.At("pool"), To = Story.At("trader") },
        ];

        var found = ReachVisits.From(MemoryTransferStore.Load(transfers), Story.Chain, [Story.At("thief")], new HashSet<Address>());

        Assert.Equal(Story.At("thief"), Assert.Single(found.Visited));
    }

    private static IEnumerable<Address> Named(params string[] names) => names.Select(Story.At).Order();
}
