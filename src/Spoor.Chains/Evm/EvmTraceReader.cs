using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Adds call traces to blocks; what a node cannot give of one block is a gap of that block and stops nothing.</summary>
/// <remarks>Whoever sends a transaction chooses what it costs to trace, so a block without traces must not stop a chain.</remarks>
/// <param name="rpc">For asking whether the node lives.</param>
/// <param name="traceRpc">For traces, whose answers are so large that few go into one batch.</param>
internal sealed class EvmTraceReader(RpcClient rpc, RpcClient traceRpc, Chain chain, EvmTraceCall how)
{
    /// <summary>Most traces asked for in one request.</summary>
    public const int Batch = 4;

    private static readonly ReadOnlyMemory<byte> Nothing = "[]"u8.ToArray();

    /// <param name="isLast">Whether what does not fit now is a gap; else it is thrown, to be read again.</param>
    public async Task AddAsync(EvmRawBlock[] raw, EvmHeader[] headers, bool isLast, CancellationToken cancellation)
    {
        if (how == EvmTraceCall.None)
        {
            return;
        }

        // Under proof of work trace_block tells of a reward even where a block is empty; before block 1 there is nothing.
        int[] told = [.. Enumerable.Range(0, raw.Length).Where(i =>
            how == EvmTraceCall.Flat ? headers[i].Header.Height > 0 : headers[i].Transactions.Count > 0)];
        var parts = await Task.WhenAll(told.Chunk(Batch).Select(part => AskAsync([.. part.Select(i => headers[i])], isLast, cancellation)));
        if (how == EvmTraceCall.CallsByNumber)
        {
            await RefuseReplacedAsync(headers, cancellation);
        }

        var traces = told.Zip(parts.SelectMany(part => part)).ToDictionary(pair => pair.First, pair => pair.Second);
        for (int i = 0; i < raw.Length; i++)
        {
            var json = traces.TryGetValue(i, out var answered) ? answered : Nothing;
            raw[i] = how == EvmTraceCall.Flat ? raw[i] with { FlatTraces = json } : raw[i] with { CallTraces = json };
        }
    }

    /// <summary>One answer for each block; null for a block whose traces cannot be had.</summary>
    private async Task<IReadOnlyList<ReadOnlyMemory<byte>?>> AskAsync(EvmHeader[] blocks, bool isLast, CancellationToken cancellation)
    {
        try
        {
            var answers = await traceRpc.BatchAsync([.. blocks.Select(block => EvmCalls.Traces(block.Header, how))], cancellation);
            return [.. answers.Select(answer => ValueOf(answer, isLast))];
        }
        catch (NodeException failure) when (IsOfBlock(failure))
        {
            // A node that does not answer this either is down, and that is no gap.
            await RefuseReplacedAsync(blocks, cancellation);
            if (blocks.Length == 1)
            {
                return [null];
            }
        }

        var alone = new List<ReadOnlyMemory<byte>?>();
        foreach (var block in blocks)
        {
            alone.AddRange(await AskAsync([block], isLast, cancellation));
        }

        return alone;
    }

    // Time ran out, or the node says again and again that it fails; not that it cannot be reached or is asked too often.
    private static bool IsOfBlock(NodeException failure) =>
        failure.InnerException is TimeoutException or NodeAnswerException { IsTooOften: false };

    private static ReadOnlyMemory<byte>? ValueOf(RpcAnswer answer, bool isLast)
    {
        if (answer is { Error: null, IsNull: false })
        {
            return answer.Json;
        }

        // Thrown away for good, or too long: asking again brings nothing.
        if (answer.Error is { } error && (error.AskForLess || RpcFault.IsGone(error.Message)))
        {
            return null;
        }

        if (isLast)
        {
            return null;
        }

        // A missing method is told as such: the endpoint may be another one now, and is looked at again.
        throw answer.Error is not { } other ? new NodeAnswerException($"{answer.Call.Method} answered null, a value was expected.")
            : RpcFault.IsNotOffered(other) ? other
            : new NodeAnswerException(other.Message, other);
    }

    private async Task RefuseReplacedAsync(EvmHeader[] headers, CancellationToken cancellation)
    {
        var answers = await rpc.BatchAsync([.. headers.Select(block => EvmCalls.Block(block.Header.Height, whole: false))], cancellation);
        for (int i = 0; i < headers.Length; i++)
        {
            var now = EvmHeader.Read(answers[i].Value(), chain.Id, headers[i].Header.Height).Header;
            if (now.Hash != headers[i].Header.Hash)
            {
                throw new NodeAnswerException($"Block {now.Height} was 0x{headers[i].Header.Hash} and is 0x{now.Hash} now; it was replaced while it was read");
            }
        }
    }
}
