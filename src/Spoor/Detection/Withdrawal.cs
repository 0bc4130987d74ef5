using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>A payment that the exchange itself ordered, from its own withdrawal log.</summary>
public sealed record Withdrawal
{
    /// <summary>The exchange's own number for it.</summary>
    public required string Id { get; init; }

    public required string Owner { get; init; }

    public required DateTimeOffset Ordered { get; init; }

    public required AssetId Asset { get; init; }

    public required Amount Amount { get; init; }

    public required Address To { get; init; }

    /// <summary>Known once it was sent.</summary>
    public TxHash? Tx { get; init; }
}
