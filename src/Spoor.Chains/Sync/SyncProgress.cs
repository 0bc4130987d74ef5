using Spoor.Transfers;

namespace Spoor.Chains.Sync;

/// <summary>How far a synchronisation is; the last one is its result.</summary>
public sealed record SyncProgress
{
    public required ChainId Chain { get; init; }

    /// <summary>Where all followers stand; null while one of them stands nowhere.</summary>
    public BlockHeader? Tip { get; init; }

    /// <summary>The node's head as last heard.</summary>
    public required BlockHeader Head { get; init; }

    /// <summary>Height up to which nothing will change, as the node says or as deep as the chain is taken for final; null when neither is known.</summary>
    public long? Finalized { get; init; }

    /// <summary>The height this run goes to now: the head, or less where an end was given.</summary>
    public required long Target { get; init; }

    /// <summary>Blocks applied in this run, those applied again after a reorganisation counted again.</summary>
    public long Blocks { get; init; }

    public long Transfers { get; init; }

    public int Reorganisations { get; init; }

    /// <summary>Blocks taken back by the deepest of them.</summary>
    public long DeepestReorganisation { get; init; }

    /// <summary>What the node could not tell of any of the blocks.</summary>
    public BlockGaps Gaps { get; init; }

    public long RefusedAmounts { get; init; }

    /// <summary>Since the run began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the node does not do at the moment; null when it answers.</summary>
    public string? Trouble { get; init; }

    /// <summary>Blocks between the tip and the head.</summary>
    public long Lag => Tip is { } tip ? Math.Max(0, Head.Height - tip.Height) : Head.Height + 1;

    public double BlocksPerSecond => Elapsed > TimeSpan.Zero ? Blocks / Elapsed.TotalSeconds : 0;

    /// <summary>Until the target at the pace so far; null before there is one.</summary>
    public TimeSpan? Remaining => Tip is { } tip && BlocksPerSecond > 0 ? TimeSpan.FromSeconds(Math.Max(0, Target - tip.Height) / BlocksPerSecond) : null;
}
