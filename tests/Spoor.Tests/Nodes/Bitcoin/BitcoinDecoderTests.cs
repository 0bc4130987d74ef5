using Spoor.Chains.Bitcoin;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Bitcoin;

public sealed class BitcoinDecoderTests
{
    [Fact]
    public void A_block_becomes_its_inputs_and_outputs_in_order_and_nothing_else()
    {
        var block = Answer.Decode(Answer.Text());

        Assert.Equal(
            [
                "840000:0:1:0 UtxoOut - > bc1qf6uq0vwceqg6naq6qgarn5456fp5l3zap3a3ug 477951638 slip44:0 c2c49a0c:0",
                "840000:1:0:0 UtxoIn 17fBp95y8fRSTqQpL4nv7G4cH6G5WHn817 > - 150000000 slip44:0 a772cc0d:1",
                "840000:1:1:0 UtxoOut - > bc1qr83n7nuugyr7fxh7df59952e65tve6yzcjnse4 100000000 slip44:0 0310dca1:0",
                "840000:1:1:1 UtxoOut - > 1Q21qAkycS8GCaTjHNF3zvMxb63YR4mXvr 49990000 slip44:0 0310dca1:1",
                "840000:2:0:0 UtxoIn bc1q96wtmkxgttxf0clcs64prk8f7eddk0fflyue70 > - 2500000000 slip44:0 1c372803:0",
                "840000:2:0:1 UtxoIn bc1q345qj8cgvv5dpxc4r24akx4htvadxr67n67hf7lxzvg7tgq2c97qpp0mn7 > - 1 slip44:0 1c372803:7",
                "840000:2:0:2 UtxoIn bc1p7rhn2qwv45snunee9vptnxqu9qxn7tv8ct4qknsh050cy3qm3z0qytrm3g > - 73 slip44:0 bc1f0923:2",
                "840000:2:1:0 UtxoOut - > bc1p3hff4hvejtmsqm6dpatmm8jx34kdxgqjhckcyrdrkmekn9fwz5ssrpqvkg 2400000000 slip44:0 c69643d7:0",
                "840000:2:1:1 UtxoOut - > bc1q96wtmkxgttxf0clcs64prk8f7eddk0fflyue70 99990000 slip44:0 c69643d7:1",
                "840000:3:0:0 UtxoIn bc1p3hff4hvejtmsqm6dpatmm8jx34kdxgqjhckcyrdrkmekn9fwz5ssrpqvkg > - 2400000000 slip44:0 c69643d7:0",
                "840000:3:1:0 UtxoOut - > 386her2qqK9tucfqWxmqPK5hEh4o33yvvK 546 slip44:0 99279868:0",
                "840000:3:1:1 UtxoOut - > 15dNupVXA9fk6wpEit6ZS43MWuMEXZP3JK 1234567890 slip44:0 99279868:1",
                "840000:3:1:2 UtxoOut - > - 1000000000 slip44:0 99279868:2",
            ],
            BlockText.Lines(block));
        Assert.Equal((Answer.Bitcoin.Id, 840000L, Answer.Hash), (block.Chain, block.Height, $"{block.Hash}"));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1713571767), block.Time);
        Assert.StartsWith("0000000000000000000", $"{block.Parent}", StringComparison.Ordinal);
        Assert.Equal((BlockGaps.None, 0, 0), (block.Gaps, block.Sent.Count, block.Controls.Count));
        Assert.All(block.Transfers, transfer => Assert.Equal(block.Time, transfer.Time));
    }

    [Fact]
    public void Where_a_node_does_not_state_what_is_spent_it_is_a_gap_and_an_unknown_amount_except_inside_the_block()
    {
        var block = Answer.Decode(Answer.Text(2));

        var inputs = block.Transfers.Where(transfer => transfer.Kind == TransferKind.UtxoIn).ToList();
        Assert.Equal(BlockGaps.SpentOutputs, block.Gaps);
        Assert.Equal([AmountQuality.Unknown, AmountQuality.Unknown, AmountQuality.Unknown, AmountQuality.Unknown, AmountQuality.Exact], inputs.Select(input => input.Quality));
        Assert.All(inputs.Take(4), input => Assert.Equal((null, Amount.Zero, true), (input.From, input.Amount, input.Output is not null)));
        Assert.Equal(2400000000u, inputs[^1].Amount.Units);
    }

    [Fact]
    public void Transactions_that_must_be_asked_for_are_those_outside_the_block_each_once()
    {
        var without = new BitcoinRawBlock { Block = System.Text.Encoding.UTF8.GetBytes(Answer.Text(2)) };
        var with = new BitcoinRawBlock { Block = System.Text.Encoding.UTF8.GetBytes(Answer.Text()) };

        Assert.Equal(["a772cc0d", "1c372803", "bc1f0923"], BitcoinDecoder.Missing(without, Answer.Bitcoin).Select(tx => tx.ToString()[..8]));
        Assert.Empty(BitcoinDecoder.Missing(with, Answer.Bitcoin));
    }

    [Fact]
    public void An_amount_in_scientific_notation_is_the_same_amount()
    {
        var answer = Answer.Json();
        answer.Transaction(3)["vout"]![0]!["value"] = "@";

        Assert.Equal(BlockText.Whole(Answer.Decode(Answer.Text())), BlockText.Whole(Answer.Decode(answer.Raw("5.46e-6"))));
    }

    [Fact]
    public void A_node_from_before_22_0_that_lists_addresses_says_the_same()
    {
        var answer = Answer.Json();
        foreach (var script in Enumerable.Range(0, 4).SelectMany(i => answer.Transaction(i)["vout"]!.AsArray()).Select(output => output!["scriptPubKey"]!.AsObject()))
        {
            if (script["address"] is { } address)
            {
                script["addresses"] = new System.Text.Json.Nodes.JsonArray(address.GetValue<string>());
                script.Remove("address");
            }
        }

        answer.Transaction(3)["vout"]![1]!["scriptPubKey"]!["addresses"] = new System.Text.Json.Nodes.JsonArray("15dNupVXA9fk6wpEit6ZS43MWuMEXZP3JK");
        answer.Transaction(3)["vout"]![2]!["scriptPubKey"]!["addresses"] = new System.Text.Json.Nodes.JsonArray("15dNupVXA9fk6wpEit6ZS43MWuMEXZP3JK", "1BdppkJSq4iM4x4skDQKGkjNhW1gya9PDh");
        Assert.Equal(BlockText.Whole(Answer.Decode(Answer.Text())), BlockText.Whole(Answer.Decode(answer)));
    }

    [Fact]
    public void A_chain_of_another_family_is_refused()
    {
        var fault = Assert.Throws<FormatException>(() => BitcoinDecoder.Decode(new() { Block = default }, ChainRegistry.Find("ethereum")));

        Assert.Contains("Bitcoin's family", fault.Message, StringComparison.Ordinal);
    }
}
