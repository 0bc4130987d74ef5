using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

/// <summary>The chains that the tests speak of.</summary>
internal static class KnownChains
{
    public static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    public static readonly ChainId Bitcoin = ChainRegistry.Find("bitcoin").Id;
    public static readonly ChainId Litecoin = ChainRegistry.Find("litecoin").Id;
    public static readonly ChainId Dogecoin = ChainRegistry.Find("dogecoin").Id;
    public static readonly ChainId BitcoinCash = ChainRegistry.Find("bch").Id;
    public static readonly ChainId Tron = ChainRegistry.Find("tron").Id;
    public static readonly ChainId Xrp = ChainRegistry.Find("xrp").Id;
    public static readonly ChainId Solana = ChainRegistry.Find("solana").Id;

    public static Address Account(string hex) => new(AddressKind.Account20, Convert.FromHexString(hex));
}
