namespace Spoor.Chains.Evm;

/// <summary>What a node answered about one block, as UTF-8 JSON: of every answer the value of <c>result</c>, without the envelope.</summary>
/// <remarks>
/// Of receipts at most one of <see cref="BlockReceipts"/>, <see cref="TransactionReceipts"/> and <see cref="Logs"/> is given, of
/// traces at most one of <see cref="FlatTraces"/> and <see cref="CallTraces"/>; what is missing, null or
/// without a byte, becomes a gap of the block.
/// The bytes must not change while the block is decoded.
/// </remarks>
public sealed record EvmRawBlock
{
    /// <summary><c>eth_getBlockByNumber</c> or <c>eth_getBlockByHash</c> with full transactions.</summary>
    public required ReadOnlyMemory<byte> Block { get; init; }

    /// <summary><c>eth_getBlockReceipts</c>: all receipts in one array.</summary>
    public ReadOnlyMemory<byte>? BlockReceipts { get; init; }

    /// <summary><c>eth_getTransactionReceipt</c> of every transaction, in the order of the block.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? TransactionReceipts { get; init; }

    /// <summary><c>eth_getLogs</c> of this block without a filter on addresses or topics: fees and failures stay unknown.</summary>
    public ReadOnlyMemory<byte>? Logs { get; init; }

    /// <summary><c>trace_block</c>, as Erigon, Nethermind and Reth answer it.</summary>
    public ReadOnlyMemory<byte>? FlatTraces { get; init; }

    /// <summary><c>debug_traceBlockByNumber</c> or <c>debug_traceBlockByHash</c> with <c>callTracer</c>.</summary>
    public ReadOnlyMemory<byte>? CallTraces { get; init; }
}
