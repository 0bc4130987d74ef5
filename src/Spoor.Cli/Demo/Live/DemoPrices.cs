using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Demo.Live;

/// <summary>What things cost in the story: round figures of September 2023.</summary>
internal static class DemoPrices
{
    public static readonly IReadOnlyDictionary<string, decimal> BySymbol = new Dictionary<string, decimal>
    {
        ["ETH"] = 1_590m,
        ["BNB"] = 212m,
        ["DAI"] = 1m,
        ["USDT"] = 1m,
        ["USDC"] = 1m,
        ["GRT"] = 0.085m,
        ["UNI"] = 4.3m,
        ["LINK"] = 6.1m,
        ["WBTC"] = 25_800m,
    };

    public static decimal Of(AssetId asset) => TokenList.Builtin.TryGet(asset, out var token) ? BySymbol[token.Symbol] : 0m;

    /// <summary>For every day of the story.</summary>
    public static PriceBook Book(DateTimeOffset start, int days) => new(
        from day in Enumerable.Range(0, days)
        from price in BySymbol
        select new Price { Subject = price.Key, Kind = PriceKind.DailyClose, Time = start.UtcDateTime.Date.AddDays(day), Usd = price.Value, Source = "the demonstration" },
        PriceSymbols.Builtin);
}
