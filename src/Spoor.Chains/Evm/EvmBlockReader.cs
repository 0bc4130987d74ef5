using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Reads a span of blocks once: what is inconsistent is thrown out whole, to be read again.</summary>
/// <param name="rpc">For blocks, receipts and logs.</param>
/// <param name="traceRpc">For traces, whose answers are so large that few go into one batch.</param>
internal sealed class EvmBlockReader(RpcClient rpc, RpcClient traceRpc, Chain chain, EvmAbilities abilities)
{
    private static readonly ReadOnlyMemory<byte> Nothing = "[]"u8.ToArray();

    private readonly EvmLogSpans _logs = new(rpc, chain);
    private readonly EvmTraceReader _traces = new(rpc, traceRpc, chain, abilities.Traces);

    // Polygon has receipts of its own state syncs in blocks that list no transaction.
    private readonly bool _listsAll = !EvmChainRules.Of(chain).HasUnlistedTransactions;

    /// <param name="span">Which blocks.</param>
    /// <param name="isLast">Whether traces that do not come now are a gap of their block; else the span is to be read again.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="NodeAnswerException">A block is missing, or the answers contradict each other.</exception>
    public async Task<IReadOnlyList<EvmRawBlock>> ReadAsync(BlockSpan span, bool isLast, CancellationToken cancellation)
    {
        var (raw, headers) = await BlocksAsync(span, cancellation);
        await AddReceiptsAsync(raw, headers, cancellation);
        await _traces.AddAsync(raw, headers, isLast, cancellation);
        return raw;
    }

    private async Task<(EvmRawBlock[] Raw, EvmHeader[] Headers)> BlocksAsync(BlockSpan span, CancellationToken cancellation)
    {
        var answers = await rpc.BatchAsync(
            [.. Enumerable.Range(0, span.Count).Select(i => EvmCalls.Block(span.First + i, whole: true))], cancellation);
        var headers = new EvmHeader[span.Count];
        for (int i = 0; i < span.Count; i++)
        {
            long height = span.First + i;
            headers[i] = !answers[i].IsNull
                ? EvmHeader.Read(answers[i].Value(), chain.Id, height)
                : throw new NodeAnswerException($"The node has no block {height}");
            if (i > 0)
            {
                OneBranch.Hold(headers[i - 1].Header, headers[i].Header);
            }
        }

        return ([.. answers.Select(answer => new EvmRawBlock { Block = answer.Json })], headers);
    }

    private async Task AddReceiptsAsync(EvmRawBlock[] raw, EvmHeader[] headers, CancellationToken cancellation)
    {
        switch (abilities.Receipts)
        {
            case EvmReceiptCall.OfBlockByHash or EvmReceiptCall.OfBlockByNumber:
                bool byHash = abilities.Receipts == EvmReceiptCall.OfBlockByHash;
                var receipts = await OfBlocksAsync(rpc, headers, block => _listsAll ? HasTransactions(block) : block.Header.Height > 0, block => EvmCalls.BlockReceipts(block, byHash), cancellation);
                Set(raw, i => raw[i] with { BlockReceipts = receipts[i]?.Value() ?? Nothing });
                break;
            case EvmReceiptCall.OfTransactions:
                var ofTransactions = await OfTransactionsAsync(headers, cancellation);
                Set(raw, i => raw[i] with { TransactionReceipts = ofTransactions[i] });
                break;
            default:
                var logs = await _logs.ReadAsync(headers, cancellation);
                Set(raw, i => raw[i] with { Logs = logs[i] });
                break;
        }
    }

    private async Task<ReadOnlyMemory<byte>[][]> OfTransactionsAsync(EvmHeader[] headers, CancellationToken cancellation)
    {
        var answers = await rpc.BatchAsync([.. headers.SelectMany(block => block.Transactions).Select(EvmCalls.Receipt)], cancellation);
        var ofBlocks = new ReadOnlyMemory<byte>[headers.Length][];
        int next = 0;
        for (int i = 0; i < headers.Length; i++)
        {
            int first = next;
            next += headers[i].Transactions.Count;
            ofBlocks[i] = [.. answers.Skip(first).Take(next - first).Select(answer => answer.Value())];
        }

        return ofBlocks;
    }

    private static bool HasTransactions(EvmHeader block) => block.Transactions.Count > 0;

    /// <summary>One answer for each block that is asked about; null for the others, of which there is nothing to tell.</summary>
    private static async Task<RpcAnswer?[]> OfBlocksAsync(
        RpcClient client, EvmHeader[] headers, Func<EvmHeader, bool> isAsked, Func<BlockHeader, RpcCall> call, CancellationToken cancellation)
    {
        int[] asked = [.. Enumerable.Range(0, headers.Length).Where(i => isAsked(headers[i]))];
        var answers = await client.BatchAsync([.. asked.Select(i => call(headers[i].Header))], cancellation);
        var ofBlocks = new RpcAnswer?[headers.Length];
        for (int i = 0; i < asked.Length; i++)
        {
            ofBlocks[asked[i]] = answers[i];
        }

        return ofBlocks;
    }

    private static void Set(EvmRawBlock[] raw, Func<int, EvmRawBlock> completed)
    {
        for (int i = 0; i < raw.Length; i++)
        {
            raw[i] = completed(i);
        }
    }
}
