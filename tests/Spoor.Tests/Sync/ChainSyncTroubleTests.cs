using CsCheck;
using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Transfers;
using static Spoor.Tests.Sync.SyncRun;

namespace Spoor.Tests.Sync;

/// <summary>Whatever the chain and the node do while they are read, what is applied is a piece of one branch.</summary>
public sealed class ChainSyncTroubleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_branch_that_changes_while_it_is_read_is_read_again()
    {
        await using var chain = new ScriptedChain(300);
        chain.BeforeBlocks = question =>
        {
            if (question % 5 == 0 && question < 30)
            {
                chain.Reorganise(60, 62);
            }
        };
        var store = new MemoryTransferStore();

        await RunAsync(chain, [store]);

        chain.BeforeBlocks = null;
        await RunAsync(chain, [store]);
        Assert.Equal(await FreshAsync(chain), await store.DumpAsync(chain.Chain.Id));
    }

    [Fact]
    public async Task A_span_that_fails_is_read_in_halves_and_the_pace_slows()
    {
        await using var chain = new ScriptedChain(300);
        chain.BeforeBlocks = question => Assert.True(question < 2_000, "the reading never ends");
        var failing = new FailingNode(chain, mostBlocks: 3);
        var store = new MemoryTransferStore();

        var reached = await RunAsync(failing, [store]);

        Assert.Equal(301, reached.Blocks);
        Assert.Equal(await FreshAsync(chain), await store.DumpAsync(chain.Chain.Id));
    }

    [Fact]
    public async Task A_node_that_never_gives_a_block_is_given_up_with_its_own_words()
    {
        await using var chain = new ScriptedChain(30);
        var store = new MemoryTransferStore();

        var failure = await Assert.ThrowsAsync<NodeException>(() => RunAsync(new FailingNode(chain, mostBlocks: 0), [store]));

        Assert.Equal("Too many blocks.", failure.Message);
    }

    [Fact]
    public async Task A_node_that_is_not_there_is_named_at_once_and_not_asked_for_less_and_less()
    {
        await using var chain = new ScriptedChain(300);
        int asked = 0;
        var counting = new CountingNode(new FailingNode(chain, mostBlocks: 0, new IOException("Connection refused")), () => asked++);
        var options = new SyncOptions { MaxConcurrency = 1 };

        await Assert.ThrowsAsync<NodeException>(() => RunAsync(counting, [new MemoryTransferStore()], options));

        // Once for each of five tries.
        Assert.Equal(5, asked);
    }

    [Fact]
    public async Task A_node_that_has_become_another_chain_is_refused_before_all_that_is_kept_is_taken_back()
    {
        await using var chain = new ScriptedChain(20);
        var store = new ShortMemory(1_000);
        await RunAsync(chain, [store], new() { From = 5 });
        await using var other = new ScriptedChain(40, seed: 7);
        var changing = new ChangingNode(chain, other);
        store.Calls.Clear();

        var fault = await Assert.ThrowsAsync<SyncException>(() => RunAsync(changing, [store]));

        Assert.Contains("another chain", fault.Message, StringComparison.Ordinal);
        Assert.Empty(store.Calls);
    }

    [Theory]
    [InlineData(5, 1, "nothing lies between")]
    [InlineData(50, null, "is not there yet")]
    public async Task A_range_with_nothing_in_it_is_refused(long from, int? to, string reason)
    {
        await using var chain = new ScriptedChain(30);

        var fault = await Assert.ThrowsAsync<SyncException>(() => RunAsync(chain, [new MemoryTransferStore()], new() { From = from, To = to }));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_that_do_not_stand_on_each_other_are_never_applied()
    {
        await using var chain = new ScriptedChain(30);
        await using var foreign = new ScriptedChain(30);
        foreign.Reorganise(20, 20);
        var store = new ShortMemory(100);

        var failure = await Assert.ThrowsAsync<NodeException>(() => RunAsync(new MixedNode(chain, foreign, from: 15), [store]));

        Assert.Contains("do not stand on each other", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("+15", store.Calls);
    }

    [Fact]
    public async Task Following_takes_each_new_block_and_each_reorganisation_until_it_is_cancelled()
    {
        await using var chain = new ScriptedChain(10);
        var store = new MemoryTransferStore();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var sync = new ChainSync(chain, [store], new() { Follow = true }, TimeProvider.System);

        var running = sync.RunAsync(null, stop.Token);
        foreach (int depth in new[] { 0, 1, 8, 3 })
        {
            chain.Reorganise(depth, depth + 1);
            await UntilAsync(async () => await store.RecentAsync(chain.Chain.Id, 1, Cancellation) is [var tip] && tip == chain.Head);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(await FreshAsync(chain), await store.DumpAsync(chain.Chain.Id));
    }

    [Fact]
    public async Task Any_sequence_of_forks_troubles_and_restarts_ends_as_a_fresh_synchronisation() =>
        await Gen.Select(Gen.Int[0, 40], Gen.Select(Gen.Int[0, 30], Gen.Int[1, 40], Gen.Int[0, 60], Gen.Int[0, 12]).Array[1, 8]).SampleAsync(
            async (height, script) =>
            {
                await using var chain = new ScriptedChain(height);
                var (store, other) = (new MemoryTransferStore(), new MemoryTransferStore());
                foreach (var (depth, blocks, to, when) in script)
                {
                    // The fork comes while the run is under way, or after it when it asks less often.
                    int start = chain.BlockQuestions;
                    bool isForked = false;
                    chain.BeforeBlocks = question =>
                    {
                        if (question - start == when && !isForked)
                        {
                            isForked = true;
                            chain.Reorganise(depth, blocks);
                        }
                    };
                    await RunAsync(chain, when % 2 == 0 ? [store] : [other, store], new() { From = 0, To = to, MaxSpan = 1 + (when % 5) });
                    chain.BeforeBlocks = null;
                    if (!isForked)
                    {
                        chain.Reorganise(depth, blocks);
                    }
                }

                await RunAsync(chain, [store, other], new() { From = 0 });
                string fresh = await FreshAsync(chain);
                Assert.Equal(fresh, await store.DumpAsync(chain.Chain.Id));
                Assert.Equal(fresh, await other.DumpAsync(chain.Chain.Id));
            },
            iter: 200,
            threads: 1);
}
