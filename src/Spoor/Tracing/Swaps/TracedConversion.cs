using Spoor.Transfers;

namespace Spoor.Tracing.Swaps;

/// <summary>An exchange, and the part of it that is tainted by one theft.</summary>
public sealed record TracedConversion
{
    public required Conversion Conversion { get; init; }

    public required int Theft { get; init; }

    /// <summary>What the tainted units stand for in the asset that was stolen.</summary>
    public required Amount Origin { get; init; }

    /// <summary>Tainted units of each asset given.</summary>
    public required IReadOnlyList<Amount> Given { get; init; }

    /// <summary>Tainted units of each asset received; of a bridge, of what came out of it. Empty while nothing did.</summary>
    public required IReadOnlyList<Amount> Received { get; init; }

    /// <summary>The bridge; null for an exchange in one transaction.</summary>
    public Crossing? Crossing { get; init; }

    /// <summary>The payment that came out of the bridge; null while it is not known or not at hand.</summary>
    public Transfer? Arrival { get; init; }
}
