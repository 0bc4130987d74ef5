using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class ChainRegistryTests
{
    [Theory]
    [InlineData("Ethereum", "eip155:1")]
    [InlineData("eth", "eip155:1")]
    [InlineData("eip155:1", "eip155:1")]
    [InlineData("BSC", "eip155:56")]
    [InlineData("polygon", "eip155:137")]
    [InlineData("optimism", "eip155:10")]
    [InlineData("arbitrum", "eip155:42161")]
    [InlineData("avalanche", "eip155:43114")]
    [InlineData("base", "eip155:8453")]
    [InlineData("fantom", "eip155:250")]
    [InlineData("celo", "eip155:42220")]
    [InlineData("gnosis", "eip155:100")]
    [InlineData("ethereum_classic", "eip155:61")]
    [InlineData("btc", "bip122:000000000019d6689c085ae165831e93")]
    [InlineData("litecoin", "bip122:12a765e31ffd4059bada1e25190f6e98")]
    [InlineData("doge", "bip122:1a91e3dace36e2be3bf030a65679fe82")]
    [InlineData("bitcoin-cash", "bip122:000000000000000000651ef99cb9fcbe")]
    [InlineData("trx", "tron:0x2b6653dc")]
    [InlineData("XRP Ledger", "xrpl:0")]
    [InlineData("sol", "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp")]
    public void A_chain_is_found_by_name_short_name_or_id(string name, string id) =>
        Assert.Equal(id, ChainRegistry.Find(name).Id.Value);

    [Theory]
    [InlineData("atlantis")]
    [InlineData("eip155:abc")]
    [InlineData("bip122:ffffffffffffffffffffffffffffffff")]
    [InlineData("")]
    public void An_unknown_name_is_refused_with_the_known_ones(string name)
    {
        var refusal = Assert.Throws<FormatException>(() => ChainRegistry.Find(name));

        Assert.Contains($"'{name}'", refusal.Message, StringComparison.Ordinal);
        Assert.All(ChainRegistry.Known, chain => Assert.Contains(chain.Name, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_other_EVM_chain_works_without_a_name_for_its_coin()
    {
        var chain = ChainRegistry.Find("eip155:324");

        Assert.Equal(ChainFamily.Evm, chain.Family);
        Assert.Null(chain.Native);
        Assert.Null(chain.FinalityBlocks);
        Assert.Equal(chain, ChainRegistry.Get(ChainId.Parse("eip155:324")));
    }

    [Fact]
    public void Only_the_Bitcoin_family_rests_in_outputs()
    {
        string[] utxo = [.. ChainRegistry.Known.Where(chain => chain.IsUtxo).Select(chain => chain.Name)];

        Assert.Equal(["Bitcoin", "Litecoin", "Dogecoin", "Bitcoin Cash", "Zcash"], utxo);
        Assert.True(ChainRegistry.IsUtxo(ChainId.Parse("bip122:ffffffffffffffffffffffffffffffff")));
        Assert.False(ChainRegistry.IsUtxo(ChainId.Parse("eip155:324")));
    }

    [Fact]
    public void No_two_chains_share_a_name()
    {
        string[] names =
        [
            .. ChainRegistry.Known.SelectMany(chain => chain.Aliases.Append(chain.Name).Append(chain.Id.Value))
                .Select(name => name.ToUpperInvariant()),
        ];

        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Pages_name_the_address_and_the_transaction_as_the_explorer_does()
    {
        var chain = ChainRegistry.Find("eth");
        var hash = TxHash.Parse(new('a', 64));

        Assert.Equal(
            "https://etherscan.io/address/0x75497999432B8701330fB68058bd21918C02Ac59",
            chain.PageOf(AddressText.Parse(chain.Id, "0x75497999432b8701330fb68058bd21918c02ac59")));
        Assert.Equal("https://etherscan.io/tx/0x" + new string('a', 64), chain.PageOf(hash));
        Assert.Null(ChainRegistry.Find("eip155:324").PageOf(hash));
    }
}
