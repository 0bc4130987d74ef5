using System.Text;
using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class TokenListTests
{
    private const string One = """
        {"name":"one","tokens":[{"chainId":1,"address":"0xdAC17F958D2ee523a2206206994597C13D831ec7","symbol":"USDT","decimals":6,"name":"Tether"}]}
        """;

    private static readonly AssetId Usdt = AssetId.Parse("eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7");

    [Fact]
    public void A_listed_token_is_shown_in_whole_coins() =>
        Assert.Equal("1,234.5 USDT", TokenList.Parse(One).Show(Usdt, Amount.Parse("1234500000")));

    [Fact]
    public void An_unlisted_token_is_shown_in_units_under_its_full_name()
    {
        var fake = AssetId.Parse("eip155:1/erc20:0x00000000000000000000000000000000000000aa");

        Assert.Equal(
            "1234500000 units of eip155:1/erc20:0x00000000000000000000000000000000000000aa",
            TokenList.Builtin.Show(fake, Amount.Parse("1234500000")));
        Assert.False(TokenList.Builtin.TryGet(fake, out _));
    }

    [Theory]
    [InlineData("eip155:1/slip44:60", "4947000000000000000000", "4,947 ETH")]
    [InlineData("bip122:000000000019d6689c085ae165831e93/slip44:0", "1", "0.00000001 BTC")]
    [InlineData("tron:0x2b6653dc/slip44:195", "1500000", "1.5 TRX")]
    [InlineData("xrpl:0/slip44:144", "1000000", "1 XRP")]
    [InlineData("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/slip44:501", "1000000000", "1 SOL")]
    [InlineData("eip155:324/slip44:60", "7", "7 units of eip155:324/slip44:60")]
    [InlineData("eip155:1/slip44:61", "7", "7 units of eip155:1/slip44:61")]
    public void The_coin_of_a_known_chain_needs_no_list(string asset, string units, string shown) =>
        Assert.Equal(shown, new TokenList([]).Show(AssetId.Parse(asset), Amount.Parse(units)));

    [Fact]
    public void Of_two_lists_the_first_wins_and_the_conflict_is_kept()
    {
        var second = TokenList.Parse(One.Replace("\"decimals\":6", "\"decimals\":18", StringComparison.Ordinal));

        var merged = TokenList.Merge(TokenList.Parse(One), second, TokenList.Parse(One));

        Assert.Equal("1 USDT", merged.Show(Usdt, Amount.Parse("1000000")));
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal(6, conflict.Kept.Decimals);
        Assert.Equal(18, conflict.Refused.Decimals);
    }

    [Fact]
    public void A_list_reads_the_same_from_a_stream_and_as_a_bare_array()
    {
        string array = One[One.IndexOf('[', StringComparison.Ordinal)..^1];
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(One));

        Assert.Equal(TokenList.Parse(One).Tokens, TokenList.Read(stream).Tokens);
        Assert.Equal(TokenList.Parse(One).Tokens, TokenList.Parse(array).Tokens);
    }

    [Fact]
    public void The_builtin_list_is_without_conflict_and_knows_Tether_where_it_matters()
    {
        string[] shown =
        [
            .. TokenList.Builtin.Tokens.Where(token => token.Symbol == "USDT").Select(token => $"{token.Asset} {token.Decimals}"),
        ];

        Assert.Empty(TokenList.Builtin.Conflicts);
        Assert.Equal(
            [
                "eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7 6",
                "eip155:137/erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f 6",
                "eip155:56/erc20:0x55d398326f99059ff775485246999027b3197955 18",
                "tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t 6",
            ],
            shown);
    }

    [Theory]
    [InlineData("uniswap_mainnet.json")]
    [InlineData("uniswap_polygon.json")]
    [InlineData("uniswap_bnb.json")]
    public void The_builtin_list_agrees_with_the_published_lists(string file)
    {
        using var stream = File.OpenRead(SharedData.File($"tokens/{file}"));
        var published = TokenList.Read(stream);

        var merged = TokenList.Merge(TokenList.Builtin, published);

        Assert.NotEmpty(published.Tokens);
        Assert.DoesNotContain(merged.Conflicts, conflict => TokenList.Builtin.TryGet(conflict.Kept.Asset, out _));
    }

    [Theory]
    [InlineData("{}", "array")]
    [InlineData("[7]", "chainId")]
    [InlineData("""[{"chainId":-1,"address":"0xdAC17F958D2ee523a2206206994597C13D831ec7","symbol":"A","decimals":6,"name":"A"}]""", "chainId")]
    [InlineData("""[{"chainId":1,"address":"0x12","symbol":"A","decimals":6,"name":"A"}]""", "0x12")]
    [InlineData("""[{"chainId":1,"address":"0xdAC17F958D2ee523a2206206994597C13D831ec7","symbol":"A","decimals":256,"name":"A"}]""", "decimals")]
    [InlineData("""[{"chainId":1,"address":"0xdAC17F958D2ee523a2206206994597C13D831ec7","symbol":"A\u001b[2J","decimals":6,"name":"A"}]""", "symbol")]
    public void A_list_that_is_none_is_refused_with_the_member_at_fault(string json, string named)
    {
        var refusal = Assert.Throws<FormatException>(() => TokenList.Parse(json));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }
}
