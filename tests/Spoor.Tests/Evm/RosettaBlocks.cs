using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Blocks of the Rosetta implementations (Apache-2.0) with the receipts and traces recorded beside them.</summary>
internal static class RosettaBlocks
{
    // Where the names of the files do not hold the hash: receipts and traces of the block's transactions, in order.
    private static readonly Dictionary<string, (string[] Receipts, string[] Traces)> Named = new()
    {
        ["rosetta_optimism/block_1.json"] = (["tx_receipt_1.json"], ["tx_trace_1.json"]),
        ["rosetta_optimism/block_985.json"] = ([], ["tx_trace_985.json"]),
        ["rosetta_optimism/block_22698.json"] = ([], ["tx_trace_22698.json"]),
        ["rosetta_optimism/block_87673.json"] = ([], ["tx_trace_87673.json"]),
        ["rosetta_optimism/block_985465.json"] = ([], ["tx_trace_985465.json"]),
        ["rosetta_optimism/block_1241186.json"] = ([], []),
        ["rosetta_optimism/block_1502839.json"] = ([], ["tx_trace_1502839.json"]),
        ["rosetta_optimism/block_1909952.json"] = (["tx_receipt_1909952.json"], ["tx_trace_1909952.json"]),
        ["rosetta_optimism/block_14930491.json"] = ([], ["tx_trace_14930491.json"]),
        ["rosetta_optimism/block_goerli_367675.json"] = (["tx_receipt_goerli_367675.json"], ["tx_trace_goerli_367675.json"]),
        ["rosetta_optimism/goerli_bedrock_block_5003318.json"] = (
            ["goerli_bedrock_tx_receipt_5003318_1.json", "goerli_bedrock_tx_receipt_5003318_2.json"],
            ["goerli_bedrock_tx_trace_5003318_1.json", "goerli_bedrock_tx_trace_5003318_2.json"]),
        ["rosetta_optimism/sepolia_ecotone_block_4089330.json"] = (
            ["sepolia_ecotone_tx_receipt_4089330_1.json"], ["sepolia_ecotone_tx_trace_5003318_1.json"]),
    };

    internal static Block Decode(string path)
    {
        string folder = path[..path.IndexOf('/', StringComparison.Ordinal)];
        var block = RecordedAnswers.Result(path)!;
        string[] hashes = [.. block["transactions"]!.AsArray().Select(transaction => transaction!["hash"]!.ToString())];
        var named = Named.GetValueOrDefault(path, ([], []));
        return EvmDecoder.Decode(
            new()
            {
                Block = RecordedAnswers.Bytes(block),
                TransactionReceipts = [.. hashes.Select((hash, index) => RecordedAnswers.Bytes(RecordedAnswers.Result(
                    named.Item1.Length > 0 ? $"{folder}/{named.Item1[index]}" : Find(folder, $"tx_receipt_{hash}.json")!)))],
                CallTraces = TracesOf(folder, block["hash"]!.ToString(), named.Item2),
            },
            ChainRegistry.Find(folder["rosetta_".Length..]));
    }

    private static ReadOnlyMemory<byte>? TracesOf(string folder, string hash, string[] named)
    {
        if (named.Length > 0)
        {
            return RecordedAnswers.Bytes(new JsonArray([.. named.Select(name => new JsonObject { ["result"] = RecordedAnswers.Json($"{folder}/{name}")!.DeepClone() })]));
        }

        string? file = Find(folder, $"block_trace_{hash}.json") ?? Find(folder, $"block_trace_{hash}.json.gz");
        return file is null ? (ReadOnlyMemory<byte>?)null : RecordedAnswers.Read(file);
    }

    private static string? Find(string folder, string name) =>
        RecordedAnswers.Files(folder).Select(RecordedAnswers.Relative).FirstOrDefault(path => path.EndsWith('/' + name, StringComparison.Ordinal));
}
