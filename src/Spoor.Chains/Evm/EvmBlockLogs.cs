using System.Text;
using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The logs of one block as they come from <c>eth_getLogs</c>, held to belong to it and to be all of them.</summary>
/// <param name="block">Whose logs they are.</param>
/// <param name="allInFilter">Whether the chain puts every log into the header's filter.</param>
internal sealed class EvmBlockLogs(EvmHeader block, bool allInFilter)
{
    private readonly SortedDictionary<long, string> _logs = [];
    private readonly LogsBloom _bloom = new();

    /// <exception cref="NodeAnswerException">It belongs to another block, was taken back, or comes twice.</exception>
    public void Add(JsonElement log)
    {
        if (!TxHash.TryParse(TextOf(log, "blockHash"), out var hash) || hash != block.Header.Hash)
        {
            throw Fault($"found one of a block with hash '{NodeText.Printable(TextOf(log, "blockHash") ?? "none")}'; the block was replaced meanwhile");
        }

        if (log.TryGetProperty("removed", out var removed) && removed.ValueKind == JsonValueKind.True)
        {
            throw Fault("found one that was taken back");
        }

        if (!EvmText.TryCount(TextOf(log, "logIndex"), out long index) || !_logs.TryAdd(index, log.GetRawText()))
        {
            throw Fault($"found one with a logIndex that is missing or comes twice: '{NodeText.Printable(TextOf(log, "logIndex") ?? "none")}'");
        }

        AddToFilter(log);
    }

    /// <summary>All logs in order, as one array.</summary>
    /// <exception cref="NodeAnswerException">The header's filter says otherwise.</exception>
    public ReadOnlyMemory<byte> ToJson()
    {
        var header = block.LogsBloom.Span;
        if (!_bloom.Covers(header))
        {
            throw Fault($"found {_logs.Count} that do not explain the header's logsBloom; logs are missing");
        }

        // Chains without a filter leave it empty.
        if (allInFilter && header.ContainsAnyExcept((byte)0) && !_bloom.IsWithin(header))
        {
            throw Fault($"found {_logs.Count}, some of which are not in the header's logsBloom");
        }

        return Encoding.UTF8.GetBytes($"[{string.Join(',', _logs.Values)}]");
    }

    private void AddToFilter(JsonElement log)
    {
        _bloom.Add(BytesOf(TextOf(log, "address"), "address"));
        if (!log.TryGetProperty("topics", out var topics) || topics.ValueKind != JsonValueKind.Array)
        {
            throw Fault("found one without topics");
        }

        foreach (var topic in topics.EnumerateArray())
        {
            _bloom.Add(BytesOf(topic.ToString(), "topic"));
        }
    }

    private byte[] BytesOf(string? hex, string field)
    {
        byte[] bytes = new byte[TxHash.Bytes];
        var status = Convert.FromHexString(hex.AsSpan(Math.Min(2, hex?.Length ?? 0)), bytes, out _, out int written);
        return status == System.Buffers.OperationStatus.Done && written > 0
            ? bytes[..written]
            : throw Fault($"found one with {field} '{NodeText.Printable(hex ?? "none")}'");
    }

    private static string? TextOf(JsonElement log, string field) =>
        log.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private NodeAnswerException Fault(string found) =>
        new($"Expected from eth_getLogs the logs of block {block.Header.Height} with hash 0x{block.Header.Hash}, {found}");
}
