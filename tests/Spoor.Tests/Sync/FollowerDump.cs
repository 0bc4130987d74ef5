using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>Everything a store holds of a chain, as text to compare.</summary>
internal static class FollowerDump
{
    public static Task<string> DumpAsync(this MemoryTransferStore store, ChainId chain) => store.DumpAsync(store, chain);

    public static async Task<string> DumpAsync(this IChainFollower follower, ITransferStore store, ChainId chain)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var headers = await follower.RecentAsync(chain, 100_000, cancellation);
        var transfers = await store.TransfersOfAsync(chain, [.. Enumerable.Range(0, 5).Select(Contracts.Ledger.Party)], cancellation);
        return string.Join('\n', [.. headers.Select(header => header.ToString()), .. transfers.Select(transfer => transfer.ToString())]);
    }
}
