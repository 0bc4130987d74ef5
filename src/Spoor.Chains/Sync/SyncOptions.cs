using Spoor.Transfers;

namespace Spoor.Chains.Sync;

/// <summary>From where to where a chain is read, and how hard the node may be asked.</summary>
public sealed record SyncOptions
{
    /// <summary>First height for a follower that stands nowhere; null for where the lowest of the others goes on, else 0.</summary>
    public long? From { get; init; }

    /// <summary>Last height; null for the head.</summary>
    public long? To { get; init; }

    /// <summary>Whether to wait for new blocks at the head, and through troubles of the node, until cancelled.</summary>
    public bool Follow { get; init; }

    /// <summary>Most spans read at once.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Most blocks asked for at once.</summary>
    public int MaxSpan { get; init; } = 64;

    /// <exception cref="SyncException">There is no block to read, and there will be none.</exception>
    internal void RefuseNothing(Chain chain, BlockHeader head, bool goesOn)
    {
        if (From > To)
        {
            throw new SyncException($"The first block of {chain} was to be {From}, the last {To}; nothing lies between. Exchange the two.");
        }

        if (From > head.Height && !Follow && !goesOn)
        {
            throw new SyncException($"The node's head of {chain} is block {head.Height}; block {From} is not there yet. Start lower, or follow the chain to wait for it.");
        }
    }
}
