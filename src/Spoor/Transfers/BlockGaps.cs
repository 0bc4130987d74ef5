namespace Spoor.Transfers;

/// <summary>What a source could not tell of a block, so that nobody takes silence for absence. The numbers are stored; never renumber.</summary>
[Flags]
public enum BlockGaps : byte
{
    None = 0,

    /// <summary>The node keeps no call traces: native value moved inside transactions by contracts is unknown.</summary>
    InternalMoves = 1,

    /// <summary>The node gives no receipts: fees and the failure of transactions are unknown.</summary>
    Receipts = 2,

    /// <summary>The node could not tell what some inputs spend: their amounts and senders are unknown (UTXO chains).</summary>
    SpentOutputs = 4,

    /// <summary>Part of the block moved inside shielded pools, which nobody can see (Zcash).</summary>
    ShieldedMoves = 8,
}
