using System.Text.Json.Nodes;

namespace Spoor.Tests.Evm;

/// <summary>What a node may say that is not so, each with what the error must name.</summary>
internal static class EvmLies
{
    private static readonly string[] Receipts = ["eth_getBlockReceipts"];
    private static readonly string[] AllReceipts = ["eth_getBlockReceipts", "eth_getTransactionReceipt"];

    public static TheoryData<string, string, string[]> All() => new()
    {
        { "block is null", "has no block", [] },
        { "block is text", "Expected a block", [] },
        { "block of another height", "Expected block", [] },
        { "block without hash", "with its hash", [] },
        { "block of another branch", "replaced between two answers", [] },
        { "receipts are null", "answered null", [] },
        { "receipts of another block", "", [] },
        { "a receipt is missing", "receipts", [] },
        { "receipts swapped", "", [] },
        { "receipts are an object", "", [] },
        { "a receipt is null", "answered null", Receipts },
        { "receipt of another transaction", "", Receipts },
        { "logs are missing", "logs are missing", AllReceipts },
        { "logs of another block", "replaced meanwhile", AllReceipts },
        { "a log twice", "comes twice", AllReceipts },
        { "a log is removed", "taken back", AllReceipts },
        { "a log is made up", "not in the header's logsBloom", AllReceipts },
        { "a log of a block not asked for", "blocks asked for", AllReceipts },
    };

    public static TheoryData<string, string, string[]> AboutTraces() => new()
    {
        { "traces are null", "", [] },
        { "traces of another block", "", [] },
        { "a trace is missing", "", [] },
        { "traces are refused", "", [] },
        { "call traces of another block", "", ["trace_block"] },
    };

    /// <summary>Lies about block 4; all else is right.</summary>
    public static JsonNode? Tell(FakeEvm chain, string lie, string method, JsonArray parameters, JsonNode? result)
    {
        var (four, five) = (chain.Blocks[4], chain.Blocks[5]);
        string about = parameters is [JsonValue first, ..] ? first.GetValue<string>() : "";
        bool isFour = about == "0x4" || about == four.Hash;
        return (method, lie) switch
        {
            ("eth_getBlockByNumber", "block is null") when isFour => null,
            ("eth_getBlockByNumber", "block is text") when isFour => "0x4",
            ("eth_getBlockByNumber", "block of another height") when isFour => five.ToJson(true),
            ("eth_getBlockByNumber", "block without hash") when isFour => With(result, "hash", null),
            ("eth_getBlockByNumber", "block of another branch") when isFour => FakeEvm.Branch("b", 4)[4].ToJson(true),
            ("eth_getBlockReceipts", "receipts are null") when isFour => null,
            ("eth_getBlockReceipts", "receipts are an object") when isFour => new JsonObject(),
            ("eth_getBlockReceipts", "receipts of another block") when isFour => five.Receipts(),
            ("eth_getBlockReceipts", "a receipt is missing") when isFour => new JsonArray(four.Receipts()[0]!.DeepClone()),
            ("eth_getBlockReceipts", "receipts swapped") when isFour => new JsonArray(four.Receipts()[1]!.DeepClone(), four.Receipts()[0]!.DeepClone()),
            ("eth_getTransactionReceipt", "a receipt is null") when four.ReceiptOf(about) is not null => null,
            ("eth_getTransactionReceipt", "receipt of another transaction") when four.ReceiptOf(about) is not null => five.Receipts()[0]!.DeepClone(),
            ("eth_getLogs", "logs are missing") => new JsonArray([.. result!.AsArray().Skip(1).Select(log => log!.DeepClone())]),
            ("eth_getLogs", "logs of another block") => Changed(result, log => With(log, "blockHash", FakeBlock.HashOf("other"))),
            ("eth_getLogs", "a log twice") => new JsonArray([.. result!.AsArray().Append(result.AsArray()[0]).Select(log => log!.DeepClone())]),
            ("eth_getLogs", "a log is removed") => Changed(result, log => With(log, "removed", true)),
            ("eth_getLogs", "a log is made up") => new JsonArray([.. result!.AsArray().Append(MadeUp(result.AsArray()[0]!)).Select(log => log!.DeepClone())]),
            ("eth_getLogs", "a log of a block not asked for") => Changed(result, log => With(log, "blockNumber", "0x9")),
            ("trace_block", "traces are null") when isFour => null,
            ("trace_block", "traces are refused") when isFour => throw new FakeEvm.RefusalException(-32000, "execution timeout"),
            ("trace_block", "traces of another block") when isFour => five.FlatTraces(),
            ("trace_block", "a trace is missing") when isFour => new JsonArray(four.FlatTraces()[0]!.DeepClone()),
            ("debug_traceBlockByHash", "call traces of another block") when isFour => five.CallTraces(),
            _ => result,
        };
    }

    private static JsonNode MadeUp(JsonNode log) => With(With(log.DeepClone(), "logIndex", "0x1"), "address", "0x00000000000000000000000000000000000bad00")!;

    private static JsonArray Changed(JsonNode? list, Func<JsonNode?, JsonNode?> change) => [.. list!.AsArray().Select(item => change(item!.DeepClone()))];

    private static JsonNode With(JsonNode? node, string name, JsonNode? value)
    {
        var changed = node!.DeepClone();
        changed[name] = value;
        return changed;
    }
}
