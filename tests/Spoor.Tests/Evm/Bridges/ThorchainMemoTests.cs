using Spoor.Chains.Evm.Bridges;

namespace Spoor.Tests.Evm.Bridges;

/// <summary>Memos of THORChain are read as its documentation writes them.</summary>
public sealed class ThorchainMemoTests
{
    [Theory]
    [InlineData("SWAP:BTC.BTC:bc1qexample:0/1/0", "BTC.BTC", "bip122:000000000019d6689c085ae165831e93", "bc1qexample", null)]
    [InlineData("=:b:bc1qexample/0xabc:0:t:30", "BTC.BTC", "bip122:000000000019d6689c085ae165831e93", "bc1qexample", "0xabc")]
    [InlineData("s:ETH.USDC-0xa0b8:0xdef", "ETH.USDC-0xa0b8", "eip155:1", "0xdef", null)]
    [InlineData("=:r:thor1x", "THOR.RUNE", null, "thor1x", null)]
    public void A_swap_names_asset_and_destination(string text, string asset, string? chain, string destination, string? refund)
    {
        var memo = ThorchainMemo.Parse(text)!;

        Assert.Equal((ThorchainMemoKind.Swap, asset, chain, destination, refund), (memo.Kind, memo.Asset, memo.Chain?.Value, memo.Destination, memo.RefundTo));
    }

    [Theory]
    [InlineData("OUT:", ThorchainMemoKind.Out)]
    [InlineData("REFUND:", ThorchainMemoKind.Refund)]
    public void A_settlement_names_the_transaction_that_came_in(string kind, ThorchainMemoKind expected)
    {
        var memo = ThorchainMemo.Parse(kind + new string('A', 64))!;

        Assert.Equal((expected, new string('a', 64)), (memo.Kind, memo.Inbound?.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("OUT:0x12")]
    [InlineData("ADD:BTC.BTC")]
    [InlineData("=:BTC.BTC")]
    [InlineData("=:b:\u001b[2J")]
    public void Other_text_is_no_memo(string? text) => Assert.Null(ThorchainMemo.Parse(text));
}
