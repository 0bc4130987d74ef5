using System.Text;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

/// <summary>Answers that cannot be right: each is refused with the field, what was expected and what was found.</summary>
public sealed class EvmRefusalsTests
{
    public static TheoryData<string, string?, string> BlockFaults => new()
    {
        { "number", "\"0xg\"", "Expected block.number to be 0x and hex digits of a whole number, found '0xg'." },
        { "number", null, "Expected block.number to be 0x and hex digits of a whole number, found 'null'." },
        { "number", "\"0xffffffffffffffffffffffffffffffffffff\"", "Expected block.number to be a number below 2^128" },
        { "number", "\"0xffffffffffffffff\"", "Expected block.number to be a number of at most 9223372036854775807" },
        { "number", "{}", "Expected block.number to be 0x and hex digits of a whole number, found an object." },
        { "hash", "\"0x12\"", "Expected block.hash to be 0x and 64 hex digits, found '0x12'." },
        { "hash", "\"\\u001b[2J\"", "found '\\u001B[2J'." },
        { "parentHash", "7", "Expected block.parentHash to be 0x and 64 hex digits, found '7'." },
        { "timestamp", "\"0xffffffffffff\"", "Expected block.timestamp to be a number of at most 253402300799" },
        { "transactions", null, "Expected block.transactions to be an array, found 'null'." },
        { "transactions", "{}", "Expected block.transactions to be an array" },
        { "transactions", "[\"0x1\"]", "Expected block.transactions[0] to be a whole transaction, found String '0x1'." },
        { "withdrawals", "[{}]", "Expected block.withdrawals[0].address to be 0x and 40 hex digits, found nothing." },
        { "transactionsRoot", "\"0x1111111111111111111111111111111111111111111111111111111111111111\"", "because the block lists none" },
    };

    public static TheoryData<string, string?, string> TransactionFaults => new()
    {
        { "from", "null", "Expected block.transactions[0].from to be 0x and 40 hex digits, found 'null'." },
        { "to", "\"0x1\"", "Expected block.transactions[0].to to be 0x and 40 hex digits, found '0x1'." },
        { "value", "\"100\"", "Expected block.transactions[0].value to be 0x and hex digits of a whole number, found '100'." },
        { "value", "\"0x\"", "Expected block.transactions[0].value to be 0x and hex digits of a whole number, found '0x'." },
        { "value", "1.5", "Expected block.transactions[0].value to be a whole number below 2^128, found '1.5'." },
        { "value", "-1", "Expected block.transactions[0].value to be a whole number below 2^128, found '-1'." },
        { "transactionIndex", "\"0x1\"", "Expected block.transactions[0].transactionIndex to be 0, found '0x1'." },
        { "blockHash", "\"0x1111111111111111111111111111111111111111111111111111111111111111\"", "Expected block.transactions[0].blockHash to be" },
        { "blockNumber", "\"0xb\"", "Expected block.transactions[0].blockNumber to be 10, found 11." },
        { "input", "\"zz\"", "Expected block.transactions[0].input to be 0x and hex digits, found 'zz'." },
    };

    public static TheoryData<string, string?, string> ReceiptFaults => new()
    {
        { "status", "\"0x2\"", "Expected receipts[0].status to be 0x0 or 0x1, found '0x2'." },
        { "gasUsed", "null", "Expected receipts[0].gasUsed to be" },
        { "effectiveGasPrice", "\"0xffffffffffffffffffffffffffffffff\"", "to be below 2^128" },
        { "transactionHash", "\"0x1111111111111111111111111111111111111111111111111111111111111111\"", "Expected receipts[0].transactionHash to be 0x" },
        { "transactionIndex", "\"0x3\"", "Expected receipts[0].transactionIndex to be 0, found '0x3'." },
        { "blockHash", "\"0x1111111111111111111111111111111111111111111111111111111111111111\"", "Expected receipts[0].blockHash to be 0x" },
        { "blockNumber", "\"0xb\"", "Expected receipts[0].blockNumber to be 10, found '0xb'." },
        { "logs", "null", "Expected receipts[0].logs to be an array, found 'null'." },
        { "contractAddress", "\"0x\"", "Expected receipts[0].contractAddress to be 0x and 40 hex digits, found '0x'." },
    };

