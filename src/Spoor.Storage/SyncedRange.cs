using Spoor.Transfers;

namespace Spoor.Storage;

/// <summary>What a store read of one chain from a node.</summary>
/// <param name="Finalized">Height up to which the chain called its blocks final when the last were read; null when it did not.</param>
/// <param name="WithoutInternalMoves">Blocks of which the native value that contracts moved is unknown.</param>
/// <param name="WithoutReceipts">Blocks of which fees and failures are unknown.</param>
/// <param name="RefusedAmounts">Token movements left out because their amount does not fit into 128 bits.</param>
public sealed record SyncedRange(
    ChainId Chain, long First, long Last, long? Finalized, long WithoutInternalMoves, long WithoutReceipts, long RefusedAmounts);
