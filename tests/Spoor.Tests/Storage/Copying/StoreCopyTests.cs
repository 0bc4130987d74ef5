using Spoor.Storage;
using Spoor.Storage.Copying;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Contracts;
using Spoor.Tests.Engines;
using Spoor.Tests.Sync;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.Copying;

/// <summary>What is copied arrives to the last bit, and a copy that was interrupted goes on.</summary>
public sealed class StoreCopyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task From_DuckDB_to_ClickHouse_and_back_every_row_of_every_table_is_as_before(int shards)
    {
        using var first = new TemporaryFolder();
        using var last = new TemporaryFolder();
        using (var store = DuckDbTransferStore.Open(first.Data))
        {
            await FillAsync(store);
            using var clickHouse = await ClickHouseServers.NewStoreAsync(shards);
            var there = await new StoreCopy(store, clickHouse).RunAsync(7, null, Cancellation);
            using var copy = DuckDbTransferStore.Open(last.Data);
            var back = await new StoreCopy(clickHouse, copy).RunAsync(5, null, Cancellation);

            Assert.Equal(there.Held, back.Held);
            Assert.Equal(there.Added, back.Added);
            Assert.Equal(there.Held.Transfers, there.Added);
            Assert.Equal(0, (await new StoreCopy(store, clickHouse).RunAsync(100, null, Cancellation)).Added);
        }

        string expected = StoreDump.Of(first.Data);
        Assert.Equal(expected, StoreDump.Of(last.Data));
        Assert.Contains("across", expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_copy_goes_on_and_ends_as_one_that_was_not()
    {
        using var store = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
        using var copy = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
        await FillAsync(store);
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var progress = new Reporting(reached =>
        {
            if (reached.Done > 5)
            {
                interruption.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StoreCopy(store, copy).RunAsync(4, progress, interruption.Token));
        long before = (await copy.StatusAsync(Cancellation)).Transfers;
        var report = await new StoreCopy(store, copy).RunAsync(4, null, Cancellation);

        Assert.InRange(before, 5, report.Held.Transfers - 1);
        Assert.Equal(report.Held.Transfers - before, report.Added);
    }

    [Fact]
    public async Task A_store_that_held_something_else_is_no_copy()
    {
        using var store = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
        using var other = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
        await FillAsync(store);
        await other.AppendAllAsync(Move(900, 0, 8, 9, 1));

        var refusal = await Assert.ThrowsAsync<StorageException>(() => new StoreCopy(store, other).RunAsync(100, null, Cancellation));

        Assert.Contains("it does not hold what :memory: holds: expected ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_unit_more_or_another_quality_makes_another_checksum()
    {
        var transfer = Move(1, 0, 1, 2, 5);
        Transfer[] variants = [transfer, transfer with { Amount = new(6) }, transfer with { Quality = AmountQuality.Rounded }, transfer with { Time = TimeOf(2) }];
        HashSet<StoreDigest> digests = [];
        foreach (var variant in variants)
        {
            using var store = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
            await store.AppendAllAsync(variant);
            digests.Add(await StoreDigest.OfAsync(store, _ => { }, Cancellation));
        }

        Assert.Equal(variants.Length, digests.Count);
    }

    // Blocks of a node with legs of bridges, movements of files beside, below and above them, coins, every width of amount.
    private static async Task FillAsync(DuckDbTransferStore store)
    {
        Block[] blocks = [.. Enumerable.Range(10, 8).Select(Block)];
        await store.HoldToGenesisAsync(Ethereum, Tx(1), Cancellation);
        await store.ApplyAsync(blocks, 14, Cancellation);
        await store.AppendAllAsync(
            Move(0, 3, 5, 6, 1) with { Time = DateTimeOffset.UnixEpoch },
            Move(12, 9, 5, 6, UInt128.MaxValue) with { Quality = AmountQuality.Unknown },
            Move(300, 0, null, 6, 3) with { Kind = TransferKind.Issue },
            Input(7, 0, 0, 1, new(Tx(99), 1)),
            Output(7, 0, 0, 2),
            Output(7, 0, 1, null));
        string hash = new('a', 64);
        await store.RecordImportsAsync([new("b.csv", hash, "spoor", "as stated", [1, 2, 3, 4, 5, 6, 7]), new("a.csv", hash, "other", "eip155:1", [7, 6, 5, 4, 3, 2, 1])], Cancellation);
    }

    private static Block Block(int height) => new()
    {
        Chain = Ethereum,
        Height = height,
        Hash = Tx(500_000 + height),
        Parent = height == 10 ? null : Tx(500_000 + height - 1),
        Time = TimeOf(height),
        Transfers = [.. Enumerable.Range(0, height % 4).Select(number => Move(height, number, number == 0 ? null : number, 3, (uint)height))],
        Bridges = height % 2 == 0 ? [] :
        [
            new() { Side = BridgeSide.Deposit, Chain = Ethereum, Tx = Tx(7), Position = new(height, 0, Phase.Log, 1), Time = TimeOf(height), Protocol = "across", Note = "" },
        ],
        Gaps = height % 3 == 0 ? BlockGaps.InternalMoves : BlockGaps.None,
        RefusedAmounts = height % 5,
    };

    private sealed class Reporting(Action<CopyProgress> report) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => report(value);
    }
}
