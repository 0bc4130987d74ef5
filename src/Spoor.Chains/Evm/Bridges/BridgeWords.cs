using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>What bridges write into words of 32 bytes.</summary>
internal static class BridgeWords
{
    // ERC-7528 and Multichain, Transit, Synapse: the chain's own coin written as an address.
    private static readonly Word256 CoinAsToken = new(0xeeeeeeee, (((UInt128)0xeeeeeeeeeeeeeeee) << 64) | 0xeeeeeeeeeeeeeeee);

    /// <summary>Null for nobody, and for 32 bytes of another family of chains.</summary>
    public static Address? Account(Word256 word) => word == default || word.High >> 32 != 0 ? null : word.ToAccount();

    /// <summary>A token of an EVM chain; the address of nobody is the chain's own coin.</summary>
    public static AssetId? Token(ChainId chain, Word256 word)
    {
        if (!ChainRegistry.TryGet(chain, out var known) || known.Family != ChainFamily.Evm || word.High >> 32 != 0)
        {
            return null;
        }

        return word == default || word == CoinAsToken ? known.Native?.Asset : known.TokenOf(word.ToAccount());
    }

    public static ChainId? EvmChain(Word256 word) =>
        word.High == 0 && word.Low > 0 && word.Low <= (UInt128)long.MaxValue ? ChainId.Parse($"eip155:{Number(word)}") : null;

    /// <summary>The number of an EVM chain in decimal digits.</summary>
    public static string EvmNumber(ChainId chain) => chain.Value[(chain.Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static string Hex(Word256 word) =>
        word.High.ToString("x32", CultureInfo.InvariantCulture) + word.Low.ToString("x32", CultureInfo.InvariantCulture);

    public static string Number(Word256 word) => word.ToInteger().ToString(CultureInfo.InvariantCulture);
}
