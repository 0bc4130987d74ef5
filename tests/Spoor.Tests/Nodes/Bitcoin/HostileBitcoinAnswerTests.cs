using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Chains.Bitcoin;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Bitcoin;

public sealed class HostileBitcoinAnswerTests
{
    public static TheoryData<string, string, string> Numbers() => new()
    {
        { "-0.00000546", "vout[0].value", "-0.00000546" },
        { "0.000005460", "", "" },
        { "0.000000001", "with at most 8 decimals", "0.000000001" },
        { "1e-9", "with at most 8 decimals", "1e-9" },
        { "21000000.00000001", "from 0 to 21,000,000 BTC", "21000000.00000001" },
        { "92233720368.54775808", "from 0 to 21,000,000 BTC", "92233720368.54775808" },
        { "1e999999999", "from 0 to 21,000,000 BTC", "1e999999999" },
        { "null", "an amount of BTC", "nothing" },
        { "\"0.00000546\"", "a number", "\"0.00000546\"" },
        { "0.00000547", "546 units as in hex", "547" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_amount_that_is_none_is_refused_with_its_place(string written, string expected, string found)
    {
        var answer = Answer.Json();
        answer.Transaction(3)["vout"]![0]!["value"] = "@";
        string text = answer.Raw(written);
        if (expected.Length == 0)
        {
            Assert.Equal(13, Answer.Decode(text).Transfers.Count);
            return;
        }

        var fault = Assert.Throws<NodeAnswerException>(() => Answer.Decode(text));
        Assert.StartsWith("getblock", fault.Message, StringComparison.Ordinal);
        Assert.Contains("tx[3]", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"found {found}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        Refused("hash", "which the header makes", block => block["hash"] = new string('0', 64));
        Refused("hash", "which the header makes", block => block["time"] = 1713571768);
        Refused("hash", "which the header makes", block => block["previousblockhash"] = new string('1', 64));
        Refused("merkleroot", "which the ids of its 3 transactions make", block => block["tx"]!.AsArray().RemoveAt(3));
        Refused("txid", "that the block has not had yet", block => block["tx"]!.AsArray().Add(block.Transaction(3).DeepClone()));
        Refused("txid", "the hash of the bytes in hex", block => block.Transaction(1)["txid"] = new string('a', 64));
        Refused("hex", "one transaction and nothing after it", block => block.Transaction(1)["hex"] = $"{block.Transaction(1)["hex"]}00");
        Refused("vin", "the 3 inputs in hex", block => block.Transaction(2)["vin"]!.AsArray().RemoveAt(2));
        Refused("vout", "the 2 outputs in hex", block => block.Transaction(2)["vout"]!.AsArray().RemoveAt(1));
        Refused("n", "1", block => block.Transaction(2)["vout"]![1]!["n"] = 0);
        Refused("fee", "10010000 units", block => block.Transaction(1)["vin"]![0]!["prevout"]!["value"] = JsonNode.Parse("1.6")!);
        Refused("vout", "which the inputs bring", block => block.Transaction(1)["vin"]![0]!["prevout"]!["value"] = JsonNode.Parse("1.4")!);
        Refused("vin[0].prevout", "2400000000 units and the script", block => block.Transaction(3)["vin"]![0]!["prevout"]!["value"] = JsonNode.Parse("24.1")!);
        Refused("vin", "no coinbase input", block => block.Transaction(1)["vin"]![0]!["coinbase"] = "00");
        Refused("height", "a whole number", block => block["height"] = -1);
        Refused("previousblockhash", "64 hex digits", block => block.Remove("previousblockhash"));
        Refused("bits", "8 hex digits", block => block["bits"] = "1d00fff");
        Refused("tx", "a list", block => block["tx"] = "none");
        Refused("tx", "one transaction or more", block => block["tx"] = new JsonArray());
    }

    [Fact]
    public void An_address_that_the_script_does_not_pay_is_refused()
    {
        string thief = "bc1p3hff4hvejtmsqm6dpatmm8jx34kdxgqjhckcyrdrkmekn9fwz5ssrpqvkg";

        Refused("address", "to which the script pays", block => block.Transaction(1)["vout"]![0]!["scriptPubKey"]!["address"] = thief);
        Refused("address", "to which the script pays", block => block.Transaction(1)["vout"]![0]!["scriptPubKey"]!["address"] = "bc1qnothing");
        Refused("address", "no address for a script without one", block => block.Transaction(1)["vout"]![2]!["scriptPubKey"]!["address"] = thief);
        Refused("scriptPubKey", "the script in hex", block =>
        {
            var script = block.Transaction(1)["vout"]![0]!["scriptPubKey"]!.AsObject();
            script["hex"] = "5120" + new string('7', 64);
            script.Remove("address");
        });
    }

    [Fact]
    public void An_answer_that_is_no_whole_JSON_is_refused()
    {
        string answer = Answer.Text();

        Assert.All([answer[..^3], "", "null", "[]", "\"x\"", "{}", "{\"a\":1,\"a\":1}", new string('[', 100_000)], text => Assert.Throws<NodeAnswerException>(() => Answer.Decode(text)));
        Assert.Contains("the answer was cut", Assert.Throws<NodeAnswerException>(() => Answer.Decode(answer[..5000])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_node_writes_cannot_steer_a_terminal()
    {
        var answer = Answer.Json();
        answer["hash"] = "\u001b[2J\u202e" + new string('x', 5000);

        string message = Assert.Throws<NodeAnswerException>(() => Answer.Decode(answer)).Message;
        Assert.DoesNotContain(message, character => char.IsControl(character) || character == '\u202e');
        Assert.True(message.Length < 300, message);
    }

    /// <summary>What inputs spend is bound by nothing but sums: a liar who keeps them right stays unseen. So does the one who states no fee.</summary>
    [Fact]
    public void A_damaged_answer_is_refused_or_says_the_same_of_all_but_what_inputs_spend()
    {
        byte[] answer = Encoding.UTF8.GetBytes(Answer.Text());
        string whole = Without(Answer.Decode(Answer.Text()));

        Mutation.Of(answer).Sample(
            damaged =>
            {
                try
                {
                    // The hash does not cover the height; who reads a node holds it to the height that was asked for.
                    var read = BitcoinDecoder.Decode(new() { Block = damaged }, Answer.Bitcoin);
                    return read.Height != 840000 || Without(read) == whole;
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
        Gen.Byte.Array[0, 200].Sample(bytes => RawTransaction.TryRead(bytes, out int length) is null || length <= bytes.Length, iter: 5000);

    private static string Without(Block block) => BlockText.Whole(block with
    {
        Gaps = BlockGaps.None,
        Transfers = [.. block.Transfers.Select(transfer => transfer.Kind != TransferKind.UtxoIn ? transfer : transfer with { From = null, Amount = Amount.Zero, Quality = AmountQuality.Unknown })],
    });

    private static void Refused(string field, string expected, Action<JsonObject> change)
    {
        var answer = Answer.Json();
        change(answer);
        var fault = Assert.Throws<NodeAnswerException>(() => Answer.Decode(answer));
        Assert.Contains(field, fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }
}
