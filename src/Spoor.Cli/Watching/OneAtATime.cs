using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Lets several chains, each read by itself, share a follower that takes one call at a time.</summary>
internal sealed class OneAtATime(IChainFollower inner) : IChainFollower, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation) =>
        RunAsync(() => inner.RecentAsync(chain, count, cancellation), cancellation);

    public Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation) =>
        RunAsync(() => DoneAsync(inner.ApplyAsync(blocks, finalized, cancellation)), cancellation);

    public Task RewindAsync(ChainId chain, long height, CancellationToken cancellation) =>
        RunAsync(() => DoneAsync(inner.RewindAsync(chain, height, cancellation)), cancellation);

    /// <summary>Anything else that must not happen while a block is taken.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }
}
