using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>What a decoder of blocks can do with a recorded answer that is only a part of a block.</summary>
internal static class ExecutionApiUse
{
    internal static readonly Chain Network = ChainRegistry.Get(ChainId.Parse("eip155:3503995874084926"));

    internal static void AssertRefused(string method)
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
            Network));
    }

    internal static void UseBlock(Block block, JsonNode result)
    {
        Assert.Equal(result["hash"]!.ToString(), $"0x{block.Hash}");
        Assert.Equal(Number(result["number"]), block.Height);
        Assert.Equal(result["transactions"]!.AsArray().Count, block.Sent.Count);
        Assert.Equal(
            (result["withdrawals"]?.AsArray() ?? []).Select(item => Number(item!["amount"]) * 1_000_000_000m).Where(wei => wei != 0),
            block.Transfers.Where(transfer => transfer.Kind == TransferKind.Issue).Select(transfer => (decimal)transfer.Amount.Units));
    }

    internal static void UseTransaction(JsonObject transaction)
    {
        int index = (int)Number(transaction["transactionIndex"]);
        var frame = Frame(transaction, index + 1, new() { [index] = transaction });
        var sent = EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(frame) }, Network).Sent[index];

        Assert.Equal(transaction["hash"]!.ToString(), $"0x{sent.Tx}");
        Assert.Equal(Number(transaction["nonce"]), sent.Nonce);
        Assert.Equal(transaction["to"]?.ToString(), sent.To is { } to ? AddressText.Render(Network.Id, to).ToLowerInvariant() : null);
    }

    // The block of these receipts was not recorded: one is put around them, with made-up transactions before.
    internal static void UseReceipts(IReadOnlyList<JsonNode> receipts)
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
            Network);
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

    internal static void UseLogs(JsonArray logs)
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
                new() { Block = RecordedAnswers.Bytes(frame), Logs = RecordedAnswers.Bytes(new JsonArray([.. group.Select(log => log!.DeepClone())])) }, Network);
            Assert.Equal(Number(group.First()!["blockNumber"]), block.Height);
            Assert.All(transactions.Keys, index => Assert.True(block.Sent[index].HasSucceeded));
        }
    }

    private static JsonObject Frame(JsonNode part, int count, Dictionary<int, JsonObject> transactions) =>
        RecordedAnswers.Frame(Number(part["blockNumber"]), part["blockHash"]!.ToString(), transactions, count);

    private static long Number(JsonNode? hex) =>
        hex is null ? 0 : long.Parse(hex.ToString()[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
