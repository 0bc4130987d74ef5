using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Logs of consecutive blocks by <c>eth_getLogs</c>, where a node gives no receipts.</summary>
/// <remarks>
/// What a provider refuses as too wide or too much is asked for in halves, down to single blocks by hash; no part of a
/// span is ever left out. The filter of logs in every header is held against what came: that shows logs that a node forgot.
/// </remarks>
internal sealed class EvmLogSpans(RpcClient rpc, Chain chain)
{
    // Bor adds the logs of its state syncs to a block without adding them to the header's filter.
    private readonly bool _allInFilter = !EvmChainRules.Of(chain).HasUnlistedTransactions;

    // A refusal may be of one crowded block: after so many full spans without one, twice as many blocks are tried.
    private const int SpansToGrow = 32;

    private volatile int _widest = int.MaxValue;
    private int _full;

    /// <returns>For every block its logs as one JSON array, in the order of the blocks.</returns>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(IReadOnlyList<EvmHeader> blocks, CancellationToken cancellation)
    {
        var byHeight = blocks.ToDictionary(block => block.Header.Height, block => new EvmBlockLogs(block, _allInFilter));
        await FillAsync(byHeight, blocks, cancellation);
        return [.. blocks.Select(block => byHeight[block.Header.Height].ToJson())];
    }

    private async Task FillAsync(Dictionary<long, EvmBlockLogs> logs, IReadOnlyList<EvmHeader> blocks, CancellationToken cancellation)
    {
        if (blocks.Count <= _widest && await TryAsync(logs, blocks, cancellation))
        {
            return;
        }

        int half = blocks.Count / 2;
        _widest = Math.Max(1, Math.Min(_widest, half));
        await FillAsync(logs, [.. blocks.Take(half)], cancellation);
        await FillAsync(logs, [.. blocks.Skip(half)], cancellation);
    }

    private async Task<bool> TryAsync(Dictionary<long, EvmBlockLogs> logs, IReadOnlyList<EvmHeader> blocks, CancellationToken cancellation)
    {
        var call = blocks.Count == 1
            ? EvmCalls.LogsOf(blocks[0].Header.Hash)
            : EvmCalls.Logs(blocks[0].Header.Height, blocks[^1].Header.Height);
        try
        {
            Sort(logs, (await rpc.CallAsync(call, cancellation)).Value());
            if (blocks.Count == _widest && Interlocked.Increment(ref _full) % SpansToGrow == 0)
            {
                _widest = 2 * blocks.Count;
            }

            return true;
        }
        catch (NodeAnswerException refusal) when (refusal.AskForLess && blocks.Count > 1)
        {
            return false;
        }
    }

    private static void Sort(Dictionary<long, EvmBlockLogs> logs, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new NodeAnswerException($"Expected a list of logs from eth_getLogs, found {document.RootElement.ValueKind}");
        }

        foreach (var log in document.RootElement.EnumerateArray())
        {
            string? number = log.ValueKind == JsonValueKind.Object && log.TryGetProperty("blockNumber", out var text) ? text.ToString() : null;
            if (!EvmText.TryCount(number, out long height) || !logs.TryGetValue(height, out var block))
            {
                throw new NodeAnswerException($"Expected logs of the blocks asked for from eth_getLogs, found one of block '{NodeText.Printable(number ?? "none")}'");
            }

            block.Add(log);
        }
    }
}
