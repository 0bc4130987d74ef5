using System.Text.Json.Nodes;
using Spoor.Chains.Tron;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Tron;

public sealed class TronDecoderTests
{
    private const string Hot = "TTonS7H8VYti8bbnhGfHeffHxemeSZTnTH";
    private const string Thief = "TMVdqzLp6BYr2yQ7VX9BVsMjg6dxdhiKtd";
    private const string Customer = "TXXvRizMuuMyxdSVtBnYR1ZUB1y1EnLPrr";
    private const string Dex = "TUYWc7ongsGypSAb34swfJd6CJmzEWN75a";
    private const string Contract = "TY6ewWcp4EfFTgFHi5u4GdCkWmrANbopec";
    private const string Deployer = "TU3ouXH2xox1jegn1cLBdye5eEPxuic8T4";
    private const string Created = "TQk5S6ucYYMiwj8xeC4VuhHaYcDjFv4597";
    private const string Usdt = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    private const string Nobody = "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb";

    [Fact]
    public void A_block_becomes_fees_coins_tokens_and_inner_moves_in_order()
    {
        var block = TronText.Decode(TronText.Block(), TronText.Infos());

        Assert.Equal(
            [
                $"62300000:0:0:0 Fee {Hot} > - 1100000 slip44:195",
                $"62300000:0:1:0 Native {Hot} > {Thief} 5000000000 slip44:195",
                $"62300000:1:0:0 Fee {Hot} > - 27255000 slip44:195",
                $"62300000:1:2:0 Token {Hot} > {Thief} 2750000000000 trc20:{Usdt}",
                $"62300000:2:1:0 Native {Customer} > {Dex} 900000000 slip44:195",
                $"62300000:2:1:2 Native {Dex} > {Contract} 300000000 slip44:195",
                $"62300000:2:1:3 Native {Dex} > {Contract} 300000000 slip44:195 #1",
                $"62300000:2:1:5 Token {Dex} > {Customer} 42 trc10:1002000",
                $"62300000:2:2:0 Token {Nobody} > {Dex} 300000000 trc20:TNUC9Qb1rRpS5CbWLmNMxXBjyFoydXjWFR",
                $"62300000:2:2:3 Token {Customer} > {Dex} 1 trc721:TWcZSFtsbV4zjvpeFhr8o5raYiQKxSzCEA/17",
                $"62300000:3:0:0 Fee {Customer} > - 8500000 slip44:195",
                $"62300000:4:0:0 Fee {Hot} > - 100000000 slip44:195",
                $"62300000:5:1:1 Token {Hot} > {Thief} 880000000 trc10:1002000",
                $"62300000:6:0:0 Fee {Deployer} > - 45000000 slip44:195",
                $"62300000:6:1:0 Native {Deployer} > {Created} 7000000 slip44:195",
                $"62300000:7:1:0 Issue - > {Customer} 3141592 slip44:195",
            ],
            BlockText.Lines(block));
        Assert.Equal((TronText.Chain.Id, TronText.Height, TronText.Id), (block.Chain, block.Height, $"{block.Hash}"));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1717544400000), block.Time);
        Assert.Equal((BlockGaps.None, 1), (block.Gaps, block.RefusedAmounts));
    }

    [Fact]
    public void Who_sent_what_and_whether_it_succeeded_is_kept()
    {
        var block = TronText.Decode(TronText.Block(), TronText.Infos());

        Assert.Equal(9, block.Sent.Count);
        Assert.Equal((Hot, Usdt, 0xa9059cbb, true), (Name(block.Sent[1].From), Name(block.Sent[1].To), block.Sent[1].Selector, block.Sent[1].HasSucceeded));
        Assert.Equal((Customer, Dex, 0xdeadbeef, false), (Name(block.Sent[3].From), Name(block.Sent[3].To), block.Sent[3].Selector, block.Sent[3].HasSucceeded));
        Assert.All(block.Sent, sent => Assert.Null(sent.Nonce));
    }

    [Fact]
    public void A_permission_update_names_every_key_that_is_not_the_account_and_an_approval_its_spender()
    {
        var block = TronText.Decode(TronText.Block(), TronText.Infos());

        Assert.Equal(
            [
                $"62300000:2:2:1 Approval {Usdt} {Customer} {Dex} {UInt128.MaxValue}",
                $"62300000:4:1:0 PermissionUpdated {Hot} {Hot} {Thief} ",
            ],
            block.Controls.Select(change => $"{change.Position} {change.Kind} {Name(change.Contract)} {Name(change.Subject)} {Name(change.Holder)} {change.Amount}"));
    }

    [Fact]
    public void Where_no_call_shows_what_it_did_inside_that_is_a_gap()
    {
        var block = TronText.Decode((_, infos) => infos[2]!.AsObject().Remove("internal_transactions"));
        var saved = TronText.Decode((_, infos) => infos[3]!.AsObject().Remove("internal_transactions"));
        var empty = TronText.Decode(TronText.Block(TronText.Height + 1), "[]");

        // The failed call shows one that was rejected, so this node saves them.
        Assert.Equal((BlockGaps.None, BlockGaps.None, BlockGaps.None), (block.Gaps, saved.Gaps, empty.Gaps));
        Assert.Equal(BlockGaps.InternalMoves, TronText.Decode((_, infos) =>
        {
            infos[2]!.AsObject().Remove("internal_transactions");
            infos[3]!.AsObject().Remove("internal_transactions");
        }).Gaps);
    }

    [Fact]
    public void A_block_without_transactions_is_a_block()
    {
        var block = TronText.Decode(TronText.Block(TronText.Height + 1), "[]");

        Assert.Equal((TronText.NextId, TronText.Id, 0), ($"{block.Hash}", $"{block.Parent}", block.Transfers.Count));
    }

    [Fact]
    public void Addresses_are_read_in_hex_and_in_Base58_alike()
    {
        var visible = TronText.Decode((block, infos) =>
        {
            block.Value(0)["owner_address"] = Hot;
            block.Value(0)["to_address"] = Thief;
            block.Value(1)["contract_address"] = Usdt;
            block.Value(5)["asset_name"] = "1002000";
            infos[2]!["internal_transactions"]![0]!["caller_address"] = Dex;
        });

        Assert.Equal(BlockText.Whole(TronText.Decode(TronText.Block(), TronText.Infos())), BlockText.Whole(visible));
    }

    [Fact]
    public void Without_signed_bytes_a_transaction_is_read_from_its_JSON()
    {
        var bare = TronText.Decode((block, _) =>
        {
            for (int i = 0; i < 9; i++)
            {
                block.Transaction(i).Remove("raw_data_hex");
            }
        });

        Assert.Equal(BlockText.Whole(TronText.Decode(TronText.Block(), TronText.Infos())), BlockText.Whole(bare));
    }

    [Fact]
    public void Where_a_block_does_not_say_that_a_call_failed_its_info_does()
    {
        var old = TronText.Decode((block, _) => block.Transaction(3).Remove("ret"));

        Assert.Equal(BlockText.Whole(TronText.Decode(TronText.Block(), TronText.Infos())), BlockText.Whole(old));
    }

    [Fact]
    public void Infos_count_by_their_id_and_not_by_their_place()
    {
        var turned = TronText.Decode((_, infos) =>
        {
            var last = infos[8]!.DeepClone();
            infos.RemoveAt(8);
            infos.Insert(0, last);
        });

        Assert.Equal(BlockText.Whole(TronText.Decode(TronText.Block(), TronText.Infos())), BlockText.Whole(turned));
    }

    [Fact]
    public void A_permission_update_that_names_only_the_account_itself_is_a_change_without_a_holder()
    {
        var block = TronText.Decode((answer, _) =>
        {
            answer.Transaction(4).Remove("raw_data_hex");
            answer.Value(4)["owner"]!["keys"] = new JsonArray();
            answer.Value(4).Remove("actives");
        });

        Assert.Contains(block.Controls, change => change is { Kind: ControlKind.PermissionUpdated, Holder: null });
    }

    [Theory]
    [InlineData("1002000", "1002000")]
    [InlineData("31303032303030", "1002000")]
    [InlineData("426974546f7272656e74", "BitTorrent")]
    [InlineData("53656564 2b", null)]
    [InlineData("41202f42", "A%20%2FB")]
    public void A_TRC10_token_is_named_by_its_number_or_on_old_blocks_by_its_name(string written, string? named)
    {
        if (named is null)
        {
            Assert.Equal("53656564%202b", TronContract.TokenName(System.Text.Encoding.UTF8.GetBytes(written)));
            return;
        }

        var block = TronText.Decode((answer, _) =>
        {
            answer.Transaction(5).Remove("raw_data_hex");
            answer.Value(5)["asset_name"] = written;
        });

        Assert.Contains(block.Transfers, transfer => transfer.Asset.Reference == $"trc10:{named}" && transfer.Position.Transaction == 5);
    }

    private static string Name(Address? address) => BlockText.Name(TronText.Chain.Id, address);
}
