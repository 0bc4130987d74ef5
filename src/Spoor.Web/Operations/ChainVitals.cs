using Spoor.Transfers;

namespace Spoor.Web.Operations;

/// <summary>How a watch keeps up with a chain.</summary>
public sealed record ChainVitals
{
    private const int SilentBlocks = 10;
    private const int PacedBlocks = 10;

    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Hiccup = TimeSpan.FromSeconds(30);

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

    /// <summary>Since when something is wrong; null when nothing is.</summary>
    public DateTimeOffset? FaultSince { get; init; }

    /// <summary>A block this watch looked at earlier, to tell the chain's pace by.</summary>
    public (long Height, DateTimeOffset Time)? Mark { get; init; }

    /// <summary>Blocks between the node's highest and the last one looked at; null before both are known.</summary>
    public long? Lag => Tip is { } tip && Head is { } head ? Math.Max(0, tip - head) : null;

    /// <summary>How long the chain may be silent: ten of its blocks, a minute at least; five minutes before its pace is known.</summary>
    /// <remarks>Bitcoin has had blocks more than two hours apart, so chains of its family have three hours.</remarks>
    public TimeSpan Silence =>
        ChainRegistry.IsUtxo(Chain) ? TimeSpan.FromHours(3)
        : Pace is not { } pace ? LongestSilence
        : SilentBlocks * pace < ShortestSilence ? ShortestSilence
        : SilentBlocks * pace < LongestSilence ? SilentBlocks * pace
        : LongestSilence;

    private TimeSpan? Pace =>
        Mark is { } mark && Head is { } head && BlockTime is { } time && head - mark.Height >= PacedBlocks && time > mark.Time
            ? (time - mark.Time) / (head - mark.Height)
            : null;

    /// <summary>Whether nothing was heard for longer than the chain is ever silent.</summary>
    public bool IsStale(DateTimeOffset now) => now - Heard > Silence;

    /// <summary>Whether something is wrong for longer than a hiccup takes.</summary>
    public bool IsFaulty(DateTimeOffset now) => now - FaultSince > Hiccup;
}
