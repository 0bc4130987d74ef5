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

    /// <summary>Holds a source to its word before a store keeps what it said.</summary>
    /// <exception cref="ArgumentException">A transfer belongs to another chain or height.</exception>
    public void RefuseStrangers()
    {
        foreach (var transfer in Transfers)
        {
            if (transfer.Chain != Chain || transfer.Position.Block != Height)
            {
                throw new ArgumentException(
                    $"Block {Height} on {Chain} was offered with transfer {transfer.Tx} of block {transfer.Position.Block} on {transfer.Chain}; "
                    + "append it with its own block.");
            }
        }
    }
}
