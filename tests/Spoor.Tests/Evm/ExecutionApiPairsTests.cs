using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>The recorded pairs of question and answer of https://github.com/ethereum/execution-apis (CC0-1.0).</summary>
public sealed class ExecutionApiPairsTests
{
    private const string Root = "execution_apis";

    private static readonly Chain Chain = ChainRegistry.Get(ChainId.Parse("eip155:3503995874084926"));

    // By method: what a decoder of blocks does with its answers.
    private static readonly Dictionary<string, string> NotUsable = new()
    {
        ["eth_blockNumber"] = "a height and no block",
        ["eth_call"] = "the outcome of a call that is in no block",
        ["eth_chainId"] = "the chain's number, which the node's reader compares",
        ["eth_getBalance"] = "a balance",
        ["eth_getBlockTransactionCountByHash"] = "a count",
        ["eth_getBlockTransactionCountByNumber"] = "a count",
        ["eth_getCode"] = "code",
        ["eth_getTransactionCount"] = "a nonce",
        ["net_version"] = "the network's number",
        ["eth_getLogs/filter-error-future-block-range"] = "an error, which the reader of envelopes reports",
        ["eth_getLogs/filter-error-invalid-blockHash-and-range"] = "an error, which the reader of envelopes reports",
        ["eth_getLogs/filter-error-reversed-block-range"] = "an error, which the reader of envelopes reports",
    };

    [Fact]
    public void Every_pair_is_decoded_refused_or_named_with_the_reason_why_not()
    {
        int used = 0;
        foreach (string file in RecordedAnswers.Files(Root).Select(RecordedAnswers.Relative))
        {
            string method = file.Split('/')[1];
            if (NotUsable.ContainsKey(method) || NotUsable.ContainsKey(file[(Root.Length + 1)..^".io".Length]))
            {
                continue;
            }

            Use(method, ResultOf(file));
            used++;
        }

        Assert.Equal(27, used);
    }

    [Fact]
    public void A_block_and_its_receipts_agree()
    {
        var block = Decode("eth_getBlockByHash/get-block-by-hash.io", "eth_getBlockReceipts/get-block-receipts-n.io");
        var latest = Decode("eth_getBlockByNumber/get-latest.io", "eth_getBlockReceipts/get-block-receipts-latest.io");

        Assert.All([block, latest], AssertFeesOfReceipts);
        Assert.Contains(latest.Transfers, transfer => transfer.Kind == TransferKind.Native);
    }

    [Fact]
    public void The_receipts_of_another_block_are_refused()
    {
        var fault = Assert.Throws<NodeAnswerException>(() => Decode("eth_getBlockByHash/get-block-by-hash.io", "eth_getBlockReceipts/get-block-receipts-latest.io"));

        Assert.StartsWith("Expected receipts[0].blockHash to be 0x80e911b6", fault.Message, StringComparison.Ordinal);
    }

    private static Block Decode(string block, string receipts) => EvmDecoder.Decode(
        new() { Block = RecordedAnswers.Bytes(ResultOf($"{Root}/{block}")), BlockReceipts = RecordedAnswers.Bytes(ResultOf($"{Root}/{receipts}")) }, Chain);

    private static void AssertFeesOfReceipts(Block block)
    {
        Assert.Equal(BlockGaps.InternalMoves, block.Gaps);
        Assert.All(block.Sent, sent => Assert.NotNull(sent.HasSucceeded));
        Assert.Equal(
            block.Sent.Where(sent => sent.GasPrice is { IsZero: false }).Select(sent => sent.Tx),
            block.Transfers.Where(transfer => transfer.Kind == TransferKind.Fee).Select(transfer => transfer.Tx));
    }

