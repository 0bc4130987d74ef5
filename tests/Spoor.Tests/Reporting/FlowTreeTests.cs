using Spoor.Reporting.Flows;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Reporting;

public sealed class FlowTreeTests
{
    [Fact]
    public void The_largest_branch_comes_first_and_a_place_reached_twice_is_unfolded_once()
    {
        var trace = new Story().Pay("victim", "thief", 100).Pay("thief", "small", 30).Pay("thief", "large", 70)
            .Pay("large", "end", 70).Pay("small", "end", 30).Pay("end", "last", 100)
            .Trace(TaintRule.Fifo, Story.Theft(0));

        var tree = FlowTree.Of(trace, trace.Thefts[0]);

        Assert.Equal("thief(large(end(last)) small(end*))", Text(tree));
    }

    [Fact]
    public void The_theft_itself_is_no_branch_even_when_the_thief_paid_its_sender_before()
    {
        // A swap: the pool is paid first, then pays the seed. What the seed received is the theft, not a way it went.
        var trace = new Story().Pay("victim", "thief", 50).Pay("thief", "pool", 50).Pay("pool", "thief", 80)
            .Trace(TaintRule.Haircut, new TheftClaim.BySeed(Story.Chain, Story.At("thief")));

        var tree = FlowTree.Of(trace, trace.Thefts[0]);

        var pool = Assert.Single(tree.Branches);
        Assert.Equal((UInt128)50, pool.Amount.Units);
        Assert.DoesNotContain(pool.Branches, branch => branch.Amount.Units > 50);
    }

    [Fact]
    public void Branches_beyond_the_largest_are_folded_with_their_number_and_amount()
    {
        var story = new Story().Pay("victim", "thief", 1_000);
        for (int i = 1; i <= FlowTree.MaxBranches + 3; i++)
        {
            story.Pay("thief", $"p{i}", (UInt128)i);
        }

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));
        var tree = FlowTree.Of(trace, trace.Thefts[0]);

        Assert.Equal((FlowTree.MaxBranches, 3, (UInt128)6), (tree.Branches.Count, tree.FoldedBranches, tree.FoldedAmount.Units));
        Assert.Equal((UInt128)13, tree.Branches[0].Amount.Units);
    }

    [Fact]
    public void A_peel_chain_of_a_thousand_hops_is_folded_at_the_depth_of_a_page()
    {
        var story = new Story().Pay("victim", "p0", 2_000);
        for (int i = 0; i < 1_000; i++)
        {
            story.Pay($"p{i}", $"p{i + 1}", (UInt128)(2_000 - i));
        }

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));
        var branch = FlowTree.Of(trace, trace.Thefts[0]);
        int depth = 0;
        for (; branch.Branches.Count > 0; depth++)
        {
            branch = branch.Branches[0];
        }

        Assert.Equal((FlowTree.MaxDepth, 1), (depth, branch.FoldedBranches));
    }

    [Fact]
    public void Backward_the_tree_grows_towards_those_who_paid()
    {
        var trace = new Story().Pay("origin", "a", 10).Pay("a", "b", 10)
            .Trace(TaintRule.Fifo, [Story.Theft(1)], direction: TraceDirection.In);

        Assert.Equal("a(origin)", Text(FlowTree.Of(trace, trace.Thefts[0])));
    }

    [Fact]
    public void On_a_UTXO_chain_outputs_hang_on_the_input_that_paid_for_them()
    {
        var trace = new Story().Spend(0, [], [("thief", 100)]).Spend(1, [(0, 0, 100)], [("far", 60), ("change", 40)])
            .Trace(TaintRule.Fifo, new TheftClaim.ByTransaction(Story.Bitcoin, Story.Tx(0)));

        Assert.Equal("thief(far change)", Text(FlowTree.Of(trace, trace.Thefts[0])));
    }

    [Fact]
    public void What_an_address_exchanged_for_itself_is_a_branch_and_it_holds_it_in_stolen_units()
    {
        var trace = new Story().Pay("victim", "thief", 100)
            .Act(("thief", "pool", 60, Story.Coin), ("pool", "thief", 120, Story.Dollar))
            .Pay("thief", "shop", 30, Story.Dollar)
            .Trace(TaintRule.Fifo, Story.Theft(0));

        var tree = FlowTree.Of(trace, trace.Thefts[0]);

        Assert.Equal("thief(thief~ shop)", Text(tree));
        Assert.Equal((UInt128)85, tree.Held.Units);
        Assert.Equal([Story.Dollar, Story.Coin], tree.HeldAs);
        Assert.Equal((FlowKind.Swap, (UInt128)60), (tree.Branches[0].Kind, tree.Branches[0].Amount.Units));
        Assert.Equal([new(Story.Dollar, new(120))], tree.Branches[0].Got);
        Assert.Equal(((UInt128)15, (UInt128)15), (tree.Branches[1].Amount.Units, tree.Branches[1].Held.Units));
    }

    [Fact]
    public void One_key_on_both_sides_of_a_bridge_is_two_places_and_the_relayer_is_none()
    {
        var polygon = ChainId.Parse("eip155:137");
        AssetId bridged = new(polygon, "erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f");
        var story = new Story().Pay("victim", "thief", 100).Act(("thief", "bridge", 60, Story.Coin)).Pay("relayer", "thief", 59, bridged);
        var trace = Tracer.Run(story.Store, Over(new("test:1", new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(60)), new(polygon, Story.Tx(2), Story.At("thief"), bridged, new(59)))), TestContext.Current.CancellationToken);

        var tree = FlowTree.Of(trace, trace.Thefts[0]);

        var there = Assert.Single(tree.Branches);
        Assert.Equal((polygon, FlowKind.Bridge, "test:1", false), (there.Place.Chain, there.Kind, there.Over, there.IsRepeated));
        Assert.Equal(((UInt128)60, (UInt128)40), (there.Held.Units, tree.Held.Units));
    }

    [Fact]
    public void Value_that_waits_between_two_chains_is_a_branch_to_nowhere_yet()
    {
        var story = new Story().Pay("victim", "thief", 100).Act(("thief", "bridge", 60, Story.Coin));
        var trace = Tracer.Run(story.Store, Over(new("test:1", new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(60)), null)), TestContext.Current.CancellationToken);

        var waiting = Assert.Single(FlowTree.Of(trace, trace.Thefts[0]).Branches);

        Assert.Equal((FlowKind.Bridge, null, (UInt128)60), (waiting.Kind, waiting.Address, waiting.Amount.Units));
        Assert.Empty(waiting.Got);
    }

    private static TraceRequest Over(Crossing crossing) =>
        new() { Rule = TaintRule.Fifo, Claims = [Story.Theft(0)], Stops = StopRules.None, Crossings = [crossing] };

    private static string Text(FlowBranch branch)
    {
        string name = System.Text.Encoding.ASCII.GetString(branch.Address!.Value.ToBytes()).Trim('\0', ' ');
        string below = string.Join(' ', branch.Branches.Select(Text));
        return name + (branch.Kind == FlowKind.Swap ? "~" : branch.IsRepeated ? "*" : "") + (below.Length > 0 ? $"({below})" : "");
    }
}
