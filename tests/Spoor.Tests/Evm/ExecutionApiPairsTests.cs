using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Evm.ExecutionApiUse;

namespace Spoor.Tests.Evm;

/// <summary>The recorded pairs of question and answer of https://github.com/ethereum/execution-apis (CC0-1.0).</summary>
public sealed class ExecutionApiPairsTests
{
    private const string Root = "execution_apis";

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

        Assert.Equal(28, used);
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
        new() { Block = RecordedAnswers.Bytes(ResultOf($"{Root}/{block}")), BlockReceipts = RecordedAnswers.Bytes(ResultOf($"{Root}/{receipts}")) }, Network);

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
                Assert.Throws<NodeAnswerException>(() => EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(result) }, Network));
                break;
            case "eth_getBlockByHash" or "eth_getBlockByNumber":
                UseBlock(EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(result) }, Network), result!);
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

    private static JsonNode? ResultOf(string file)
    {
        string answer = System.Text.Encoding.UTF8.GetString(RecordedAnswers.Read(file)).Split('\n').Single(line => line.StartsWith("<< ", StringComparison.Ordinal));
        return JsonNode.Parse(answer[3..])!["result"];
    }
}
