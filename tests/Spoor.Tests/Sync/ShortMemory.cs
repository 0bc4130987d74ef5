using Spoor.Transfers;

namespace Spoor.Tests.Sync;

/// <summary>A follower that can go back a few blocks only, as one with bounded memory does.</summary>
internal sealed class ShortMemory(int blocks) : IChainFollower
{
    private readonly MemoryTransferStore _store = new();

    /// <summary>What it was given, in order of the calls: +height and -height.</summary>
    public List<string> Calls { get; } = [];

    public async Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation) =>
        await _store.RecentAsync(chain, Math.Min(count, blocks), cancellation);

    public Task ApplyAsync(IReadOnlyList<Block> given, long? finalized, CancellationToken cancellation)
    {
        Calls.AddRange(given.Select(block => $"+{block.Height}"));
        return _store.ApplyAsync(given, finalized, cancellation);
    }

    public Task RewindAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        Calls.Add($"-{height}");
        return _store.RewindAsync(chain, height, cancellation);
    }
}
