using Spoor.Chains.Sync;
using Spoor.Transfers;
using static Spoor.Tests.Sync.SyncRun;

namespace Spoor.Tests.Sync;

/// <summary>A synchronised follower stands on the branch of the node, from wherever it started.</summary>
public sealed class ChainSyncTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_is_read_in_order_from_the_first_block_to_the_head()
    {
        await using var chain = new ScriptedChain(500);
        var store = new MemoryTransferStore();

        var reached = await RunAsync(chain, [store]);

        Assert.Equal((chain.Head, chain.Head, 501L, 0L), (reached.Tip, reached.Head, reached.Blocks, reached.Lag));
        Assert.Equal(500 - 100, reached.Finalized);
        Assert.Equal(501, (await store.RecentAsync(chain.Chain.Id, 1000, Cancellation)).Count);
        Assert.Equal(64, chain.LongestSpan);
    }

    [Fact]
    public async Task A_second_run_goes_on_where_the_first_ended_and_asks_for_nothing_twice()
    {
        await using var chain = new ScriptedChain(50);
        var store = new ShortMemory(10);
        await RunAsync(chain, [store], new() { To = 20 });
        chain.Extend(10);

        var reached = await RunAsync(chain, [store]);

        Assert.Equal((chain.Head, 40L), (reached.Tip, reached.Blocks));
        Assert.Equal([.. Enumerable.Range(0, 61).Select(height => $"+{height}")], store.Calls);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(64, 64)]
    [InlineData(90, 10)]
    [InlineData(3, 40)]
    public async Task A_reorganisation_is_taken_back_to_the_common_block_and_no_further(int depth, int blocks)
    {
        await using var chain = new ScriptedChain(300);
        var store = new MemoryTransferStore();
        await RunAsync(chain, [store]);
        chain.Reorganise(depth, blocks);

        var reached = await RunAsync(chain, [store]);

        Assert.Equal((1, (long)depth, (long)blocks), (reached.Reorganisations, reached.DeepestReorganisation, reached.Blocks));
        Assert.Equal(await FreshAsync(chain), await store.DumpAsync(chain.Chain.Id));
        Assert.InRange(chain.HeaderQuestions, 0, 20);
    }

    [Fact]
    public async Task A_node_that_is_behind_on_our_branch_takes_nothing_back()
    {
        await using var chain = new ScriptedChain(300);
        await using var behind = new ScriptedChain(290);
        var store = new ShortMemory(100);
        await RunAsync(chain, [store]);

        var reached = await RunAsync(behind, [store]);

        Assert.Equal((300L, 0, 0L), (reached.Tip!.Height, reached.Reorganisations, reached.Lag));
        Assert.DoesNotContain(store.Calls, call => call.StartsWith('-'));
    }

    [Fact]
    public async Task Each_follower_gets_only_what_is_above_its_own_tip()
    {
        await using var chain = new ScriptedChain(30);
        var (ahead, behind) = (new ShortMemory(50), new ShortMemory(50));
        await RunAsync(chain, [ahead], new() { To = 20 });
        await RunAsync(chain, [behind], new() { To = 10 });
        chain.Reorganise(15, 15);

        await RunAsync(chain, [ahead, behind]);

        Assert.Equal(["-15", .. Enumerable.Range(16, 15).Select(height => $"+{height}")], ahead.Calls[21..]);
        Assert.Equal([.. Enumerable.Range(11, 20).Select(height => $"+{height}")], behind.Calls[11..]);
    }

    [Fact]
    public async Task A_follower_that_stands_nowhere_starts_where_it_is_told()
    {
        await using var chain = new ScriptedChain(30);
        var (told, untold) = (new ShortMemory(50), new ShortMemory(50));

        await RunAsync(chain, [told], new() { From = 25 });
        await RunAsync(chain, [told, untold]);

        Assert.Equal("+25", told.Calls[0]);
        Assert.Empty(untold.Calls);
        chain.Extend(1);
        await RunAsync(chain, [told, untold]);
        Assert.Equal(["+31"], untold.Calls);
    }

    [Fact]
    public async Task A_start_that_would_leave_blocks_out_is_refused()
    {
        await using var chain = new ScriptedChain(30);
        var store = new MemoryTransferStore();
        await RunAsync(chain, [store], new() { To = 10 });

        var refusal = await Assert.ThrowsAsync<SyncException>(() => RunAsync(chain, [store], new() { From = 12 }));

        Assert.Contains("Start at 11 or below", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reorganisation_below_the_first_block_that_was_read_starts_anew_from_there()
    {
        await using var chain = new ScriptedChain(300);
        var store = new ShortMemory(500);
        await RunAsync(chain, [store], new() { From = 299 });
        chain.Reorganise(5, 5);

        await RunAsync(chain, [store]);

        Assert.Equal(["+299", "+300", "-298", "+299", "+300"], store.Calls);
    }

    [Fact]
    public async Task A_reorganisation_deeper_than_a_follower_remembers_stops_with_what_to_do()
    {
        await using var chain = new ScriptedChain(300, finalityDepth: 10);
        var store = new ShortMemory(12);
        await RunAsync(chain, [store]);
        chain.Reorganise(40, 40);

        var refusal = await Assert.ThrowsAsync<SyncException>(() => RunAsync(chain, [store]));

        Assert.Contains("below block 289, the lowest that is remembered (final are blocks up to 290)", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("into a new data folder", refusal.Message, StringComparison.Ordinal);
    }
}