    public static TheoryData<string, string?, string> LogFaults => new()
    {
        { "removed", "true", "Expected receipts[0].logs[1].removed to be false, because a removed log is not of this block, found 'true'." },
        { "logIndex", "\"0x0\"", "Expected receipts[0].logs[1].logIndex to be above 0, found 0." },
        { "address", "null", "Expected receipts[0].logs[1].address to be 0x and 40 hex digits, found 'null'." },
        { "data", "\"0x123\"", "Expected receipts[0].logs[1].data to be 0x and pairs of hex digits, found '0x123'." },
        { "data", "\"0xzz00000000000000000000000000000000000000000000000000000000000007\"", "Expected receipts[0].logs[1].data to be hex digits" },
        { "topics", "null", "Expected receipts[0].logs[1].topics to be an array, found 'null'." },
        { "topics", "[\"0x1\"]", "topics of 0x and 64 hex digits" },
        { "blockNumber", "\"0xb\"", "Expected receipts[0].logs[1].blockNumber to be 10, found '0xb'." },
        { "transactionHash", "\"0x1111111111111111111111111111111111111111111111111111111111111111\"", "Expected receipts[0].logs[1].transactionHash to be 0x" },
        { "transactionIndex", "\"0x1\"", "Expected receipts[0].logs[1].transactionIndex to be 0, found '0x1'." },
    };

    [Theory]
    [MemberData(nameof(BlockFaults))]
    public void A_fault_of_the_block_is_named(string field, string? value, string expected) =>
        AssertRefused(expected, Raw(With(Block(), field, value)));

    [Theory]
    [MemberData(nameof(TransactionFaults))]
    public void A_fault_of_a_transaction_is_named(string field, string? value, string expected)
    {
        var block = Block(Sent(1, 0xa, 0xb, 100));
        With(block["transactions"]![0]!.AsObject(), field, value);
        AssertRefused(expected, Raw(block));
    }

