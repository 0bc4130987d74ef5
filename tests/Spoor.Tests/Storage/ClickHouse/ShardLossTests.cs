using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Tests.Engines;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.ClickHouse;

/// <summary>A shard that is killed in the middle of something and comes back: it is named, nothing is lost, nothing doubled.</summary>
public sealed class ShardLossTests
{
    private const int Many = 300_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task A_shard_killed_mid_append_is_named_and_the_append_done_again_leaves_each_transfer_once()
    {
        await using var servers = await Cluster.StartAsync();
        Transfer[] held = [.. Transfers(0, 1_000)];
        Transfer[] more = [.. Transfers(1, Many)];
        await servers.Store.AppendManyAsync(Ethereum, held, Cancellation);

        var appending = servers.Store.AppendManyAsync(Ethereum, more, Cancellation);
        while (await servers.First.AskAsync("SELECT count() FROM system.processes WHERE query LIKE 'INSERT INTO sides%'") == "0" && !appending.IsCompleted)
        {
            await Task.Yield();
        }

        await servers.Second.KillAsync();
        var refusal = await Assert.ThrowsAsync<StorageException>(() => appending);

        Assert.Contains($"shard 2 (127.0.0.1:{servers.Second.TcpPort}) of the cluster does not answer. Start it again.", refusal.Message, StringComparison.Ordinal);
        var read = await Assert.ThrowsAsync<StorageException>(() => servers.Store.HeadsAsync(Cancellation));
        Assert.Contains("shard 2", read.Message, StringComparison.Ordinal);

        await servers.Second.ReturnAsync();
        Assert.Equal(held, await servers.Store.AllAsync(Ethereum, Cancellation));
        Assert.Equal(Many, await servers.Store.AppendManyAsync(Ethereum, more, Cancellation));
        Assert.Equal(0, await servers.Store.AppendManyAsync(Ethereum, more, Cancellation));
        Assert.Equal([.. held, .. more], await servers.Store.AllAsync(Ethereum, Cancellation));
        Assert.Equal(Many + 1_000, (await servers.Store.ActivityOfAsync(Ethereum, [Party(1)], Cancellation))[Party(1)].Transfers);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_shard_killed_while_it_is_read_is_named_and_no_answer_is_half()
    {
        await using var servers = await Cluster.StartAsync();
        Transfer[] held = [.. Transfers(0, 20_000)];
        await servers.Store.AppendManyAsync(Ethereum, held, Cancellation);
        Address[] frontier = [.. Enumerable.Range(2, 100).Select(Party)];
        var expected = await servers.Store.TransfersOfAsync(Ethereum, frontier, Cancellation);
        var reading = ReadUntilRefusedAsync(servers.Store, frontier, expected);

        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Cancellation);
        await servers.Second.KillAsync();

        Assert.Contains("shard 2", (await reading).Message, StringComparison.Ordinal);
        await servers.Second.ReturnAsync();
        Assert.Equal(expected, await servers.Store.TransfersOfAsync(Ethereum, frontier, Cancellation));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_rewind_that_a_lost_shard_interrupts_holds_all_the_same()
    {
        await using var servers = await Cluster.StartAsync();
        Transfer[] held = [.. Transfers(0, 1_000)];
        await servers.Store.AppendManyAsync(Ethereum, held, Cancellation);
        await servers.Second.KillAsync();

        await Assert.ThrowsAsync<StorageException>(() => servers.Store.UnwindAsync(Ethereum, 4, Cancellation));
        await servers.Second.ReturnAsync();

        // Nothing was announced, since what is held could not be counted.
        Assert.Equal(held, await servers.Store.AllAsync(Ethereum, Cancellation));
        Assert.Equal(500, await servers.Store.UnwindAsync(Ethereum, 4, Cancellation));
        Assert.Equal(held.Where(transfer => transfer.Position.Block <= 4), await servers.Store.AllAsync(Ethereum, Cancellation));
    }

    private static async Task<StorageException> ReadUntilRefusedAsync(ClickHouseTransferStore store, Address[] frontier, IReadOnlyList<Transfer> expected)
    {
        while (true)
        {
            try
            {
                Assert.Equal(expected.Count, (await store.TransfersOfAsync(Ethereum, frontier, Cancellation)).Count);
            }
            catch (StorageException refusal)
            {
                return refusal;
            }
        }
    }

    // From one hub to everybody, a tenth in each block, after all blocks of a lower series.
    private static IEnumerable<Transfer> Transfers(int series, int count) =>
        Enumerable.Range(0, count).Select(number => Move((series * 100) + (number / (count / 10)), number, 1, 2 + number, (uint)number));

    private sealed class Cluster : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private ClickHouseEngine[] _engines = [];
        private ClickHouseTransferStore? _store;

        public ClickHouseTransferStore Store => _store!;

        public ClickHouseEngine First => _engines[0];

        public ClickHouseEngine Second => _engines[1];

        public static async Task<Cluster> StartAsync()
        {
            Assert.SkipWhen(ClickHouseEngine.Library is null, ClickHouseEngine.HowToGet);
            var cluster = new Cluster();
            cluster._engines = await ClickHouseEngine.StartAsync(2, cluster._folder.Path);
            cluster._store = await ClickHouseTransferStore.OpenAsync(ClickHouseAddress.Parse(ClickHouseServers.UrlOf(cluster._engines)), TimeProvider.System, Cancellation);
            return cluster;
        }

        public async ValueTask DisposeAsync()
        {
            _store?.Dispose();
            foreach (var engine in _engines)
            {
                await engine.DisposeAsync();
            }

            _folder.Dispose();
        }
    }
}
