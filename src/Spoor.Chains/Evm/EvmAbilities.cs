using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>What an EVM node can tell of a block, found out by asking.</summary>
internal sealed record EvmAbilities(EvmReceiptCall Receipts, EvmTraceCall Traces, bool TellsFinalized, TimeSpan BlockTime)
{
    /// <summary>Whether there is something to gain by finding out again.</summary>
    public bool Lacks(bool readsTraces) => Receipts == EvmReceiptCall.LogsOnly || (readsTraces && Traces == EvmTraceCall.None);

    public BlockGaps Gaps =>
        (Receipts == EvmReceiptCall.LogsOnly ? BlockGaps.Receipts : BlockGaps.None)
        | (Traces == EvmTraceCall.None ? BlockGaps.InternalMoves : BlockGaps.None);
}

/// <summary>Where fees, failures and logs come from, the better first.</summary>
internal enum EvmReceiptCall
{
    /// <summary><c>eth_getBlockReceipts</c> with the hash of the block.</summary>
    OfBlockByHash,

    /// <summary><c>eth_getBlockReceipts</c> with its number.</summary>
    OfBlockByNumber,

    /// <summary><c>eth_getTransactionReceipt</c>, one for each transaction.</summary>
    OfTransactions,

    /// <summary><c>eth_getLogs</c>: no fees, no failures.</summary>
    LogsOnly,
}

/// <summary>Where native value moved by contracts comes from, the better first.</summary>
internal enum EvmTraceCall
{
    /// <summary><c>trace_block</c>: names the block's hash in every trace, and holds block rewards.</summary>
    Flat,

    /// <summary><c>debug_traceBlockByHash</c> with <c>callTracer</c>.</summary>
    CallsByHash,

    /// <summary><c>debug_traceBlockByNumber</c> with <c>callTracer</c>: the block is read again after it, because it does not name one.</summary>
    CallsByNumber,

    None,
}
