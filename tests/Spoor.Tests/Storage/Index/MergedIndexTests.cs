using System.Diagnostics;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Contracts;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.Index;

/// <summary>An index that is left behind by its log is built anew beside the work, and changes no answer.</summary>
public sealed class MergedIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Address[] Everybody { get; } = [.. Enumerable.Range(1, 9).Select(Party)];

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Transfers_that_came_later_are_taken_in_once_they_are_many()
    {
        using var store = DuckDbTransferStore.Open(_folder.Data);
        await store.AppendAllAsync(Moves(1, 20));
        await store.BuildIndexAsync(new(1 << 26, 1), null, Cancellation);
        store.Merge.After = 10;

        await store.AppendAllAsync(Moves(21, 25));
        Assert.Equal((1, 5), await StatusAsync(store));
        await store.AppendAllAsync(Moves(26, 31));
        await WaitForGenerationAsync(store, 2);

        Assert.Null(store.Merge.Failure);
        Assert.Equal(await MemoryOfAsync(Moves(1, 31)), await store.TransfersOfAsync(Ethereum, Everybody, Cancellation));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_store_grows_and_answers_while_its_index_is_built()
    {
        using var store = DuckDbTransferStore.Open(_folder.Data);
        await store.AppendAllAsync(Moves(1, 200));
        var building = store.BuildIndexAsync(new(1 << 26, 1) { RowsAtOnce = 1 }, null, Cancellation);

        await store.AppendAllAsync(Moves(201, 210));
        Assert.Equal(await MemoryOfAsync(Moves(1, 210)), await store.TransfersOfAsync(Ethereum, Everybody, Cancellation));
        await building;

        Assert.Equal(await MemoryOfAsync(Moves(1, 210)), await store.TransfersOfAsync(Ethereum, Everybody, Cancellation));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_store_that_is_closed_in_a_merge_keeps_the_index_it_had()
    {
        using (var store = DuckDbTransferStore.Open(_folder.Data))
        {
            await store.AppendAllAsync(Moves(1, 20));
            await store.BuildIndexAsync(new(1 << 26, 1), null, Cancellation);
            store.Merge.After = 1;
            await store.AppendAllAsync(Moves(21, 22));
        }

        using var again = DuckDbTransferStore.Open(_folder.Data);
        Assert.NotNull(await again.IndexStatusAsync(Cancellation));
        Assert.Equal(await MemoryOfAsync(Moves(1, 22)), await again.TransfersOfAsync(Ethereum, Everybody, Cancellation));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_index_from_which_transfers_were_taken_while_it_was_built_is_not_used()
    {
        using var store = DuckDbTransferStore.Open(_folder.Data);
        await store.AppendAllAsync(Moves(1, 2_000));
        var building = store.BuildIndexAsync(new(1 << 26, 1) { RowsAtOnce = 1 }, null, Cancellation);
        await store.UnwindAsync(Ethereum, 1_500, Cancellation);
        await Record.ExceptionAsync(() => building);

        Assert.Equal(await MemoryOfAsync(Moves(1, 1_500)), await store.TransfersOfAsync(Ethereum, Everybody, Cancellation));
    }

    private static List<Transfer> Moves(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(block => Move(block, 0, (block % 9) + 1, (block * 5 % 9) + 1, (uint)block))];

    private static async Task<IReadOnlyList<Transfer>> MemoryOfAsync(List<Transfer> moves) =>
        await MemoryTransferStore.Load(moves).TransfersOfAsync(Ethereum, Everybody, Cancellation);

    private static async Task<(long Generation, long Tail)> StatusAsync(DuckDbTransferStore store) =>
        await store.IndexStatusAsync(Cancellation) is { } report ? (report.Generation, report.Tail) : (0, 0);

    private static async Task WaitForGenerationAsync(DuckDbTransferStore store, long generation)
    {
        var limit = TimeSpan.FromSeconds(60);
        long began = Stopwatch.GetTimestamp();
        while ((await StatusAsync(store)).Generation < generation)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < limit, $"No index {generation} within {limit}: {store.Merge.Failure}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
