using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Finds out what a node can tell, by asking it about its newest block.</summary>
/// <remarks>The list of modules is not asked for: <c>rpc_modules</c> is missing at most providers, and a module says nothing of a single method.</remarks>
internal sealed class EvmProbe(RpcClient rpc, Chain chain, EvmNodeSettings settings)
{
    private const int BlocksForPace = 64;

    // A method that is new, or known with a number only: JSON-RPC's codes for a question that is none, and HTTP's for one not let through.
    private static readonly int[] Refusals = [-32602, -32600, 401, 403, 404, 405];

    // One block may be too much for a node, or be made to be: others are asked about before anything is concluded.
    private static readonly int[] Below = [0, 1, 16];

    private static readonly TimeSpan UnknownBlockTime = TimeSpan.FromSeconds(4);

    public async Task<EvmAbilities> RunAsync(CancellationToken cancellation)
    {
        var head = await HeadAsync(cancellation);
        return new(
            await ReceiptsAsync(cancellation),
            settings.ReadsTraces ? await TracesAsync(cancellation) : EvmTraceCall.None,
            await TryAsync(_ => EvmCalls.Finalized, cancellation) == Ability.Shown,
            await BlockTimeAsync(head.Header, cancellation));
    }

    private async Task<EvmHeader> HeadAsync(CancellationToken cancellation) =>
        EvmHeader.Read((await rpc.CallAsync(EvmCalls.Latest, cancellation)).Value(), chain.Id, asked: null);

    private async Task<EvmReceiptCall> ReceiptsAsync(CancellationToken cancellation) => await FirstAsync(
        [
            (EvmReceiptCall.OfBlockByHash, block => EvmCalls.BlockReceipts(block, byHash: true)),
            (EvmReceiptCall.OfBlockByNumber, block => EvmCalls.BlockReceipts(block, byHash: false)),
            (EvmReceiptCall.OfTransactions, ReceiptOfNone),
        ],
        EvmReceiptCall.LogsOnly, cancellation);

    private async Task<EvmTraceCall> TracesAsync(CancellationToken cancellation) => await FirstAsync(
        [.. new[] { EvmTraceCall.Flat, EvmTraceCall.CallsByHash, EvmTraceCall.CallsByNumber }
            .Select(call => (call, (Func<BlockHeader, RpcCall>)(block => EvmCalls.Traces(block, call))))],
        EvmTraceCall.None, cancellation);

    // No transaction has the hash of a block: a node that knows the method answers null.
    private static RpcCall ReceiptOfNone(BlockHeader block) => EvmCalls.Receipt(block.Hash);

    /// <summary>The first way that was seen to work; else the first that was not refused, because a failure is no refusal.</summary>
    private async Task<T> FirstAsync<T>(IReadOnlyList<(T Way, Func<BlockHeader, RpcCall> Call)> ways, T none, CancellationToken cancellation)
        where T : struct
    {
        T? open = null;
        foreach (var (way, call) in ways)
        {
            switch (await TryAsync(call, cancellation))
            {
                case Ability.Shown:
                    return way;
                case Ability.Open:
                    open ??= way;
                    break;
            }
        }

        return open ?? none;
    }

    private async Task<Ability> TryAsync(Func<BlockHeader, RpcCall> call, CancellationToken cancellation)
    {
        var ability = Ability.Refused;
        foreach (int below in Below)
        {
            var answer = await AskAboutAsync(below, call, cancellation);
            if (answer?.Error is { } error && (RpcFault.IsNotOffered(error) || Refusals.Contains(error.Code ?? 0)))
            {
                return Ability.Refused;
            }

            // go-ethereum knows the method and says so of block 0.
            bool isKnown = answer?.Error?.Message.Contains("genesis is not traceable", StringComparison.Ordinal) is true;
            if (isKnown || (answer is { Error: null } told && (!told.IsNull || told.Call.Method == "eth_getTransactionReceipt")))
            {
                return Ability.Shown;
            }

            ability = answer is { IsNull: true } ? ability : Ability.Open;
        }

        return ability;
    }

    // A block that was replaced, or that one of several machines does not have yet, must not look like a missing method.
    private async Task<RpcAnswer?> AskAboutAsync(int below, Func<BlockHeader, RpcCall> call, CancellationToken cancellation)
    {
        var block = (await HeadAsync(cancellation)).Header;
        if (below > 0)
        {
            var earlier = await rpc.CallAsync(EvmCalls.Block(Math.Max(0, block.Height - below), whole: false), cancellation);
            block = earlier.IsNull ? block : EvmHeader.Read(earlier.Value(), chain.Id, asked: null).Header;
        }

        try
        {
            return await AskAsync(call(block), cancellation);
        }
        catch (NodeException failure) when (failure.InnerException is TimeoutException or NodeAnswerException { IsTooOften: false })
        {
            return failure.InnerException is NodeAnswerException said ? new() { Call = call(block), Error = said } : null;
        }
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

    private enum Ability
    {
        /// <summary>The node says that it does not offer the method, or knows no block by it.</summary>
        Refused,

        /// <summary>It failed and nothing is known.</summary>
        Open,

        Shown,
    }
}
