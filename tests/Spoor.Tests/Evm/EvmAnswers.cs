using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Answers of a node made up for a test: block 10 with a few transactions, numbers for addresses and hashes.</summary>
internal static class EvmAnswers
{
    internal const string TransferTopic = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    internal const string BlockHash = "0x00000000000000000000000000000000000000000000000000000000000b10c0";

    internal static readonly Chain Ethereum = ChainRegistry.Find("ethereum");

    internal static string Account(long number) => "0x" + number.ToString("x40", CultureInfo.InvariantCulture);

    internal static string Word(long number) => "0x" + Digits(number);

    internal static string Words(params ReadOnlySpan<long> numbers)
    {
        var text = new StringBuilder("0x");
        foreach (long number in numbers)
        {
            text.Append(Digits(number));
        }

        return text.ToString();
    }

    internal static Address Party(long number) => AddressText.Parse(Ethereum.Id, Account(number));

    internal static JsonObject Block(params JsonObject[] transactions) => new()
    {
        ["number"] = "0xa",
        ["hash"] = BlockHash,
        ["parentHash"] = Word(9),
        ["timestamp"] = "0x64ff0000",
        ["transactions"] = new JsonArray([.. transactions.Select((transaction, index) => Placed(transaction, index))]),
    };

    internal static JsonObject Sent(long tx, long from, long? to, long value, params (string Name, JsonNode? Value)[] rest)
    {
        var transaction = new JsonObject
        {
            ["hash"] = Word(tx),
            ["from"] = Account(from),
            ["to"] = to is { } known ? Account(known) : null,
            ["value"] = Hex(value),
            ["nonce"] = "0x7",
            ["gas"] = "0x5208",
            ["gasPrice"] = "0x5",
            ["input"] = "0x",
        };
        return With(transaction, rest);
    }

    internal static JsonObject Receipt(long tx, JsonArray logs, params (string Name, JsonNode? Value)[] rest) => With(
        new() { ["transactionHash"] = Word(tx), ["blockHash"] = BlockHash, ["status"] = "0x1", ["gasUsed"] = "0x5208", ["effectiveGasPrice"] = "0x5", ["logs"] = logs },
        rest);

    internal static JsonObject Log(long emitter, string[] topics, string data, int index = 0) => new()
    {
        ["address"] = Account(emitter),
        ["topics"] = new JsonArray([.. topics.Select(topic => JsonValue.Create(topic))]),
        ["data"] = data,
        ["logIndex"] = Hex(index),
    };

    internal static JsonObject Call(string type, long from, long? to, long value, params JsonObject[] calls) => new()
    {
        ["type"] = type,
        ["from"] = Account(from),
        ["to"] = to is { } known ? Account(known) : null,
        ["value"] = Hex(value),
        ["calls"] = new JsonArray([.. calls]),
    };

    internal static JsonObject Failed(JsonObject call) => With(call, ("error", "execution reverted"));

    internal static JsonObject Flat(long tx, int[] address, long from, long to, long value, string type = "call", string call = "call", string? error = null) => new()
    {
        ["type"] = type,
        ["action"] = new JsonObject { ["callType"] = call, ["from"] = Account(from), ["to"] = Account(to), ["value"] = Hex(value) },
        ["result"] = error is null ? new JsonObject() : null,
        ["error"] = error,
        ["traceAddress"] = new JsonArray([.. address.Select(number => JsonValue.Create(number))]),
        ["transactionHash"] = Word(tx),
        ["transactionPosition"] = 0,
        ["blockHash"] = BlockHash,
        ["blockNumber"] = 10,
    };

    internal static EvmRawBlock Raw(JsonObject block, JsonArray? receipts = null, JsonArray? calls = null, JsonArray? flat = null, JsonArray? logs = null) => new()
    {
        Block = RecordedAnswers.Bytes(block),
        BlockReceipts = receipts is null ? (ReadOnlyMemory<byte>?)null : RecordedAnswers.Bytes(receipts),
        CallTraces = calls is null ? (ReadOnlyMemory<byte>?)null : RecordedAnswers.Bytes(new JsonArray([.. calls.Select(call => new JsonObject { ["result"] = call!.DeepClone() })])),
        FlatTraces = flat is null ? (ReadOnlyMemory<byte>?)null : RecordedAnswers.Bytes(flat),
        Logs = logs is null ? (ReadOnlyMemory<byte>?)null : RecordedAnswers.Bytes(logs),
    };

    internal static Block Decode(EvmRawBlock raw, string chain = "ethereum") => EvmDecoder.Decode(raw, ChainRegistry.Find(chain));

    /// <summary>The block of one transaction from 1 to 2 that emitted some logs.</summary>
    internal static Block DecodeLogs(JsonArray logs, string chain = "ethereum") =>
        Decode(Raw(Block(Sent(1, 1, 2, 0)), receipts: [Receipt(1, logs)]), chain);

    /// <summary>Transfers in order, as <c>Kind from to amount</c> with the place in transaction, phase and index before them.</summary>
    internal static IEnumerable<string> Moves(this Block block) => block.Transfers.Select(transfer =>
        $"{transfer.Position.Transaction}:{(int)transfer.Position.Phase}:{transfer.Position.Index} {transfer.Kind} {Number(transfer.From)} {Number(transfer.To)} {transfer.Amount}");

    /// <summary>As <see cref="Moves"/>, without places, fees and assets' chains.</summary>
    internal static IEnumerable<string> Tokens(this Block block) => block.Transfers.Where(transfer => transfer.Position.Phase == Phase.Log)
        .Select(transfer => $"{transfer.Kind} {Number(transfer.From)} {Number(transfer.To)} {transfer.Amount} {transfer.Asset.Reference}");

    internal static string Hex(long number) => "0x" + number.ToString("x", CultureInfo.InvariantCulture);

    private static string Digits(long number) => number.ToString("x64", CultureInfo.InvariantCulture);

    private static string Number(Address? address) =>
        address is { } known ? Convert.ToHexStringLower(known.ToBytes()).TrimStart('0') is { Length: > 0 } digits ? digits : "0" : "-";

    private static JsonObject Placed(JsonObject transaction, int index) =>
        With(transaction, ("transactionIndex", Hex(index)), ("blockHash", BlockHash), ("blockNumber", "0xa"));

    private static JsonObject With(JsonObject node, params (string Name, JsonNode? Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            node[name] = value;
        }

        return node;
    }
}
