using Spoor.Transfers;

namespace Spoor.Web.Operations;

/// <summary>How a watch keeps up with a chain.</summary>
public sealed record ChainVitals
{
    public required ChainId Chain { get; init; }

    /// <summary>The last block that was looked at; null before the first.</summary>
    public long? Head { get; init; }

    /// <summary>Its time, as the chain says.</summary>
    public DateTimeOffset? BlockTime { get; init; }

    /// <summary>The highest block that the node has told of; null before the first answer.</summary>
    public long? Tip { get; init; }

    /// <summary>When a block was last looked at, or the watch began, by our clock.</summary>
    public DateTimeOffset Heard { get; init; }

    public long Blocks { get; init; }

    public long Transfers { get; init; }

    /// <summary>How often blocks were taken back.</summary>
    public long Reorganisations { get; init; }

    /// <summary>What is wrong with the node at present; empty when nothing is.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Blocks between the node's highest and the last one looked at; null before both are known.</summary>
    public long? Lag => Tip is { } tip && Head is { } head ? Math.Max(0, tip - head) : null;

    // Bitcoin has had blocks more than two hours apart; all other chains make one within a minute.
    private TimeSpan Silence => ChainRegistry.TryGet(Chain, out var chain) && chain.IsUtxo ? TimeSpan.FromHours(3) : TimeSpan.FromMinutes(5);

    /// <summary>Whether nothing was heard for longer than the chain is ever silent.</summary>
    public bool IsStale(DateTimeOffset now) => now - Heard > Silence;
}
