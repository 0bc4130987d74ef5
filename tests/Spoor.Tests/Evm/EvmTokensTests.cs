using System.Text.Json.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

public sealed class EvmTokensTests
{
    private const string Single = "0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62";
    private const string Batch = "0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb";
    private const string Deposit = "0xe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c";
    private const string Withdrawal = "0x7fcf532c15f0a6db0bd6d0e038bea71d30d808c7d98cb3bf7268a95bf5081b65";
    private const string Weth = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";
    private const string Erc20 = "erc20:0x00000000000000000000000000000000000000ee";

    [Fact]
    public void An_ERC20_transfer_is_read_whether_its_parties_are_indexed_or_not()
    {
        var block = DecodeLogs(
        [
            Log(0xee, [TransferTopic, Word(0xa), Word(0xb)], Word(7), 3),
            Log(0xee, [TransferTopic, Word(0xa)], Words(0xb, 8), 4),
            Log(0xee, [TransferTopic], Words(0xa, 0xb, 9), 5),
        ]);

        Assert.Equal([$"Token a b 7 {Erc20}", $"Token a b 8 {Erc20}", $"Token a b 9 {Erc20}"], block.Tokens());
        Assert.Equal([3, 4, 5], block.Transfers.Where(transfer => transfer.Kind == TransferKind.Token).Select(transfer => transfer.Position.Index));
    }

    [Fact]
    public void An_ERC721_transfer_is_one_unit_of_an_asset_of_its_own() => Assert.Equal(
        ["Token a b 1 erc721:0x00000000000000000000000000000000000000ee/500"],
        DecodeLogs([Log(0xee, [TransferTopic, Word(0xa), Word(0xb), Word(500)], "0x")]).Tokens());

    [Fact]
    public void An_ERC1155_transfer_moves_each_of_its_numbers()
    {
        const string Asset = "erc1155:0x00000000000000000000000000000000000000ee";
        string[] parties = [Batch, Word(0xf), Word(0xa), Word(0xb)];
        var block = DecodeLogs(
        [
            Log(0xee, [Single, Word(0xf), Word(0xa), Word(0xb)], Words(4, 30), 0),
            Log(0xee, parties, Words(64, 160, 2, 5, 6, 2, 50, 60), 1),
            Log(0xee, parties, Words(64, 160, 2, 5, 5, 2, 50, 50), 2),
        ]);

        Assert.Equal(
            [$"Token a b 30 {Asset}/4", $"Token a b 50 {Asset}/5", $"Token a b 60 {Asset}/6", $"Token a b 50 {Asset}/5", $"Token a b 50 {Asset}/5"],
            block.Tokens());
        Assert.Equal(6, block.Transfers.Select(transfer => transfer.Key).Distinct().Count());
    }

    [Theory]
    [InlineData(new long[] { 64, 160, 3, 5, 6, 2, 50, 60 })]
    [InlineData(new long[] { 64, 161, 2, 5, 6, 2, 50, 60 })]
    [InlineData(new long[] { 64, 4_096, 2, 5, 6, 2, 50, 60 })]
    [InlineData(new long[] { 64, 160, 2, 5, 6, 1, 50, 60 })]
    [InlineData(new long[] { 64, 160, 2, 5, 6, 9_000, 50, 60 })]
    [InlineData(new long[] { long.MaxValue, 160, 2, 5, 6, 2, 50, 60 })]
    public void A_batch_whose_arrays_do_not_fit_moves_nothing(long[] words) =>
        Assert.Empty(DecodeLogs([Log(0xee, [Batch, Word(0xf), Word(0xa), Word(0xb)], Words(words))]).Tokens());

    [Fact]
    public void Wrapping_is_a_transfer_from_nobody_and_unwrapping_one_to_nobody()
    {
        JsonArray logs =
        [
            At(Weth, Log(0, [Deposit, Word(0xa)], Word(7), 0)), At(Weth, Log(0, [Withdrawal, Word(0xa)], Word(5), 1)),
            Log(0xee, [Deposit, Word(0xa)], Word(7), 2),
        ];

        Assert.Equal([$"Token 0 a 7 erc20:{Weth}", $"Token a 0 5 erc20:{Weth}"], DecodeLogs(logs).Tokens());
    }

    [Fact]
    public void A_fork_that_also_emits_a_transfer_is_counted_once()
    {
        JsonArray logs =
        [
            At(Weth, Log(0, [TransferTopic, Word(0), Word(0xa)], Word(7), 0)), At(Weth, Log(0, [Deposit, Word(0xa)], Word(7), 1)),
            At(Weth, Log(0, [Deposit, Word(0xa)], Word(7), 2)), At(Weth, Log(0, [Withdrawal, Word(0xa)], Word(5), 3)),
            At(Weth, Log(0, [TransferTopic, Word(0xa), Word(0)], Word(5), 4)),
        ];

        Assert.Equal([$"Token 0 a 7 erc20:{Weth}", $"Token 0 a 7 erc20:{Weth}", $"Token a 0 5 erc20:{Weth}"], DecodeLogs(logs).Tokens());
    }

    [Fact]
    public void An_amount_of_2_to_the_128_is_refused_and_counted()
    {
        string largest = "0x" + new string('0', 32) + new string('f', 32);
        string tooLarge = "0x" + new string('0', 31) + "1" + new string('0', 32);

        var block = DecodeLogs([Log(0xee, [TransferTopic, Word(0xa), Word(0xb)], largest, 0), Log(0xee, [TransferTopic, Word(0xa), Word(0xb)], tooLarge, 1)]);

        Assert.Equal([$"Token a b {UInt128.MaxValue} {Erc20}"], block.Tokens());
        Assert.Equal(1, block.RefusedAmounts);
    }

    [Fact]
    public void A_transfer_of_nothing_is_kept_as_the_fact_it_is() =>
        Assert.Equal([$"Token a b 0 {Erc20}"], DecodeLogs([Log(0xee, [TransferTopic, Word(0xa), Word(0xb)], Word(0))]).Tokens());

    [Theory]
    [InlineData("0x06b541ddaa720db2b10a4d0cdac39b8d360425fc073085fac19bc82614677987")]
    [InlineData("0x2fe5be0146f74c5bce36c0b80911af6c7d86ff27e89d5cfa61fc681327954e5d")]
    [InlineData("0xa78a9be3a7b862d26933ad85fb11d80ef66b8f972d7cbba06621d583943a4098")]
    public void The_events_of_ERC777_are_left_out_because_a_transfer_comes_with_them(string topic) =>
        Assert.Empty(DecodeLogs([Log(0xee, [topic, Word(0xf), Word(0xa), Word(0xb)], Words(7, 96, 128, 0, 0))]).Tokens());

    [Theory]
    [InlineData("0x", 2)]
    [InlineData("0x00000000000000000000000000000000000000000000000000000000000000070000", 2)]
    [InlineData("0x", 0)]
    public void A_log_without_the_shape_of_a_transfer_is_none_and_no_fault_of_the_node(string data, int parties) =>
        Assert.Empty(DecodeLogs([Log(0xee, [TransferTopic, .. Enumerable.Repeat(Word(0xa), parties)], data)]).Tokens());

    private static JsonObject At(string emitter, JsonObject log)
    {
        log["address"] = emitter;
        return log;
    }
}
