using BenchmarkDotNet.Attributes;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Reading and writing one address of each sort, checksums included.</summary>
[MemoryDiagnoser]
public class AddressCodecs
{
    private ChainId _chain;
    private string _text = "";
    private Address _address;

    [ParamsSource(nameof(Sorts))]
    public string Sort { get; set; } = "";

    // Addresses of EIP-55, BIP-173, BIP-350, the genesis block, and well-known tokens.
    private static Dictionary<string, (string Chain, string Text)> Samples { get; } = new()
    {
        ["evm"] = ("eip155:1", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
        ["base58check"] = ("bip122:000000000019d6689c085ae165831e93", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ["bech32"] = ("bip122:000000000019d6689c085ae165831e93", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
        ["bech32m"] = ("bip122:000000000019d6689c085ae165831e93", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"),
        ["tron"] = ("tron:0x2b6653dc", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
        ["xrp"] = ("xrpl:0", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"),
        ["solana"] = ("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v"),
    };

    public static IEnumerable<string> Sorts => Samples.Keys;

    [GlobalSetup]
    public void Choose()
    {
        _chain = ChainId.Parse(Samples[Sort].Chain);
        _text = Samples[Sort].Text;
        _address = AddressText.Parse(_chain, _text);
    }

    [Benchmark]
    public Address Parse() => AddressText.Parse(_chain, _text);

    [Benchmark]
    public string Render() => AddressText.Render(_chain, _address);
}
