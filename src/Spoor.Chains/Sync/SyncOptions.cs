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
}
