namespace Spoor.Transfers;

/// <summary>Something that keeps up with a chain block by block and can go back: the store, the drain detector.</summary>
/// <remarks>
/// Whoever reads the chain asks each follower where it stands, hands it the blocks after that, and takes back what a
/// reorganisation removed. A follower that was killed goes on from what <see cref="RecentAsync"/> says.
/// </remarks>
public interface IChainFollower
{
    /// <summary>The last blocks it stands on, highest first; empty when it has none of this chain.</summary>
    /// <remarks>Never fewer than asked for while it has taken more that are not final: it can go back to each of them.</remarks>
    Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation);

    /// <summary>Takes consecutive blocks, the first of them on the tip: all of them or none.</summary>
    /// <param name="finalized">Height up to which the chain says that nothing will change; null when it does not say.</param>
    Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation);

    /// <summary>Goes back to a height as if the blocks above it had never been.</summary>
    Task RewindAsync(ChainId chain, long height, CancellationToken cancellation);
}
