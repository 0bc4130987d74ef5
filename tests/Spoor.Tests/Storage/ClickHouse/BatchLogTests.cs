using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Tests.Contracts;
using Spoor.Tests.Engines;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.ClickHouse;

/// <summary>Writers that were killed, that lost an answer, or that are two at once: nobody sees half, nothing doubles.</summary>
public sealed class BatchLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Rows_of_a_writer_that_died_are_never_seen_and_its_block_can_be_appended_again(int shards)
    {
        var address = await ClickHouseServers.NewAddressAsync(shards);
        using var store = await ClickHouseTransferStore.OpenAsync(address, TimeProvider.System, Cancellation);
        Transfer[] history = [.. Enumerable.Range(0, 50).Select(number => Move(1, number, number + 1, number + 2, 5))];
        using var cluster = await ClickHouseCluster.ConnectAsync(address, address.Database, TimeProvider.System, Cancellation);
        var dead = new BatchLog(cluster, "dead");
        var opened = await dead.AnnounceAsync(await dead.ReadAsync(Cancellation), _ => null, Cancellation);
        await InsertAsync(cluster, history[..30], opened.Batch);

        Assert.Empty(await store.HeadsAsync(Cancellation));
        Assert.Empty(await store.TransfersOfAsync(Ethereum, [Party(5)], Cancellation));
        Assert.Equal(50, await store.AppendAllAsync(history));

        // Rows of the dead that were still on their way.
        await InsertAsync(cluster, history[30..], opened.Batch);
        Assert.Equal(history, await store.AllAsync(Ethereum, Cancellation));
        Assert.Equal(0, await store.AppendAllAsync(history));
    }

    [Fact]
    public async Task A_writer_that_was_overtaken_fails_and_changes_nothing()
    {
        var address = await ClickHouseServers.NewAddressAsync(1);
        using var store = await ClickHouseTransferStore.OpenAsync(address, TimeProvider.System, Cancellation);
        using var cluster = await ClickHouseCluster.ConnectAsync(address, address.Database, TimeProvider.System, Cancellation);
        var slow = new BatchLog(cluster, "slow");
        var opened = await slow.AnnounceAsync(await slow.ReadAsync(Cancellation), _ => null, Cancellation);
        await InsertAsync(cluster, [Move(1, 0, 1, 2, 5)], opened.Batch);
        await store.AppendAllAsync(Move(1, 0, 1, 2, 5));

        var refusal = await Assert.ThrowsAsync<StorageException>(() => slow.ConfirmAsync(opened, Cancellation));

        Assert.Contains("another process writes to it at the same time", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await store.AllAsync(Ethereum, Cancellation));
    }

    [Fact]
    public async Task Of_two_writers_that_announce_the_same_batch_the_second_fails_and_the_first_cannot_confirm()
    {
        var address = await ClickHouseServers.NewAddressAsync(1);
        using var store = await ClickHouseTransferStore.OpenAsync(address, TimeProvider.System, Cancellation);
        using var cluster = await ClickHouseCluster.ConnectAsync(address, address.Database, TimeProvider.System, Cancellation);
        var (one, two) = (new BatchLog(cluster, "one"), new BatchLog(cluster, "two"));
        var before = await one.ReadAsync(Cancellation);
        var opened = await one.AnnounceAsync(before, _ => null, Cancellation);

        await Assert.ThrowsAsync<StorageException>(() => two.AnnounceAsync(before, _ => null, Cancellation));
        await Assert.ThrowsAsync<StorageException>(() => one.ConfirmAsync(opened, Cancellation));

        Assert.Equal(1, await store.AppendAllAsync(Move(1, 0, 1, 2, 5)));
        Assert.Single(await store.AllAsync(Ethereum, Cancellation));
    }

    [Fact]
    public async Task A_batch_that_was_confirmed_while_another_gave_it_up_counts_again()
    {
        var address = await ClickHouseServers.NewAddressAsync(1);
        using var store = await ClickHouseTransferStore.OpenAsync(address, TimeProvider.System, Cancellation);
        using var cluster = await ClickHouseCluster.ConnectAsync(address, address.Database, TimeProvider.System, Cancellation);
        var (one, two) = (new BatchLog(cluster, "one"), new BatchLog(cluster, "two"));
        var opened = await one.AnnounceAsync(await one.ReadAsync(Cancellation), _ => null, Cancellation);
        await InsertAsync(cluster, [Move(1, 0, 1, 2, 5)], opened.Batch);
        var seenOpen = await two.ReadAsync(Cancellation);
        await one.ConfirmAsync(opened, Cancellation);

        await Assert.ThrowsAsync<StorageException>(() => two.AnnounceAsync(seenOpen, _ => null, Cancellation));

        Assert.Single(await store.AllAsync(Ethereum, Cancellation));
        Assert.Equal(0, await store.AppendAllAsync(Move(1, 0, 1, 2, 5)));
    }

    private static Task InsertAsync(ClickHouseCluster cluster, IReadOnlyList<Transfer> transfers, ulong batch) => cluster.InsertAsync(
        "transfers",
        $"chain, {TransferRow.Columns}, batch",
        transfers,
        (row, transfer) =>
        {
            row.Text(transfer.Chain.Value);
            TransferRow.Write(row, transfer);
            row.UInt64(batch);
        },
        Cancellation);
}
