using CsCheck;
using Spoor.Chains.Sync;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Contracts;
using Spoor.Tests.Sync;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.DuckDb;

/// <summary>The store on disk follows a chain as every follower does, and knows which chain it was.</summary>
public sealed class DuckDbFollowerTests : ChainFollowerContract
{
    protected override ITransferStore Store { get; } = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));

    private DuckDbTransferStore OnDisk => (DuckDbTransferStore)Store;

    [Fact]
    public async Task A_chain_of_the_same_name_with_another_genesis_is_refused()
    {
        await OnDisk.HoldToGenesisAsync(Ethereum, Tx(1), Cancellation);
        await OnDisk.HoldToGenesisAsync(Ethereum, Tx(1), Cancellation);
        await OnDisk.HoldToGenesisAsync(Polygon, Tx(2), Cancellation);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OnDisk.HoldToGenesisAsync(Ethereum, Tx(2), Cancellation));

        Assert.Contains($"with the genesis 0x{Tx(1)}, the node's is 0x{Tx(2)}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_tells_what_was_read_how_far_it_is_final_and_what_is_unknown()
    {
        var branch = Branch(10, 5);
        branch[1] = branch[1] with { Gaps = BlockGaps.InternalMoves | BlockGaps.Receipts, RefusedAmounts = 3 };
        branch[2] = branch[2] with { Gaps = BlockGaps.InternalMoves | BlockGaps.SpentOutputs | BlockGaps.ShieldedMoves };
        branch[0] = branch[0] with { Gaps = BlockGaps.ShieldedMoves };
        await OnDisk.HoldToGenesisAsync(Ethereum, Tx(1), Cancellation);
        await OnDisk.ApplyAsync(branch[..4], 12, Cancellation);
        await OnDisk.ApplyAsync(branch[4..], 9, Cancellation);

        Assert.Equal([new(Ethereum, 10, 14, 12, 2, 1, 1, 2, 3)], (await OnDisk.StatusAsync(Cancellation)).Synced);

        await OnDisk.RewindAsync(Ethereum, 11, Cancellation);
        Assert.Equal([new(Ethereum, 10, 11, 11, 1, 1, 0, 1, 3)], (await OnDisk.StatusAsync(Cancellation)).Synced);
    }

    [Fact]
    public async Task A_cancelled_batch_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OnDisk.ApplyAsync(Branch(10, 5), null, cancelled.Token));

        Assert.Empty(await OnDisk.RecentAsync(Ethereum, 1, Cancellation));
        Assert.Empty(await OnDisk.HeadsAsync(Cancellation));
    }

    [Fact]
    public async Task Any_sequence_of_forks_leaves_the_same_on_disk_as_in_memory() =>
        await Gen.Select(Gen.Int[0, 30], Gen.Int[1, 40]).Array[1, 5].SampleAsync(
            async script =>
            {
                using var onDisk = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
                await using var chain = new ScriptedChain(20);
                foreach (var (depth, blocks) in script)
                {
                    await new ChainSync(chain, [onDisk], new() { From = 0 }, TimeProvider.System).RunAsync(null, Cancellation);
                    chain.Reorganise(depth, blocks);
                }

                var inMemory = new MemoryTransferStore();
                await new ChainSync(chain, [onDisk, inMemory], new() { From = 0 }, TimeProvider.System).RunAsync(null, Cancellation);
                Assert.Equal(await inMemory.DumpAsync(inMemory, chain.Chain.Id), await onDisk.DumpAsync(onDisk, chain.Chain.Id));
            },
            iter: 10,
            threads: 1);
}
