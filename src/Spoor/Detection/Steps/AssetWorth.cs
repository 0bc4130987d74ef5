using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Steps;

/// <summary>What is known of assets: whether somebody answers for them, their digits, their worth by the hour.</summary>
/// <remarks>
/// A price is looked up once an hour of event time and asset; the answer depends on the hour alone, never on what was
/// asked before, so a replay values alike.
/// </remarks>
internal sealed class AssetWorth
{
    private readonly Dictionary<AssetId, Entry> _entries = [];
    private readonly HashSet<AssetId> _held;
    private readonly TokenList _tokens;
    private PriceBook _prices;

    public AssetWorth(WatchList watch, PriceBook prices, TokenList tokens)
    {
        _prices = prices;
        _tokens = tokens;
        _held = [.. watch.Owners.SelectMany(owner => owner.Wallets).SelectMany(wallet => wallet.Opening.Keys)];
    }

    /// <summary>Values by other prices from now on.</summary>
    public void Use(PriceBook prices)
    {
        if (!ReferenceEquals(prices, _prices))
        {
            _prices = prices;
            foreach (var entry in _entries.Values)
            {
                entry.Hour = -1;
            }
        }
    }

    /// <summary>Takes more assets for what an owner says it holds.</summary>
    public void Trust(IEnumerable<AssetId> held)
    {
        _held.UnionWith(held);
        foreach (var asset in _held)
        {
            _entries.Remove(asset);
        }
    }

    /// <summary>A chain's own coin, a listed token, or one that an owner says it holds: not one that anybody may have made to deceive.</summary>
    public bool IsTrusted(AssetId asset) => Of(asset).IsTrusted;

    /// <summary>Whether an owner says that it holds it.</summary>
    public bool IsStated(AssetId asset) => _held.Contains(asset);

    /// <summary>Null when there is no price.</summary>
    public UsdValue? Of(AssetId asset, BigInteger units, DateTimeOffset at)
    {
        var entry = Of(asset);
        if (entry.Decimals is null)
        {
            return null;
        }

        long hour = at.UtcTicks / TimeSpan.TicksPerHour;
        if (entry.Hour != hour)
        {
            entry.Hour = hour;
            var quote = _prices.Quote(NamedAsset.Of(asset), new(new(hour * TimeSpan.TicksPerHour, TimeSpan.Zero), IsDay: false));
            entry.MicrosOfCoin = quote.Price is { } price ? UsdValue.Of(Coins.Of(1m), price.Usd).Micros : null;
        }

        return entry.MicrosOfCoin is { } micros ? Scaled(units * micros, entry.Divisor) : null;
    }

    /// <summary>The amount as people read it; the smallest units of an asset that nobody lists.</summary>
    public string Show(AssetId asset, BigInteger units) =>
        units >= 0 && units <= UInt128.MaxValue ? _tokens.Show(asset, new((UInt128)units)) : $"{units} units of {asset}";

    /// <summary>Symbol of a listed asset; the full name of any other.</summary>
    public string Name(AssetId asset) => _tokens.TryGet(asset, out var token) ? token.Symbol : asset.ToString();

    // Half to even, as everywhere else that an amount is valued.
    private static UsdValue Scaled(BigInteger product, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(product, divisor, out var rest);
        int half = (2 * rest).CompareTo(divisor);
        return new(half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient);
    }

    private Entry Of(AssetId asset)
    {
        if (!_entries.TryGetValue(asset, out var entry))
        {
            int? decimals = _tokens.TryGet(asset, out var token) ? token.Decimals : null;
            bool isCoin = asset.Reference.StartsWith("slip44:", StringComparison.Ordinal);
            entry = new() { Decimals = decimals, Divisor = BigInteger.Pow(10, decimals ?? 0), IsTrusted = isCoin || decimals is not null || _held.Contains(asset) };
            if (entry.IsTrusted)
            {
                _entries[asset] = entry;
            }
        }

        return entry;
    }

    private sealed class Entry
    {
        public required int? Decimals { get; init; }

        /// <summary>Smallest units in a whole coin.</summary>
        public required BigInteger Divisor { get; init; }

        public required bool IsTrusted { get; init; }

        public long Hour { get; set; } = -1;

        public BigInteger? MicrosOfCoin { get; set; }
    }
}
