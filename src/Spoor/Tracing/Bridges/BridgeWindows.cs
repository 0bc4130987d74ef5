using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>How far apart two legs may lie, and what is kept; the same for every protocol and data set.</summary>
/// <remarks>The figures of the search are those of Connector (arXiv 2409.04937); unlike there, they are never widened until something fits.</remarks>
public sealed record BridgeWindows
{
    public static readonly BridgeWindows Default = new();

    private static readonly ChainId Polygon = ChainRegistry.Find("polygon").Id;

    /// <summary>Whether equal message ids join; switched off to measure what the other methods can do.</summary>
    public bool Ids { get; init; } = true;

    /// <summary>Whether stated fields join; switched off to measure the search alone.</summary>
    public bool Fields { get; init; } = true;

    /// <summary>After so long a payout with the stated fields is no longer taken for this deposit's: the challenge period of optimistic rollups.</summary>
    public TimeSpan FieldWindow { get; init; } = TimeSpan.FromDays(7);

    public TimeSpan SearchWindow { get; init; } = TimeSpan.FromSeconds(1800);

    /// <summary>The search window for payouts on Polygon, which waits for checkpoints.</summary>
    public TimeSpan PolygonSearchWindow { get; init; } = TimeSpan.FromSeconds(3600);

    /// <summary>The largest fee of the search, in parts per million of the deposit.</summary>
    public int MaxFeePpm { get; init; } = 30_000;

    /// <summary>Candidates kept for one deposit.</summary>
    public int MaxKept { get; init; } = 16;

    /// <summary>Candidates looked at for one deposit; past them it is crowded and never matched.</summary>
    public int MaxLookedAt { get; init; } = 64;

    public TimeSpan SearchWindowOn(ChainId destination) => destination == Polygon ? PolygonSearchWindow : SearchWindow;
}