    [Theory]
    [MemberData(nameof(ReceiptFaults))]
    public void A_fault_of_a_receipt_is_named(string field, string? value, string expected) =>
        AssertRefused(expected, Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [With(Receipt(1, []), field, value)]));

    [Theory]
    [MemberData(nameof(LogFaults))]
    public void A_fault_of_a_log_is_named(string field, string? value, string expected)
    {
        var log = With(Log(0xee, [TransferTopic, Word(1), Word(2)], Word(7), 1), field, value);
        AssertRefused(expected, Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, [Log(0xee, [], "0x", 0), log])]));
    }

    [Fact]
    public void Counts_that_do_not_agree_are_refused()
    {
        var two = Block(Sent(1, 0xa, 0xb, 1), Sent(2, 0xa, 0xb, 1));

        AssertRefused("Expected 2 receipts for block 10, one for each of its transactions, found 1.", Raw(two, receipts: [Receipt(1, [])]));
        AssertRefused("of transaction 0x" + Word(9)[2..], Raw(two, receipts: [Receipt(1, []), Receipt(2, []), Receipt(9, [])]));
        AssertRefused("Expected 2 traces for block 10", Raw(two, calls: [Call("CALL", 0xa, 0xb, 1)]));
        AssertRefused("Expected a trace of transaction", Raw(two, flat: [Flat(1, [], 0xa, 0xb, 1)]));
        AssertRefused("a second time", Raw(Block(Sent(1, 0xa, 0xb, 1), Sent(1, 0xa, 0xb, 1))));
    }

    [Fact]
    public void Answers_that_contradict_each_other_are_refused()
    {
        var block = Block(Sent(1, 0xa, 0xb, 100));

        AssertRefused("to be 0x0, as its trace says, found 0x1", Raw(block, receipts: [Receipt(1, [])], calls: [Failed(Call("CALL", 0xa, 0xb, 100))]));
        AssertRefused("to begin with its sender and value of 100", Raw(block, calls: [Call("CALL", 0xa, 0xb, 99)]));
        AssertRefused("Expected logs for block 10, as its logsBloom says, found none.", Raw(With(block, "logsBloom", "\"0x0040\""), logs: []));
    }

    [Fact]
    public void Traces_out_of_order_or_of_an_unknown_sort_are_refused()
    {
        var block = Block(Sent(1, 0xa, 0xb, 100));

        AssertRefused("depth-first", Raw(block, flat: [Flat(1, [], 0xa, 0xb, 100), Flat(1, [1], 0xb, 0xc, 1), Flat(1, [0], 0xb, 0xc, 1)]));
        AssertRefused("depth-first", Raw(block, flat: [Flat(1, [], 0xa, 0xb, 100), Flat(1, [0, 0], 0xb, 0xc, 1)]));
        AssertRefused("depth-first", Raw(block, flat: [Flat(1, [], 0xa, 0xb, 100), Flat(1, [], 0xa, 0xb, 100)]));
        AssertRefused("traces[0].type to be call, create", Raw(block, flat: [Flat(1, [], 0xa, 0xb, 100, type: "gift")]));
        AssertRefused("because it names a value", Raw(block, calls: [Call("CALL", 0xa, 0xb, 100, Call("GIFT", 0xb, 0xc, 1))]));
        AssertRefused("because the call moves value", Raw(block, calls: [Call("CALL", 0xa, 0xb, 100, Call("CALL", 0xb, null, 1))]));
    }

    [Fact]
    public void A_call_that_succeeds_and_moves_more_than_there_is_is_refused()
    {
        const string Most = "\"0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\"";
        var block = Block(Sent(1, 0xa, 0xb, 100));
        var flat = Flat(1, [0], 0xb, 0xc, 1);
        With(flat["action"]!.AsObject(), "value", Most);
        var decimals = Flat(1, [0], 0xb, 0xc, 1);
        With(decimals["action"]!.AsObject(), "value", "340282366920938463463374607431768211456");

        AssertRefused("to move less than 2^128, found more", Raw(block, calls: [Call("CALL", 0xa, 0xb, 100, With(Call("CALL", 0xb, 0xc, 1), "value", Most))]));
        AssertRefused("to move less than 2^128, found more", Raw(block, flat: [Flat(1, [], 0xa, 0xb, 100), flat]));
        AssertRefused("to move less than 2^128, found more", Raw(block, flat: [Flat(1, [], 0xa, 0xb, 100), decimals]));
    }

    [Fact]
    public void A_field_given_twice_is_refused()
    {
        string text = Block().ToJsonString().Replace("\"number\":\"0xa\"", "\"number\":\"0xa\",\"number\":\"0xb\"", StringComparison.Ordinal);

        AssertRefused("Expected block.number once, found it twice.", new() { Block = Encoding.UTF8.GetBytes(text) });
    }

    [Theory]
    [InlineData("null", "the node does not have it")]
    [InlineData("[]", "Expected block to be an object, found StartArray '['.")]
    [InlineData("{", "Expected whole JSON from the node of Ethereum (eip155:1), found a fault in line 1 at byte 2.")]
    [InlineData("{} {}", "found a fault in line 1")]
    [InlineData("", "found a fault in line 1 at byte 1")]
    public void What_is_no_block_is_refused(string text, string expected) =>
        AssertRefused(expected, new() { Block = Encoding.UTF8.GetBytes(text) });

    [Theory]
    [InlineData(1_025, true)]
    [InlineData(1_026, false)]
    [InlineData(100_000, false)]
    public void Calls_inside_calls_end_where_the_EVM_ends(int depth, bool isAccepted)
    {
        string frame = $$"""{"type":"CALL","from":"{{Account(0xa)}}","to":"{{Account(0xb)}}","value":"0x0","calls":[""";
        var text = new StringBuilder("[{\"result\":").Insert(11, frame, depth);
        for (int i = 0; i < depth; i++)
        {
            text.Append("]}");
        }

        text.Append("}]");
        var raw = Raw(Block(Sent(1, 0xa, 0xb, 0))) with { CallTraces = Encoding.UTF8.GetBytes(text.ToString()) };

        Assert.Equal(isAccepted, Record.Exception(() => Decode(raw)) is not NodeAnswerException);
    }

    [Fact]
    public void Several_answers_about_the_same_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Decode(Raw(Block(), receipts: [], logs: [])));

    private static JsonObject With(JsonObject node, string field, string? json)
    {
        node[field] = json is null ? null : JsonNode.Parse(json);
        return node;
    }

    private static void AssertRefused(string expected, EvmRawBlock raw) =>
        Assert.Contains(expected, Assert.Throws<NodeAnswerException>(() => Decode(raw)).Message, StringComparison.Ordinal);
}