    private static void Use(string method, JsonNode? result)
    {
        switch (method)
        {
            case "eth_getBlockByHash" or "eth_getBlockByNumber" when result is null || result["transactions"]!.AsArray().Any(item => item is JsonValue):
                Assert.Throws<NodeAnswerException>(() => EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(result) }, Chain));
                break;
            case "eth_getBlockByHash" or "eth_getBlockByNumber":
                UseBlock(EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(result) }, Chain), result!);
                break;
            case "eth_getBlockReceipts" when result is null:
            case "eth_getTransactionReceipt" when result is null:
            case "eth_getTransactionByHash" when result is null:
                AssertRefused(method);
                break;
            case "eth_getBlockReceipts":
                UseReceipts([.. result!.AsArray().Select(receipt => receipt!)]);
                break;
            case "eth_getTransactionReceipt":
                UseReceipts([result!]);
                break;
            case "eth_getTransactionByHash":
                UseTransaction(result!.AsObject());
                break;
            default:
                Assert.Equal("eth_getLogs", method);
                UseLogs(result!.AsArray());
                break;
        }
    }

    private static void AssertRefused(string method)
    {
        var frame = RecordedAnswers.Frame(1, "0x" + new string('a', 64), new Dictionary<int, JsonObject>(), method == "eth_getTransactionByHash" ? 0 : 1);
        if (method == "eth_getTransactionByHash")
        {
            frame["transactions"]!.AsArray().Add(null);
        }

        Assert.Throws<NodeAnswerException>(() => EvmDecoder.Decode(
            new()
            {
                Block = RecordedAnswers.Bytes(frame),
                BlockReceipts = method == "eth_getBlockReceipts" ? RecordedAnswers.Bytes(null) : null,
                TransactionReceipts = method == "eth_getTransactionReceipt" ? [RecordedAnswers.Bytes(null)] : null,
            },
            Chain));
    }

    private static void UseBlock(Block block, JsonNode result)
    {
        Assert.Equal(result["hash"]!.ToString(), $"0x{block.Hash}");
        Assert.Equal(Number(result["number"]), block.Height);
        Assert.Equal(result["transactions"]!.AsArray().Count, block.Sent.Count);
        Assert.Equal(
            (result["withdrawals"]?.AsArray() ?? []).Select(item => Number(item!["amount"]) * 1_000_000_000m).Where(wei => wei != 0),
            block.Transfers.Where(transfer => transfer.Kind == TransferKind.Issue).Select(transfer => (decimal)transfer.Amount.Units));
    }

    private static void UseTransaction(JsonObject transaction)
    {
        int index = (int)Number(transaction["transactionIndex"]);
        var frame = Frame(transaction, index + 1, new() { [index] = transaction });
        var sent = EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(frame) }, Chain).Sent[index];

        Assert.Equal(transaction["hash"]!.ToString(), $"0x{sent.Tx}");
        Assert.Equal(Number(transaction["nonce"]), sent.Nonce);
        Assert.Equal(transaction["to"]?.ToString(), sent.To is { } to ? AddressText.Render(Chain.Id, to).ToLowerInvariant() : null);
    }

    // The block of these receipts was not recorded: one is put around them, with made-up transactions before.
    private static void UseReceipts(IReadOnlyList<JsonNode> receipts)
    {
        if (receipts.Count == 0)
        {
            return;
        }

        int count = receipts.Max(receipt => (int)Number(receipt["transactionIndex"])) + 1;
        var transactions = receipts.ToDictionary(
            receipt => (int)Number(receipt["transactionIndex"]),
            receipt => new JsonObject { ["hash"] = receipt["transactionHash"]!.ToString(), ["from"] = receipt["from"]!.ToString(), ["to"] = receipt["to"]?.ToString() });
        var frame = Frame(receipts[0], count, transactions);
        var given = receipts.ToDictionary(receipt => (int)Number(receipt["transactionIndex"]));
        var block = EvmDecoder.Decode(
            new()
            {
                Block = RecordedAnswers.Bytes(frame),
                TransactionReceipts = [.. Enumerable.Range(0, count).Select(index => RecordedAnswers.Bytes(given.GetValueOrDefault(index) ?? FillerReceipt(index)))],
            },
            Chain);
        Assert.All(given, pair => AssertFee(pair.Value, block));
    }

    private static void AssertFee(JsonNode receipt, Block block)
    {
        var fee = Assert.Single(block.Transfers, transfer => transfer.Kind == TransferKind.Fee && transfer.Tx == TxHash.Parse(receipt["transactionHash"]!.ToString()));
        decimal expected = Number(receipt["gasUsed"]) * (decimal)Number(receipt["effectiveGasPrice"])
            + (Number(receipt["blobGasUsed"]) * (decimal)Number(receipt["blobGasPrice"]));
        Assert.Equal(expected, (decimal)fee.Amount.Units);
        // The first blocks of that chain are from before Byzantium: their receipts have a root and no status.
        Assert.Equal(receipt["status"]?.ToString() is null or "0x1", block.Sent[(int)Number(receipt["transactionIndex"])].HasSucceeded);
    }

    private static JsonObject FillerReceipt(int index) => new()
    {
        ["transactionHash"] = RecordedAnswers.Filler(index)["hash"]!.ToString(),
        ["transactionIndex"] = $"0x{index:x}",
        ["gasUsed"] = "0x0",
        ["status"] = "0x1",
        ["logs"] = new JsonArray(),
    };

    private static void UseLogs(JsonArray logs)
    {
        foreach (var group in logs.GroupBy(log => log!["blockHash"]!.ToString()))
        {
            var transactions = new Dictionary<int, JsonObject>();
            foreach (var log in group)
            {
                transactions[(int)Number(log!["transactionIndex"])] = new() { ["hash"] = log["transactionHash"]!.ToString() };
            }

            var frame = Frame(group.First()!, transactions.Keys.Max() + 1, transactions);
            var block = EvmDecoder.Decode(
                new() { Block = RecordedAnswers.Bytes(frame), Logs = RecordedAnswers.Bytes(new JsonArray([.. group.Select(log => log!.DeepClone())])) }, Chain);
            Assert.Equal(Number(group.First()!["blockNumber"]), block.Height);
            Assert.All(transactions.Keys, index => Assert.True(block.Sent[index].HasSucceeded));
        }
    }

    private static JsonObject Frame(JsonNode part, int count, Dictionary<int, JsonObject> transactions) =>
        RecordedAnswers.Frame(Number(part["blockNumber"]), part["blockHash"]!.ToString(), transactions, count);

    private static long Number(JsonNode? hex) =>
        hex is null ? 0 : long.Parse(hex.ToString()[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static JsonNode? ResultOf(string file)
    {
        string answer = System.Text.Encoding.UTF8.GetString(RecordedAnswers.Read(file)).Split('\n').Single(line => line.StartsWith("<< ", StringComparison.Ordinal));
        return JsonNode.Parse(answer[3..])!["result"];
    }
}
