using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Tests.Engines;
using Spoor.Tracing;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.ClickHouse;

/// <summary>A shard that is killed in the middle of something and comes back: it is named, nothing is lost, nothing doubled.</summary>
public sealed class ShardLossTests
{
    private const int Many = 300_000;
    private const int Hops = 12;

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
    public async Task A_shard_killed_mid_trace_is_named_and_no_answer_is_half()
    {
        await using var servers = await Cluster.StartAsync();
        await servers.Store.AppendManyAsync(Ethereum, [.. Way()], Cancellation);
        var expected = await TraceAsync(servers.Store);
        var traced = new TaskCompletionSource();
        var tracing = TraceUntilRefusedAsync(servers.Store, expected, traced);

        await traced.Task.WaitAsync(Cancellation);
        await servers.Second.KillAsync();

        Assert.Contains("shard 2", (await tracing).Message, StringComparison.Ordinal);
        await servers.Second.ReturnAsync();
        Assert.Equal(expected, await TraceAsync(servers.Store));
        Assert.InRange(expected.Count, Hops, Hops + 2);
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

    private static async Task<StorageException> TraceUntilRefusedAsync(ClickHouseTransferStore store, List<string> expected, TaskCompletionSource traced)
    {
        while (true)
        {
            try
            {
                Assert.Equal(expected, await TraceAsync(store));
                traced.TrySetResult();
            }
            catch (StorageException refusal)
            {
                return refusal;
            }
        }
    }

    private static async Task<List<string>> TraceAsync(ITransferStore store)
    {
        var request = new TraceRequest { Rule = TaintRule.Haircut, Claims = [new TheftClaim.ByTransaction(Ethereum, Tx(1))], Stops = new() { MaxHops = 2 * Hops } };
        return [.. (await Tracer.RunAsync(store, request, null, Cancellation)).Holdings.Select(holding => holding.ToString())];
    }

    // From one to the next: each hop is a question of its own.
    private static IEnumerable<Transfer> Way() => Enumerable.Range(0, Hops + 1).Select(hop => Move(10 + hop, 0, 100 + hop, 101 + hop, 1_000) with { Tx = Tx(1 + hop) });

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
