using Spoor.Transfers;

namespace Spoor.Storage;

/// <summary>What a store holds and what it costs: the answer of <c>spoor status</c>.</summary>
/// <param name="File">The database file, or <c>:memory:</c>.</param>
/// <param name="SchemaVersion">Number of the last schema script that ran.</param>
/// <param name="Bytes">Size of the file with its write-ahead log; 0 in memory.</param>
/// <param name="Transfers">Over all chains.</param>
/// <param name="Chains">In order of chain.</param>
public sealed record StoreStatus(string File, int SchemaVersion, long Bytes, long Transfers, IReadOnlyList<ChainHead> Chains)
{
    /// <summary>What was read from nodes, in order of chain.</summary>
    public IReadOnlyList<SyncedRange> Synced { get; init; } = [];

    /// <summary>Labels of addresses and transactions, retracted ones included.</summary>
    public long Labels { get; init; }

    /// <summary>Entries of ledgers of losses, each counted once however often its ledger changed it.</summary>
    public long LedgerEntries { get; init; }
}
