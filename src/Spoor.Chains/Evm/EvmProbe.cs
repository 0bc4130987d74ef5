using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Finds out what a node can tell, by asking it about its newest block.</summary>
/// <remarks>The list of modules is not asked for: <c>rpc_modules</c> is missing at most providers, and a module says nothing of a single method.</remarks>
internal sealed class EvmProbe(RpcClient rpc, Chain chain, EvmNodeSettings settings)
{
    private const int BlocksForPace = 64;

    private static readonly TimeSpan UnknownBlockTime = TimeSpan.FromSeconds(4);

    public async Task<EvmAbilities> RunAsync(CancellationToken cancellation)
    {
        var head = EvmHeader.Read((await rpc.CallAsync(EvmCalls.Latest, cancellation)).Value(), chain.Id, asked: null);
        return new(
            await ReceiptsAsync(head, cancellation),
            settings.ReadsTraces ? await TracesAsync(head.Header, cancellation) : EvmTraceCall.None,
            await CanAsync(EvmCalls.Finalized, cancellation),
            await BlockTimeAsync(head.Header, cancellation));
    }

    private async Task<EvmReceiptCall> ReceiptsAsync(EvmHeader head, CancellationToken cancellation)
    {
        if (await CanAsync(EvmCalls.BlockReceipts(head.Header, byHash: true), cancellation))
        {
            return EvmReceiptCall.OfBlockByHash;
        }

        if (await CanAsync(EvmCalls.BlockReceipts(head.Header, byHash: false), cancellation))
        {
            return EvmReceiptCall.OfBlockByNumber;
        }

        // Where the block is empty, no transaction has the hash that is asked for: a node that knows the method answers null.
        var receipt = EvmCalls.Receipt(head.Transactions.Count > 0 ? head.Transactions[0] : head.Header.Hash);
        return (await AskAsync(receipt, cancellation)).Error is null ? EvmReceiptCall.OfTransactions : EvmReceiptCall.LogsOnly;
    }

    private async Task<EvmTraceCall> TracesAsync(BlockHeader head, CancellationToken cancellation)
    {
        foreach (var call in new[] { EvmTraceCall.Flat, EvmTraceCall.CallsByHash, EvmTraceCall.CallsByNumber })
        {
            if (await CanAsync(EvmCalls.Traces(head, call), cancellation))
            {
                return call;
            }
        }

        return EvmTraceCall.None;
    }

    private async Task<bool> CanAsync(RpcCall call, CancellationToken cancellation)
    {
        var answer = await AskAsync(call, cancellation);

        // go-ethereum knows the method and says of block 0 that "genesis is not traceable".
        return answer.Error is { } error
            ? error.Message.Contains("genesis is not traceable", StringComparison.Ordinal)
            : !answer.IsNull;
    }

    private async Task<RpcAnswer> AskAsync(RpcCall call, CancellationToken cancellation) =>
        (await rpc.BatchAsync([call], cancellation))[0];

    private async Task<TimeSpan> BlockTimeAsync(BlockHeader head, CancellationToken cancellation)
    {
        long from = Math.Max(0, head.Height - BlocksForPace);
        var answer = await AskAsync(EvmCalls.Block(from, whole: false), cancellation);
        if (from == head.Height || answer.Error is not null || answer.IsNull)
        {
            return UnknownBlockTime;
        }

        var earlier = EvmHeader.Read(answer.Json, chain.Id, from).Header;
        return (head.Time - earlier.Time) / (head.Height - from);
    }
}
