using System.Collections.Frozen;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Bitcoin;

/// <summary>What the nodes of one chain of Bitcoin's family answer differently, and what no amount on it can exceed.</summary>
internal sealed record UtxoRules
{
    private const long Bitcoins = 21_000_000_00000000;

    // MAX_MONEY of each chain's source, in its smallest unit; it bounds one amount, which for Dogecoin is not the supply.
    private static readonly FrozenDictionary<string, long> Largest = new Dictionary<string, long>
    {
        ["BTC"] = Bitcoins,
        ["BCH"] = Bitcoins,
        ["ZEC"] = Bitcoins,
        ["LTC"] = 84_000_000_00000000,
        ["DOGE"] = 10_000_000_000_00000000,
    }.ToFrozenDictionary();

    private UtxoRules(Chain chain, Token coin, UtxoAddressFormat addresses)
    {
        Chain = chain;
        Coin = coin;
        Addresses = addresses;
        MaxUnits = Largest.GetValueOrDefault(coin.Symbol, Bitcoins);
        HasShieldedPools = coin.Symbol == "ZEC";
    }

    public Chain Chain { get; }

    public Token Coin { get; }

    public UtxoAddressFormat Addresses { get; }

    /// <summary>No output, and no sum over one transaction, is larger.</summary>
    public long MaxUnits { get; }

    /// <summary>Zcash: value enters and leaves pools without addresses, and transactions are serialised in its own way.</summary>
    public bool HasShieldedPools { get; }

    /// <exception cref="FormatException">Not a chain of Bitcoin's family with a coin that is known.</exception>
    public static UtxoRules Of(Chain chain) => chain is { IsUtxo: true, Native: { } coin, Addresses: UtxoAddressFormat addresses }
        ? new(chain, coin, addresses)
        : throw new FormatException($"Expected a chain of Bitcoin's family for a Bitcoin Core node, found {chain}.");
}
