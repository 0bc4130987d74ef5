using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Screening.Grounds;

/// <summary>What amounts were worth on their day, each price looked up once.</summary>
internal sealed class PriceByDay(PriceBook prices, TokenList tokens)
{
    public const long None = -1;

    private readonly Dictionary<(AssetId Asset, DateOnly Day), decimal?> _prices = [];
    private readonly Dictionary<AssetId, Token?> _tokens = [];

    /// <summary>Whether somebody answers for the asset: anybody can make a token.</summary>
    public bool IsListed(AssetId asset) => TokenOf(asset) is not null || asset.Reference.StartsWith("slip44:", StringComparison.Ordinal);

    /// <summary>Millionths of a dollar; <see cref="None"/> without a price.</summary>
    public long MicrosOf(AssetId asset, Amount amount, DateTimeOffset time)
    {
        if (TokenOf(asset) is not { } token || PriceOf(asset, DateOnly.FromDateTime(time.UtcDateTime)) is not { } price)
        {
            return None;
        }

        var micros = UsdValue.Of(Coins.Of(amount, token.Decimals), price).Micros;
        return micros > long.MaxValue ? long.MaxValue : (long)micros;
    }

    private decimal? PriceOf(AssetId asset, DateOnly day)
    {
        if (!_prices.TryGetValue((asset, day), out decimal? price))
        {
            var at = new ValuationTime(new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), IsDay: true);
            _prices[(asset, day)] = price = prices.Quote(NamedAsset.Of(asset), at).Price?.Usd;
        }

        return price;
    }

    private Token? TokenOf(AssetId asset)
    {
        if (!_tokens.TryGetValue(asset, out var token))
        {
            _tokens[asset] = token = tokens.TryGet(asset, out var known) ? known : null;
        }

        return token;
    }
}
