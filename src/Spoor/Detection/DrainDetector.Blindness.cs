using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection;

/// <content>What the detector would have to keep silent about.</content>
public sealed partial class DrainDetector
{
    /// <summary>What it cannot speak of by the prices and balances of now; changes nothing.</summary>
    /// <param name="now">For chains of which no block was seen; null to call no price void there.</param>
    public Blindness Blindness(DateTimeOffset? now)
    {
        var purses = Enumerable.Range(0, Watch.Owners.Count)
            .SelectMany(owner => _index.Purses[owner].Select((name, i) => (Name: name, State: _head.Owners[owner].Purses[i]))).ToList();
        List<AssetId> assets =
        [
            .. purses.SelectMany(purse => purse.State.Balances.Where(held => _worth.IsTrusted(held.Key)).Select(held => held.Key))
                .Concat(purses.Select(purse => purse.Name.Chain).Distinct().Select(CoinOf).OfType<AssetId>()).Distinct().Order(),
        ];
        var unquoted = assets.Select(asset => (Asset: asset, Quote: QuoteOf(asset, now))).Where(quoted => quoted.Quote.Price is null).ToList();
        var daily = purses.Where(purse => purse.Name.Wallets.Exists(wallet => wallet.Use == WalletUse.Hot)).ToList();
        return new()
        {
            Assets = assets.Count,
            Unpriced = [.. unquoted.Where(quoted => !IsFar(quoted.Quote)).Select(quoted => quoted.Asset)],
            Void = [.. unquoted.Where(quoted => IsFar(quoted.Quote) && TimeOf(quoted.Asset, now) is not null).Select(quoted => quoted.Asset)],
            Wallets = daily.Count,
            Unopened = [.. daily.Where(purse => !purse.State.Balances.Values.Any(balance => balance.IsKnown)).Select(purse => new AccountOnChain(purse.Name.Chain, AddressOf(purse.Name)))],
        };
    }

    private DateTimeOffset? TimeOf(AssetId asset, DateTimeOffset? now) => _head.Clocks.Of(asset.Chain) ?? now;

    private PriceQuote QuoteOf(AssetId asset, DateTimeOffset? now) =>
        Prices.Quote(NamedAsset.Of(asset), new(TimeOf(asset, now) ?? Prices.Newest ?? DateTimeOffset.UnixEpoch, IsDay: false));

    private static bool IsFar(PriceQuote quote) => quote.DaysAway > PriceBook.StaleDays;

    private static AssetId? CoinOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Native?.Asset : null;

    // A purse of a UTXO chain is all its addresses; the first stands for them.
    private static Address AddressOf(PurseName name) => name.Address ?? name.Wallets[0].Address;
}
