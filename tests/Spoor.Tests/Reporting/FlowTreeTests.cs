using Spoor.Reporting.Flows;
using Spoor.Tests.Tracing;
using Spoor.Tracing;

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

    private static string Text(FlowBranch branch)
    {
        string name = System.Text.Encoding.ASCII.GetString(branch.Address!.Value.ToBytes()).Trim('\0', ' ');
        string below = string.Join(' ', branch.Branches.Select(Text));
        return name + (branch.IsRepeated ? "*" : "") + (below.Length > 0 ? $"({below})" : "");
    }
}
