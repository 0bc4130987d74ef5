using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Chains.Nodes;
using Spoor.Chains.Tron;

namespace Spoor.Tests.Nodes.Tron;

public sealed class HostileTronAnswerTests
{
    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        Refused("with which the block's id begins", (block, _) => Raw(block)["number"] = 62300001);
        Refused("with which the block's id begins", (block, _) => block["blockID"] = "8" + TronText.Id[1..]);
        Refused("the header of block", (block, _) => Raw(block)["timestamp"] = 1717544400001);
        Refused("the header of block", (block, _) => Raw(block)["parentHash"] = new string('0', 64));
        Refused("the header of block", (block, _) => block["blockID"] = TronText.Id[..^1] + "0");
        Refused("expected 9 infos", (_, infos) => infos.RemoveAt(0));
        Refused("storage.transHistory.switch", (_, infos) => infos.Clear());
        Refused("each transaction once", (_, infos) => infos[1] = infos[0]!.DeepClone());
        Refused("one that the infos of the block have", (_, infos) => infos[0]!["id"] = new string('a', 64));
        Refused("expected 62300000 in [0].blockNumber", (_, infos) => infos[0]!["blockNumber"] = 62300001);
        Refused("blockTimeStamp", (_, infos) => infos[0]!["blockTimeStamp"] = 1717544403000);
        Refused("the SHA-256 of raw_data_hex", (block, _) => block.Transaction(0)["txID"] = new string('a', 64));
        Refused("because contractRet is SUCCESS", (_, infos) => infos[1]!["result"] = "FAILED");
        Refused("OUT_OF_ENERGY as contractRet", (_, infos) => infos[3]!["receipt"]!["result"] = "SUCCESS");
    }

    [Fact]
    public void What_the_signed_bytes_do_not_say_is_refused()
    {
        Refused("what raw_data_hex says", (block, _) => block.Value(0)["amount"] = 5000000001);
        Refused("what raw_data_hex says", (block, _) => block.Value(0)["to_address"] = block.Value(0)["owner_address"]!.DeepClone());
        Refused("what raw_data_hex says", (block, _) => block.Value(2)["call_value"] = 1);
        Refused("what raw_data_hex says", (block, _) => block.Value(1)["contract_address"] = block.Value(1)["owner_address"]!.DeepClone());
        Refused("what raw_data_hex says", (block, _) => block.Value(4).Remove("actives"));
        Refused("what raw_data_hex says", (block, _) => block.Value(5)["asset_name"] = "1002001");
        Refused("what raw_data_hex says", (block, _) => block.Value(7)["owner_address"] = block.Value(0)["owner_address"]!.DeepClone());
        Refused("what raw_data_hex says", (block, _) => block.Transaction(7)["raw_data"]!["contract"]![0]!["type"] = "VoteWitnessContract");
    }

    [Fact]
    public void Amounts_and_addresses_that_are_none_are_refused_with_their_place()
    {
        Refused("transactions[0].raw_data.contract[0].parameter.value.amount, found -5", (block, _) => block.Value(0)["amount"] = -5);
        Refused("found 9223372036854775808", (block, _) => block.Value(0)["amount"] = 9223372036854775808);
        Refused("found 1.5", (block, _) => block.Value(0)["amount"] = 1.5);
        Refused("found \"5\"", (block, _) => block.Value(0)["amount"] = "5");
        Refused("an address", (block, _) => block.Value(0)["to_address"] = "41nothing");
        Refused("to_address, found nothing", (block, _) => block.Value(0)["to_address"] = null);
        Refused("[0].fee, found -1", (_, infos) => infos[0]!["fee"] = -1);
        Refused("[2].internal_transactions[0].callValueInfo[0].callValue", (_, infos) => infos[2]!["internal_transactions"]![0]!["callValueInfo"]![0]!["callValue"] = "1e3");
        Refused("the number of a TRC-10 token", (_, infos) => infos[2]!["internal_transactions"]![0]!["callValueInfo"]![0]!["tokenId"] = "../x");
        Refused("expected 20 bytes in [1].log[0].address", (_, infos) => infos[1]!["log"]![0]!["address"] = "a614");
        Refused("64 hex digits each", (_, infos) => infos[1]!["log"]![0]!["topics"]![1] = "00");
        Refused("two for a byte", (_, infos) => infos[1]!["log"]![0]!["data"] = "0");
        Refused("a list", (_, infos) => infos[1]!["log"] = "none");
    }

    [Fact]
    public void An_answer_that_is_no_whole_JSON_is_refused()
    {
        string block = TronText.Block();
        string infos = TronText.Infos();

        Assert.All([block[..^3], "", "null", "[]", "{}", new string('[', 100_000)], text => Assert.Throws<NodeAnswerException>(() => TronText.Decode(text, infos)));
        Assert.All([infos[..^3], "", "null", "{}", "[1]", new string('[', 100_000)], text => Assert.Throws<NodeAnswerException>(() => TronText.Decode(block, text)));
    }

    /// <summary>Ids, amounts and addresses of the block are bound by the signed bytes and the header; failure and what infos say are bound by nothing.</summary>
    [Fact]
    public void A_damaged_block_is_refused_or_says_the_same_except_whether_a_transaction_failed()
    {
        byte[] answer = Encoding.UTF8.GetBytes(TronText.Block());
        byte[] infos = Encoding.UTF8.GetBytes(TronText.Infos());
        var whole = TronText.Decode(TronText.Block(), TronText.Infos());
        var known = BlockText.Lines(whole).ToHashSet(StringComparer.Ordinal);

        Mutation.Of(answer).Sample(
            damaged =>
            {
                try
                {
                    var read = TronDecoder.Decode(new() { Block = damaged, Infos = infos }, TronText.Chain);
                    return read.Header == whole.Header && BlockText.Lines(read).Count(line => !known.Contains(line)) <= Tolerated(damaged);
                }
                catch (NodeAnswerException)
                {
                    return true;
                }
            },
            iter: 3000,
            print: damaged => Mutation.Shown(answer, damaged));
    }

    [Fact]
    public void Damaged_infos_bring_a_block_or_the_one_exception()
    {
        byte[] block = Encoding.UTF8.GetBytes(TronText.Block());

        byte[] answer = Encoding.UTF8.GetBytes(TronText.Infos());

        Mutation.Of(answer).Sample(
            damaged =>
            {
                try
                {
                    return TronDecoder.Decode(new() { Block = block, Infos = damaged }, TronText.Chain).Hash?.ToString() == TronText.Id;
                }
                catch (NodeAnswerException)
                {
                    return true;
                }
            },
            iter: 3000,
            print: damaged => Mutation.Shown(answer, damaged));
    }

    [Fact]
    public void Bytes_that_are_no_transaction_are_read_without_another_exception() =>
        Gen.Byte.Array[0, 200].Sample(bytes => ContractBytes.TryRead(bytes)?.Type.Length is null or >= 0, iter: 5000);

    // Where the name of the signed bytes itself was damaged, they are as good as absent and the JSON stands alone.
    private static int Tolerated(byte[] damaged) =>
        Encoding.UTF8.GetString(damaged).Split("\"raw_data_hex\"").Length == 10 ? 0 : int.MaxValue;

    private static JsonObject Raw(JsonObject block) => block["block_header"]!["raw_data"]!.AsObject();

    private static void Refused(string expected, Action<JsonObject, JsonArray> change)
    {
        var fault = Assert.Throws<NodeAnswerException>(() => TronText.Decode(change));
        Assert.StartsWith("get", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }
}
