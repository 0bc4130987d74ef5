namespace Spoor.Transfers;

/// <summary>The transfers of one block, as one unit of appending and unwinding.</summary>
public sealed record Block
{
    public required ChainId Chain { get; init; }

    public required long Height { get; init; }

    /// <summary>The block's own hash; null when the source does not carry it (most files do not).</summary>
    public TxHash? Hash { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>In position order.</summary>
    public required IReadOnlyList<Transfer> Transfers { get; init; }
}
