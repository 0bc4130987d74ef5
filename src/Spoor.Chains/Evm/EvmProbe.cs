using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Finds out what a node can tell, by asking it about its newest block.</summary>
/// <remarks>The list of modules is not asked for: <c>rpc_modules</c> is missing at most providers, and a module says nothing of a single method.</remarks>
internal sealed class EvmProbe(RpcClient rpc, Chain chain, EvmNodeSettings settings)
{
    private const int BlocksForPace = 64;
    private const int MethodNotFound = -32601;

    // A block that was replaced, or that one of several machines does not have yet, must not look like a missing method.
    private const int Tries = 3;

    private static readonly TimeSpan UnknownBlockTime = TimeSpan.FromSeconds(4);

    public async Task<EvmAbilities> RunAsync(CancellationToken cancellation)
    {
        var head = await HeadAsync(cancellation);
        return new(
            await ReceiptsAsync(cancellation),
            settings.ReadsTraces ? await TracesAsync(cancellation) : EvmTraceCall.None,
            await CanAsync(_ => EvmCalls.Finalized, cancellation),
            await BlockTimeAsync(head.Header, cancellation));
    }

    private async Task<EvmHeader> HeadAsync(CancellationToken cancellation) =>
        EvmHeader.Read((await rpc.CallAsync(EvmCalls.Latest, cancellation)).Value(), chain.Id, asked: null);

    private async Task<EvmReceiptCall> ReceiptsAsync(CancellationToken cancellation)
    {
        if (await CanAsync(head => EvmCalls.BlockReceipts(head.Header, byHash: true), cancellation))
        {
            return EvmReceiptCall.OfBlockByHash;
        }

        if (await CanAsync(head => EvmCalls.BlockReceipts(head.Header, byHash: false), cancellation))
        {
            return EvmReceiptCall.OfBlockByNumber;
        }

        // No transaction has the hash of a block: a node that knows the method answers null.
        var receipt = EvmCalls.Receipt((await HeadAsync(cancellation)).Header.Hash);
        return (await AskAsync(receipt, cancellation)).Error is null ? EvmReceiptCall.OfTransactions : EvmReceiptCall.LogsOnly;
    }

    private async Task<EvmTraceCall> TracesAsync(CancellationToken cancellation)
    {
        foreach (var call in new[] { EvmTraceCall.Flat, EvmTraceCall.CallsByHash, EvmTraceCall.CallsByNumber })
        {
            if (await CanAsync(head => EvmCalls.Traces(head.Header, call), cancellation))
            {
                return call;
            }
        }

        return EvmTraceCall.None;
    }

    private async Task<bool> CanAsync(Func<EvmHeader, RpcCall> call, CancellationToken cancellation)
    {
        for (int tries = 0; tries < Tries; tries++)
        {
            var answer = await AskAsync(call(await HeadAsync(cancellation)), cancellation);
            if (answer.Error is not { } error)
            {
                if (!answer.IsNull)
                {
                    return true;
                }
            }
            else if (error.Code == MethodNotFound)
            {
                return false;
            }
            else if (error.Message.Contains("genesis is not traceable", StringComparison.Ordinal))
            {
                // go-ethereum knows the method and says so of block 0.
                return true;
            }
        }

        return false;
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
