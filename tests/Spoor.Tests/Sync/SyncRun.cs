using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>Runs synchronisations to their end.</summary>
internal static class SyncRun
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static Task<SyncProgress> RunAsync(IChainNode node, IReadOnlyList<IChainFollower> followers, SyncOptions? options = null) =>
        new ChainSync(node, followers, options ?? new(), TimeProvider.System).RunAsync(null, Cancellation);

    internal static async Task<string> FreshAsync(ScriptedChain chain)
    {
        var store = new MemoryTransferStore();
        await RunAsync(chain, [store]);
        return await store.DumpAsync(chain.Chain.Id);
    }

    internal static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (int attempt = 0; attempt < 1_000; attempt++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(10, Cancellation);
        }

        Assert.Fail("It did not come to hold within ten seconds.");
    }
}
