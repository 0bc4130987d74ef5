using System.Text.Json.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

public sealed class EvmMovementsTests
{
    [Fact]
    public void A_transaction_pays_its_fee_moves_its_value_and_then_what_its_calls_move()
    {
        var block = Decode(Raw(
            Block(Sent(1, 0xa, 0xb, 100)),
            receipts: [Receipt(1, [])],
            calls: [Call("CALL", 0xa, 0xb, 100, Call("CALL", 0xb, 0xc, 60, Call("STATICCALL", 0xc, 0xd, 0)), Call("SELFDESTRUCT", 0xb, 0xd, 40))]));

        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:0 Native a b 100", "0:1:1 Native b c 60", "0:1:3 Native b d 40"], block.Moves());
        Assert.Equal(BlockGaps.None, block.Gaps);
        Assert.Equal(Word(9), $"0x{block.Parent}");
        block.RefuseStrangers();
    }

    [Fact]
    public void Flat_and_nested_traces_move_the_same()
    {
        var sent = Block(Sent(1, 0xa, 0xb, 100));
        var nested = Raw(sent, calls: [Call("CALL", 0xa, 0xb, 100, Failed(Call("CALL", 0xb, 0xc, 60, Call("CALL", 0xc, 0xd, 5))), Call("DELEGATECALL", 0xb, 0xe, 100), Call("CALL", 0xb, 0xd, 40))]);
        var flat = Raw(sent, flat:
        [
            Flat(1, [], 0xa, 0xb, 100), Flat(1, [0], 0xb, 0xc, 60, error: "Reverted"), Flat(1, [0, 0], 0xc, 0xd, 5),
            Flat(1, [1], 0xb, 0xe, 100, call: "delegatecall"), Flat(1, [2], 0xb, 0xd, 40),
        ]);

        Assert.Equal(["0:1:0 Native a b 100", "0:1:4 Native b d 40"], Decode(nested).Moves());
        Assert.Equal(Decode(nested).Moves(), Decode(flat).Moves());
    }

