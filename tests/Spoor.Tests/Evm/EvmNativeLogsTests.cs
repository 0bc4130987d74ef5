using System.Text.Json.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

/// <summary>Chains that log moves of their own coin: each move counts once, whatever else tells of it.</summary>
public sealed class EvmNativeLogsTests
{
    private const string SystemAddress = "0xfffffffffffffffffffffffffffffffffffffffe";
    private const string LogTransfer = "0xe6497e3ee548a3372136af2fcb0696db31fc6cf20260707645068bd3fe97f3c4";
    private const long Polygon = 0x1010;
    private const long ZkSync = 0x800a;

    [Fact]
    public void Logs_of_every_move_take_the_place_of_traces()
    {
        JsonArray logs = [At(SystemAddress, Log(0, [TransferTopic, Word(0xa), Word(0xb)], Word(100), 0)), At(SystemAddress, Log(0, [TransferTopic, Word(0xb), Word(0xc)], Word(60), 1))];
        var call = Call("CALL", 0xa, 0xb, 100, Call("CALL", 0xb, 0xc, 60));

        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, logs)], calls: [call]));

        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:0 Native a b 100", "0:2:1 Native b c 60"], block.Moves());
        Assert.All(block.Transfers, transfer => Assert.Equal("slip44:60", transfer.Asset.Reference));
        Assert.Equal(BlockGaps.None, block.Gaps);
    }

    [Fact]
    public void Polygon_counts_what_the_chain_logged_and_not_what_the_token_contract_repeats()
    {
        string data = Words(60, 0, 0, 0, 0);
        JsonArray logs =
        [
            Log(Polygon, [LogTransfer, Word(Polygon), Word(0xa), Word(0xb)], Words(100, 0, 0, 0, 0), 0),
            Log(Polygon, [LogTransfer, Word(Polygon), Word(0xb), Word(0xc)], data, 1),
            Log(Polygon, [LogTransfer, Word(0x7d1), Word(0xb), Word(0xc)], data, 2),
            Log(Polygon, [TransferTopic, Word(0xb), Word(0xc)], Word(60), 3),
        ];

        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, logs)]), "polygon");

        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:0 Native a b 100", "0:2:1 Native b c 60"], block.Moves());
        Assert.Equal(BlockGaps.None, block.Gaps);
    }

    [Fact]
    public void Polygon_does_not_log_what_a_contract_leaves_that_destroys_itself()
    {
        JsonArray logs = [Log(Polygon, [LogTransfer, Word(Polygon), Word(0xa), Word(0xb)], Words(100, 0, 0, 0, 0), 0)];
        var call = Call("CALL", 0xa, 0xb, 100, Call("CALL", 0xb, 0xc, 0), Call("SELFDESTRUCT", 0xb, 0xd, 160));

        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, logs)], calls: [call]), "polygon");
        var ethereum = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, [At(SystemAddress, Log(0, [TransferTopic, Word(0xa), Word(0xb)], Word(100), 0)), At(SystemAddress, Log(0, [TransferTopic, Word(0xb), Word(0xd)], Word(160), 1))])], calls: [call.DeepClone().AsObject()]));

        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:0 Native a b 100", "0:1:2 Native b d 160"], block.Moves());
        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:0 Native a b 100", "0:2:1 Native b d 160"], ethereum.Moves());
    }

    [Fact]
    public void The_handling_of_fees_is_no_move_of_its_own()
    {
        JsonArray logs =
        [
            Log(ZkSync, [TransferTopic, Word(0xa), Word(0x8001)], Word(900), 0),
            Log(ZkSync, [TransferTopic, Word(0xa), Word(0xb)], Word(100), 1),
            Log(ZkSync, [TransferTopic, Word(0x8001), Word(0xa)], Word(20), 2),
        ];

        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 100)), receipts: [Receipt(1, logs)]), "eip155:324");

        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:0 Native a b 100"], block.Moves());
    }

    [Fact]
    public void A_coin_that_is_also_a_token_moves_by_call_and_by_log()
    {
        string celo = "0x471ece3750da237f93b8e339c536989b8978a438";
        JsonArray logs = [At(celo, Log(0, [TransferTopic, Word(0xb), Word(0xc)], Word(60), 0)), At(celo, Log(0, [TransferTopic, Word(0), Word(0xc)], Word(5), 1))];

        var block = Decode(Raw(Block(Sent(1, 0xa, 0xb, 0)), receipts: [Receipt(1, logs)], calls: [Call("CALL", 0xa, 0xb, 0, Call("CALL", 0xb, 0xd, 7))]), "celo");

        Assert.Equal(["0:0:1 Fee a - 105000", "0:1:1 Native b d 7", "0:2:0 Native b c 60", "0:2:1 Issue - c 5"], block.Moves());
    }

    private static JsonObject At(string emitter, JsonObject log)
    {
        log["address"] = emitter;
        return log;
    }
}
