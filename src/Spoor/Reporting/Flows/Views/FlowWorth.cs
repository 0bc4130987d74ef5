using System.Globalization;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Reporting.Flows.Views;

/// <summary>What amounts of a stolen asset were worth on the day of the theft, where a price is at hand.</summary>
/// <param name="Price">Dollars for a whole coin; null without a price.</param>
public sealed record FlowWorth(decimal? Price, int Decimals)
{
    public static readonly FlowWorth Unknown = new(null, 0);

    public static FlowWorth Of(AssetId asset, DateTimeOffset at, PriceBook prices, TokenList tokens) =>
        tokens.TryGet(asset, out var token) && prices.Quote(NamedAsset.Of(asset), new(at, IsDay: true)).Price?.Usd is { } price ? new(price, token.Decimals) : Unknown;

    /// <summary><c>1.2 M USD</c>; null without a price.</summary>
    public string? Of(Amount amount)
    {
        if (Price is not { } price)
        {
            return null;
        }

        var cents = UsdValue.Of(Coins.Of(amount, Decimals), price).Micros / 10_000;
        var (letter, unit) = cents >= 100_000_000_000 ? (" bn", 100_000_000_000L) : cents >= 100_000_000 ? (" M", 100_000_000L) : cents >= 1_000_000 ? (" k", 100_000L) : ("", 100L);
        decimal value = (decimal)(cents * 100 / unit) / 100;
        return value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture) + letter + " USD";
    }
}
