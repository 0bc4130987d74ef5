using System.Text;
using Spoor.Chains.Bitcoin;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Nodes.Bitcoin;

public sealed class ScriptAddressTests
{
    // https://homes.esat.kuleuven.be/~bosselae/ripemd160.html
    [Theory]
    [InlineData("", "9c1185a5c5e9fc54612808977ee8f548b2258d31")]
    [InlineData("a", "0bdc9d2d256b3ee9daae347be6f4dc835a467ffe")]
    [InlineData("abc", "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc")]
    [InlineData("message digest", "5d0689ef49d2fae572b881b123a85ffa21595f36")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "12a053384a9c0c88e405a06c27dcf49ada62eb2b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890", "9b752e45573d4b39f4dbd3323cab82bf63326bfb")]
    public void Ripemd160_gives_the_published_hashes(string message, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Ripemd160.Hash(Encoding.ASCII.GetBytes(message))));

    // Block 0's key; BIP-173's and BIP-350's examples; P2A of Bitcoin Core 28.0.
    [Theory]
    [InlineData("bitcoin", "4104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("bitcoin", "76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("bitcoin", "0014751e76e8199196d454941c45d1b3a323f1433bd6", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("bitcoin", "512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")]
    [InlineData("bitcoin", "51024e73", "bc1pfeessrawgf")]
    [InlineData("litecoin", "a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1887", "MGv9cSYnaRSTZNzYaN7bhbgmozoGkKBvCn")]
    [InlineData("zcash", "2103d2b11b34418e65f8358fb89bee21432b6505eb860614560ce7180fa362f8d965ac", "t1KHa9CJeCy3b9rUX2BhqkFJXSxSSrhM7LJ")]
    [InlineData("zcash", "a9147d46a730d31f97b1930d3368a967c309bd4d136a87", "t3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9ojd")]
    public void A_script_of_a_known_form_belongs_to_an_address(string chain, string script, string address)
    {
        var found = ChainRegistry.Find(chain);
        var holder = ScriptAddress.Of(Convert.FromHexString(script), (UtxoAddressFormat)found.Addresses);

        Assert.Equal(address, found.Addresses.Render(holder!.Value));
        Assert.Equal(AddressText.Parse(found.Id, found.Addresses.Render(holder.Value)), holder);
    }

    [Theory]
    [InlineData("bitcoin", "6a0573706f6f72")]
    [InlineData("bitcoin", "")]
    [InlineData("bitcoin", "0015751e76e8199196d454941c45d1b3a323f1433bd6ff")]
    [InlineData("bitcoin", "0013751e76e8199196d454941c45d1b3a323f1433b")]
    [InlineData("bitcoin", "76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f88ac")]
    [InlineData("bitcoin", "2105d2b11b34418e65f8358fb89bee21432b6505eb860614560ce7180fa362f8d965ac")]
    [InlineData("bitcoin", "aa2079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f8179887")]
    [InlineData("dogecoin", "0014751e76e8199196d454941c45d1b3a323f1433bd6")]
    public void Another_script_belongs_to_none(string chain, string script) =>
        Assert.Null(ScriptAddress.Of(Convert.FromHexString(script), (UtxoAddressFormat)ChainRegistry.Find(chain).Addresses));

    [Fact]
    public void Bitcoin_Cash_pays_scripts_by_a_hash_of_32_bytes_too()
    {
        var cash = ChainRegistry.Find("bitcoin-cash");
        var holder = ScriptAddress.Of(Convert.FromHexString("aa2079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f8179887"), (UtxoAddressFormat)cash.Addresses);

        Assert.StartsWith("bitcoincash:p", cash.Addresses.Render(holder!.Value), StringComparison.Ordinal);
    }
}
