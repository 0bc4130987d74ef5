using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tracing.ServiceSwaps;

/// <summary>What payments are worth at a time, in US dollars; asked often, so kept.</summary>
public sealed class SwapWorth(PriceBook prices, TokenList tokens)
{
    private readonly Dictionary<(AssetId, DateTimeOffset), decimal?> _quotes = [];

    /// <summary>Null where nobody says how many digits the asset has, or no price is near.</summary>
    public UsdValue? Of(Transfer payment, DateTimeOffset at) =>
        tokens.TryGet(payment.Asset, out var token) && PriceOf(payment.Asset, at) is { } price
            ? UsdValue.Of(Coins.Of(payment.Amount, token.Decimals), price)
            : null;

    private decimal? PriceOf(AssetId asset, DateTimeOffset at)
    {
        if (!_quotes.TryGetValue((asset, at), out decimal? price))
        {
            price = prices.Quote(NamedAsset.Of(asset), new(at, IsDay: false)).Price?.Usd;
            _quotes[(asset, at)] = price;
        }

        return price;
    }
}
