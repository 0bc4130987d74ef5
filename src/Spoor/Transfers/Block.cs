namespace Spoor.Transfers;

/// <summary>The transfers of one block, as one unit of appending and unwinding.</summary>
public sealed record Block
{
    public required ChainId Chain { get; init; }

    public required long Height { get; init; }

    /// <summary>The block's own hash; null when the source does not carry it (most files do not).</summary>
    public TxHash? Hash { get; init; }

    /// <summary>The hash of the block before it; null when the source does not carry it.</summary>
    public TxHash? Parent { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>In position order.</summary>
    public required IReadOnlyList<Transfer> Transfers { get; init; }

    /// <summary>The transactions as they were sent, in order; empty when the source tells only of transfers.</summary>
    public IReadOnlyList<SentTransaction> Sent { get; init; } = [];

    /// <summary>Changes of who may move what, in position order; empty when the source tells only of transfers.</summary>
    public IReadOnlyList<ControlChange> Controls { get; init; } = [];

    /// <summary>What bridges took in and paid out, in position order; empty when the source tells only of transfers.</summary>
    public IReadOnlyList<BridgeLeg> Bridges { get; init; } = [];

    /// <summary>What the source could not tell of this block.</summary>
    public BlockGaps Gaps { get; init; }

    /// <summary>Token movements left out because their amount does not fit into 128 bits, as spam tokens have them.</summary>
    public int RefusedAmounts { get; init; }

    /// <summary>The block by its place and hash; null when the source does not carry the hash.</summary>
    public BlockHeader? Header => Hash is { } hash ? new(Chain, Height, hash, Parent, Time) : null;

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