    [Fact]
    public void A_failed_transaction_pays_its_fee_and_moves_nothing_else()
    {
        var block = Decode(Raw(
            Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, [], ("status", "0x0"))], calls: [Failed(Call("CALL", 0xa, 0xb, 100, Call("CALL", 0xb, 0xc, 100)))]));

        Assert.Equal(["0:0:1 Fee a - 105000"], block.Moves());
        Assert.False(Assert.Single(block.Sent).HasSucceeded);
    }

    [Theory]
    [InlineData("0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "CALL", "call")]
    [InlineData("0x100000000000000000000000000000000", "CALLCODE", "callcode")]
    [InlineData("0x100000000000000000000000000000000", "CREATE", "create")]
    public void A_failed_call_may_name_any_value_and_stops_nothing(string value, string nestedType, string flatType)
    {
        var nested = Failed(Call(nestedType, 0xb, 0xc, 0));
        nested["value"] = value;
        var flat = Flat(1, [0], 0xb, 0xc, 0, type: flatType == "create" ? "create" : "call", call: flatType, error: "Insufficient balance for transfer");
        flat["action"]!["value"] = value;
        var sent = Block(Sent(1, 0xa, 0xb, 100));

        Assert.Equal(["0:1:0 Native a b 100"], Decode(Raw(sent, calls: [Call("CALL", 0xa, 0xb, 100, nested)])).Moves());
        Assert.Equal(["0:1:0 Native a b 100"], Decode(Raw(sent, flat: [Flat(1, [], 0xa, 0xb, 100), flat])).Moves());
    }

    [Fact]
    public void Equal_movements_of_a_transaction_are_numbered_as_an_import_numbers_them()
    {
        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100)), calls: [Call("CALL", 0xa, 0xb, 100, Call("CALL", 0xa, 0xb, 100), Call("CALL", 0xb, 0xa, 100))]));

        Assert.Equal([0, 1, 0], block.Transfers.Select(transfer => transfer.Occurrence));
        Assert.Equal(3, block.Transfers.Select(transfer => transfer.Key).Distinct().Count());
    }

    [Fact]
    public void Without_receipts_no_fee_is_made_up_and_without_traces_inner_calls_are_a_gap()
    {
        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100))));

        Assert.Equal(["0:1:0 Native a b 100"], block.Moves());
        Assert.Equal(BlockGaps.Receipts | BlockGaps.InternalMoves, block.Gaps);
        Assert.Null(Assert.Single(block.Sent).HasSucceeded);
        Assert.Equal(BlockGaps.None, Decode(Raw(Block())).Gaps);
    }

    [Theory]
    [InlineData("0x0000000000000000000000000000000000000099")]
    [InlineData(null)]
    public void The_value_of_a_creation_goes_to_the_contract_stated_or_else_worked_out(string? stated)
    {
        var block = Decode(Raw(
            Block(Sent(1, 0xa, null, 100)), receipts: stated is null ? null : [Receipt(1, [], ("contractAddress", stated))]));

        var expected = stated is null ? ContractAddress.Create(Party(0xa), 7) : Party(0x99);
        Assert.Equal(expected, block.Transfers.Single(transfer => transfer.Kind == TransferKind.Native).To);
    }

    [Theory]
    [InlineData("blobGasUsed", "0x20000", "blobGasPrice", "0x3", 498_216)]
    [InlineData("l1Fee", "0x64", "l1GasPrice", "0x1", 105_100)]
    [InlineData("effectiveGasPrice", "0x2", "l1Fee", null, 42_000)]
    [InlineData("effectiveGasPrice", null, "l1Fee", null, 105_000)]
    public void A_fee_is_gas_blobs_and_data(string name, string? value, string second, string? secondValue, long expected)
    {
        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 0)), receipts: [Receipt(1, [], (name, value), (second, secondValue))]), "optimism");

        Assert.Equal([$"0:0:1 Fee a - {expected}"], block.Moves());
    }

    [Fact]
    public void A_deposit_from_the_layer_below_brings_its_coins_and_pays_no_fee()
    {
        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 70, ("type", "0x7e"), ("mint", "0x64"), ("gasPrice", null))), receipts: [Receipt(1, [])]), "optimism");
        var arbitrum = Decode(Raw(Block(Sent(1, 0xa, 0xb, 70, ("type", "0x64"), ("gasPrice", "0x0"))), receipts: [Receipt(1, [], ("effectiveGasPrice", "0x0"))]), "arbitrum");

        Assert.Equal(["0:0:0 Issue - a 100", "0:1:0 Native a b 70"], block.Moves());
        Assert.Equal(["0:0:0 Issue - a 70", "0:1:0 Native a b 70"], arbitrum.Moves());
    }

    [Fact]
    public void Rewards_and_withdrawals_are_issued_after_all_transactions()
    {
        var answer = Block();
        answer["withdrawals"] = new JsonArray(new JsonObject { ["address"] = Account(0xa), ["amount"] = "0x3" }, new JsonObject { ["address"] = Account(0xb), ["amount"] = "0x0" });
        var reward = new JsonObject
        {
            ["type"] = "reward",
            ["action"] = new JsonObject { ["author"] = Account(0xc), ["rewardType"] = "block", ["value"] = "0x64" },
            ["traceAddress"] = new JsonArray(),
            ["blockHash"] = BlockHash,
            ["blockNumber"] = 10,
        };

        var block = Decode(Raw(answer, flat: [reward]));

        Assert.Equal(["2147483647:1:0 Issue - c 100", "2147483647:1:1 Issue - a 3000000000"], block.Moves());
        Assert.All(block.Transfers, transfer => Assert.Equal(new TxHash(0, 10), transfer.Tx));
        Assert.Empty(Decode(Raw(answer), "gnosis").Transfers);
    }

    [Fact]
    public void An_old_receipt_with_a_state_root_says_nothing_of_success_but_gas_left_over_does()
    {
        string root = Word(5);
        var answer = Block(Sent(1, 0xa, 0xb, 100), Sent(2, 0xa, 0xb, 100, ("gas", "0x5209")), Sent(3, 0xa, 0xb, 100));
        answer["timestamp"] = "0x58b00000";
        var block = Decode(Raw(answer, receipts:
        [
            Receipt(1, [], ("status", "0x0"), ("root", root)), Receipt(2, [], ("status", "0x0"), ("root", root)),
            Receipt(3, [Log(5, [], "0x")], ("status", null), ("root", root)),
        ]));

        Assert.Equal([null, true, true], block.Sent.Select(sent => sent.HasSucceeded));
        Assert.Equal(3, block.Transfers.Count(transfer => transfer.Kind == TransferKind.Native));
    }

    [Fact]
    public void A_fee_paid_in_a_token_is_left_to_the_log_of_that_token()
    {
        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 0, ("feeCurrency", Account(0xc)))), receipts: [Receipt(1, [])]), "celo");

        Assert.Empty(block.Transfers);
        Assert.Null(Assert.Single(block.Sent).GasPrice);
    }

    [Fact]
    public void What_was_sent_is_kept_as_its_sender_made_it()
    {
        var sent = Assert.Single(Decode(Raw(Block(Sent(1, 0xa, 0xb, 0, ("input", "0xA9059CBB0000"))))).Sent);

        Assert.Equal((Party(0xa), Party(0xb), 7L, 0xa9059cbbu), (sent.From, sent.To!.Value, sent.Nonce!.Value, sent.Selector!.Value));
        Assert.Equal("5", $"{sent.GasPrice}");
    }

    [Fact]
    public void Polygon_may_have_logs_of_a_transaction_its_block_does_not_list()
    {
        var log = Log(0xee, [TransferTopic, Word(0), Word(0xb)], Word(7), 0);
        var answer = Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, []), Receipt(9, [log], ("gasUsed", "0x0"))]);

        var block = Decode(answer, "polygon");

        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:0 Native a b 100", "1:2:0 Token 0 b 7"], block.Moves());
        Assert.Equal(Word(9), $"0x{block.Transfers[^1].Tx}");
        Assert.Single(block.Sent);
    }

    [Fact]
    public void A_transaction_that_takes_too_long_to_trace_is_a_gap_and_the_others_keep_their_calls()
    {
        var raw = Raw(Block(Sent(1, 0xa, 0xb, 100), Sent(2, 0xa, 0xb, 50)), receipts: [Receipt(1, []), Receipt(2, [])]) with
        {
            CallTraces = RecordedAnswers.Bytes(new JsonArray(
                new JsonObject { ["txHash"] = Word(1), ["error"] = "execution timeout" },
                new JsonObject { ["txHash"] = Word(2), ["result"] = Call("CALL", 0xa, 0xb, 50, Call("CALL", 0xb, 0xc, 60)) })),
        };

        var block = Decode(raw);

        Assert.Equal(BlockGaps.InternalMoves, block.Gaps);
        Assert.Equal(["0:1:0 Native a b 100", "1:1:0 Native a b 50", "1:1:1 Native b c 60"], block.Moves().Where(move => !move.Contains("Fee", StringComparison.Ordinal)));
    }

    [Fact]
    public void Value_of_which_nothing_tells_whether_it_moved_is_marked_as_unknown()
    {
        var sent = Block(Sent(1, 0xa, 0xb, 100));

        Assert.Equal(AmountQuality.Unknown, Assert.Single(Decode(Raw(sent, logs: [])).Transfers).Quality);
        Assert.All(Decode(Raw(sent, receipts: [Receipt(1, [])])).Transfers, transfer => Assert.Equal(AmountQuality.Exact, transfer.Quality));
        Assert.Equal(AmountQuality.Exact, Assert.Single(Decode(Raw(sent, logs: [], calls: [Call("CALL", 0xa, 0xb, 100)])).Transfers).Quality);
    }

    [Fact]
    public void An_empty_trace_is_a_gap()
    {
        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, [])], calls: [new JsonObject()]));

        Assert.Equal(BlockGaps.InternalMoves, block.Gaps);
    }
}
