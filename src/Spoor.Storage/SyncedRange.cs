using Spoor.Transfers;

namespace Spoor.Storage;

/// <summary>What a store read of one chain from a node.</summary>
/// <param name="Finalized">Height up to which the chain called its blocks final when the last were read; null when it did not.</param>
/// <param name="WithoutInternalMoves">Blocks of which the native value that contracts moved is unknown.</param>
/// <param name="WithoutReceipts">Blocks of which fees and failures are unknown.</param>
/// <param name="WithoutSpentOutputs">Blocks of which the senders and amounts of some inputs are unknown.</param>
/// <param name="WithShieldedMoves">Blocks part of which moved where nobody can see.</param>
/// <param name="RefusedAmounts">Token movements left out because their amount does not fit into 128 bits.</param>
public sealed record SyncedRange(
    ChainId Chain, long First, long Last, long? Finalized, long WithoutInternalMoves, long WithoutReceipts,
    long WithoutSpentOutputs, long WithShieldedMoves, long RefusedAmounts)
{
    /// <summary>Height up to which what was read will not change; null where that is not known.</summary>
    public long? FinalTo => Finalized is { } finalized ? Math.Min(finalized, Last) : null;

    /// <summary>Blocks with a gap of this sort.</summary>
    public long BlocksWith(BlockGaps gap) => gap switch
    {
        BlockGaps.InternalMoves => WithoutInternalMoves,
        BlockGaps.Receipts => WithoutReceipts,
        BlockGaps.SpentOutputs => WithoutSpentOutputs,
        BlockGaps.ShieldedMoves => WithShieldedMoves,
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Expected one gap."),
    };
}
