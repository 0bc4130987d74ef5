using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Cli;
using Spoor.Tests.Storage;
using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>Synchronisation against real nodes: what is kept is what a fresh synchronisation gives, byte for byte.</summary>
public sealed class AnvilSyncTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Following_two_chains_through_reorganisations_of_1_8_and_64_blocks_ends_as_a_fresh_synchronisation()
    {
        await using var one = await AnvilTraffic.StartAsync(4_201, seed: 1);
        await using var other = await AnvilTraffic.StartAsync(4_202, seed: 2);
        using var followed = new TemporaryFolder();
        using var fresh = new TemporaryFolder();

        // Both into one store at once, as a watch has it; the fresh one is by the command line, one after the other.
        using (var store = DuckDbTransferStore.Open(followed.Data))
        {
            await using var first = await Following.StartAsync(store, one, 4_201);
            await using var second = await Following.StartAsync(store, other, 4_202);
            foreach (int depth in new[] { 1, 8, 64 })
            {
                foreach (var (traffic, following) in new[] { (one, first), (other, second) })
                {
                    await traffic.GoOnAsync(70);
                    await following.CatchUpAsync();
                    await traffic.ReorganiseAsync(depth);
                    await following.CatchUpAsync();
                }
            }

            Assert.Equal((3, 64L), (first.Reached!.Reorganisations, first.Reached.DeepestReorganisation));
            Assert.Equal((3, 64L), (second.Reached!.Reorganisations, second.Reached.DeepestReorganisation));
        }

        await RunAsync("sync", "--chain", "eip155:4201", "--rpc", one.Url, "--data", fresh.Path);
        await RunAsync("sync", "--chain", "eip155:4202", "--rpc", other.Url, "--data", fresh.Path);
        string expected = StoreDump.Of(fresh.Data);
        Assert.Equal(expected, StoreDump.Of(followed.Data));
        Assert.Contains("erc20:0x", expected, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_command_line_tells_what_was_read_and_says_it_to_programs_as_its_schema_does()
    {
        await using var traffic = await AnvilTraffic.StartAsync(4_203, seed: 3);
        await traffic.GoOnAsync(100);
        using var run = new CommandRun();

        var (code, text, _) = await run.RunAsync("sync", "--chain", "eip155:4203", "--rpc", traffic.Url, "--to", "60");
        await traffic.ReorganiseAsync(50);
        var (_, json, talk) = await run.RunAsync("sync", "--chain", "eip155:4203", "--rpc", traffic.Url, "--ws", traffic.Anvil.WebSocketUrl.ToString(), "--json");

        Assert.Equal(0, code);
        Assert.Contains("eip155:4203: 61 blocks read", text, StringComparison.Ordinal);
        Assert.Matches(@"\n +60 +101 +41 +37 +0 +0\n", text);
        using var document = JsonDocument.Parse(json);
        Assert.Empty(JsonSchema.Read("docs/sync.schema.json").Faults(document.RootElement));
        Assert.Equal((50L, 1, 9L), (document.RootElement.GetProperty("blocks").GetInt64(), document.RootElement.GetProperty("reorganisations").GetInt32(), document.RootElement.GetProperty("deepestReorganisation").GetInt64()));
        Assert.Contains("1 reorganisation", talk, StringComparison.Ordinal);
        string status = (await run.RunAsync("status")).Result;
        Assert.Matches(@"eip155:4203 +0 +101 +37 +0\n", status);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_store_of_one_chain_is_not_mixed_with_another_of_the_same_number()
    {
        await using var traffic = await AnvilTraffic.StartAsync(4_204, seed: 4);
        await using var impostor = await Engines.Anvil.StartAsync(4_204, "--timestamp", "1700000000");
        using var run = new CommandRun();
        await run.RunAsync("sync", "--chain", "eip155:4204", "--rpc", traffic.Url);

        var (code, result, talk) = await run.RunAsync("sync", "--chain", "eip155:4204", "--rpc", impostor.Url.ToString());

        Assert.Equal((3, ""), (code, result));
        Assert.Contains("it was synchronised from a chain eip155:4204 with the genesis 0x", talk, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_node_of_another_chain_is_refused_and_leaves_no_folder()
    {
        await using var anvil = await Engines.Anvil.StartAsync(4_205);
        using var run = new CommandRun();

        var (code, _, talk) = await run.RunAsync("sync", "--chain", "eip155:4206", "--rpc", anvil.Url.ToString());

        Assert.Equal(5, code);
        Assert.Contains("4205", talk, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(run.Folder));
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var run = new CommandRun();
        var (code, _, talk) = await run.RunAsync(arguments);
        Assert.True(code == 0, talk);
    }

    /// <summary>A synchronisation that follows, and a way to wait until it is where the node is.</summary>
    private sealed class Following : IAsyncDisposable
    {
        private readonly IChainNode _node;
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;

        private Following(IChainNode node, DuckDbTransferStore store)
        {
            _node = node;
            _running = new ChainSync(node, [store], new() { Follow = true }, TimeProvider.System).RunAsync(new Keep(this), _stop.Token);
        }

        public SyncProgress? Reached { get; private set; }

        public static async Task<Following> StartAsync(DuckDbTransferStore store, AnvilTraffic traffic, int number)
        {
            var chain = ChainRegistry.Get(ChainId.Parse($"eip155:{number}"));
            var node = NodeFactory.Open(chain, [traffic.Url], traffic.Anvil.WebSocketUrl.ToString(), new(), TimeProvider.System);
            var identity = await node.IdentifyAsync(Cancellation);
            await store.HoldToGenesisAsync(chain.Id, identity.Genesis, Cancellation);
            return new(node, store);
        }

        public async Task CatchUpAsync()
        {
            for (int attempt = 0; attempt < 2_000 && !_running.IsCompleted; attempt++)
            {
                var head = await _node.HeadAsync(Cancellation);
                if (Reached?.Tip?.Hash == head.Latest.Hash)
                {
                    return;
                }

                await Task.Delay(10, Cancellation);
            }

            Assert.Fail($"It did not catch up; it {(_running.IsCompleted ? $"ended: {_running.Exception}" : "stands at " + Reached)}.");
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
            await _node.DisposeAsync();
            _stop.Dispose();
        }

        private sealed class Keep(Following following) : IProgress<SyncProgress>
        {
            public void Report(SyncProgress value) => following.Reached = value;
        }
    }
}
