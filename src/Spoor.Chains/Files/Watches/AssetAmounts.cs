using System.Globalization;
using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Chains.Files.Watches;

/// <summary>Reads amounts of assets: an asset by symbol, contract or CAIP-19 name, an amount in whole coins or in smallest units.</summary>
internal sealed class AssetAmounts(TokenList tokens)
{
    private static readonly BigInteger Most = (BigInteger)UInt128.MaxValue;

    private readonly ILookup<(ChainId, string), AssetId> _bySymbol = tokens.Tokens.ToLookup(token => (token.Asset.Chain, token.Symbol), token => token.Asset);

    /// <summary>The list of a key that may be missing.</summary>
    /// <param name="chains">Where the assets may be; an entry says which when there are several.</param>
    public Dictionary<AssetId, Amount> Read(YamlEntry owner, string key, IReadOnlyList<Chain> chains)
    {
        var amounts = new Dictionary<AssetId, Amount>();
        foreach (var entry in owner.Entries(key))
        {
            var (asset, amount) = (AssetOf(entry, chains), (Amount?)null);
            if (asset is { } known)
            {
                amount = AmountOf(entry, known);
                if (!amounts.TryAdd(known, amount ?? default))
                {
                    entry.Fault("asset", $"expected an asset once, found {known} again.");
                }
            }
            else
            {
                _ = (entry.Optional("amount"), entry.Optional("units"));
            }

            entry.Close();
        }

        return amounts;
    }

    /// <summary>An asset by symbol, contract or CAIP-19 name; null where no or more than one is called so.</summary>
    public AssetId? Find(Chain chain, string text)
    {
        if (chain.Native is { } coin && coin.Symbol == text)
        {
            return coin.Asset;
        }

        if (text.StartsWith($"{chain.Id}/", StringComparison.Ordinal))
        {
            return ByName(chain, text);
        }

        if (chain.Family is ChainFamily.Evm or ChainFamily.Tron && AddressText.TryParse(chain.Id, text, out var contract))
        {
            return chain.TokenOf(contract);
        }

        AssetId[] found = [.. _bySymbol[(chain.Id, text)].Take(2)];
        return found is [var only] ? only : null;
    }

    /// <summary>Whole coins as smallest units; null when the asset's decimals are not known, it has more digits than they allow, or is no number.</summary>
    public Amount? InUnits(AssetId asset, string coins)
    {
        if (!tokens.TryGet(asset, out var token) || !Coins.TryParse(coins, out var amount) || amount.Decimals > token.Decimals)
        {
            return null;
        }

        var units = amount.Units * BigInteger.Pow(10, token.Decimals - amount.Decimals);
        return units <= Most ? new Amount((UInt128)units) : null;
    }

    /// <summary>What a file calls an asset so that <see cref="Find"/> finds it again.</summary>
    public string NameOf(AssetId asset) =>
        tokens.TryGet(asset, out var token) && Find(ChainRegistry.Get(asset.Chain), token.Symbol) == asset ? token.Symbol : $"{asset}";

    /// <summary>Whole coins where the decimals are known; null where they are not.</summary>
    public string? InCoins(AssetId asset, Amount amount) =>
        tokens.TryGet(asset, out var token) ? $"{Coins.Of(amount, token.Decimals)}" : null;

    // Contracts of EVM chains are kept in lower case, whatever a file writes.
    private static AssetId? ByName(Chain chain, string text)
    {
        string[] parts = text[(chain.Id.Value.Length + 1)..].Split(':', 2);
        if (parts is ["erc20" or "trc20", var contract])
        {
            return AddressText.TryParse(chain.Id, contract, out var address) ? chain.TokenOf(address) : null;
        }

        return chain.Native is { } coin && text == $"{coin.Asset}" ? coin.Asset : null;
    }

    private AssetId? AssetOf(YamlEntry entry, IReadOnlyList<Chain> chains)
    {
        string text = entry.Required("asset");
        string named = entry.Optional("chain");
        var chain = named.Length > 0 ? WatchValues.Chain(entry, "chain", named)
            : chains is [var only] ? only
            : chains.FirstOrDefault(one => text.StartsWith($"{one.Id}/", StringComparison.Ordinal));
        if (chain is null)
        {
            if (named.Length == 0 && chains.Count > 1)
            {
                entry.Fault("chain", $"expected which of {string.Join(", ", chains)} the asset is on, found none.");
            }

            return null;
        }

        if (!chains.Any(one => one.Id == chain.Id))
        {
            entry.Fault("chain", $"expected one of {string.Join(", ", chains)}, found {chain}.");
            return null;
        }

        var asset = Find(chain, text);
        if (asset is null && text.Length > 0)
        {
            var symbols = tokens.Tokens.Where(token => token.Asset.Chain == chain.Id).Select(token => token.Symbol).Append(chain.Native?.Symbol ?? "");
            entry.Fault("asset", $"expected a symbol that one asset of {chain} has, a contract, or a CAIP-19 name, found '{text}'{NearNames.Hint(text, symbols)}");
        }

        return asset;
    }

    private Amount? AmountOf(YamlEntry entry, AssetId asset)
    {
        string coins = entry.Optional("amount");
        string units = entry.Optional("units");
        if ((coins.Length == 0) == (units.Length == 0))
        {
            entry.Fault(coins.Length > 0 ? "units" : "amount", "expected either an amount in whole coins or units.");
            return null;
        }

        if (coins.Length == 0)
        {
            bool isWhole = UInt128.TryParse(units, NumberStyles.None, CultureInfo.InvariantCulture, out var whole);
            if (!isWhole)
            {
                entry.Fault("units", $"expected a whole number of smallest units below 2^128, found '{units}'.");
            }

            return isWhole ? new Amount(whole) : null;
        }

        var amount = InUnits(asset, coins);
        if (amount is null)
        {
            entry.Fault("amount", tokens.TryGet(asset, out var token)
                ? $"expected a number with at most {token.Decimals} digits behind a point, without separators, found '{coins}'."
                : $"expected units in its place, because the decimals of {asset} are not known; found '{coins}'.");
        }

        return amount;
    }
}
