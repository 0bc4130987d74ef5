namespace Spoor.Tracing;

/// <summary>Everything that decides the result of a trace, besides the transfers themselves.</summary>
public sealed record TraceRequest
{
    public required TaintRule Rule { get; init; }

    public TraceDirection Direction { get; init; } = TraceDirection.Out;

    /// <summary>In order: on value claimed twice the first taint wins, and the collision is listed.</summary>
    public required IReadOnlyList<TheftClaim> Claims { get; init; }

    public StopRules Stops { get; init; } = new();

    /// <summary>
    /// Whether the opening balance of a seed, within its window, is stolen. Other opening balances are clean. Data are
    /// often partial: a holding that spends more than the store has seen come in must have had the rest before.
    /// </summary>
    public bool OpeningStolen { get; init; }

    public OpeningEntry OpeningEntry { get; init; }
}
