using System.Numerics;
using Spoor.Labels;
using Spoor.Screening;
using Spoor.Tests.Tracing;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Screening;

/// <summary>Books of short stories, and what their screenings say.</summary>
internal static class Screened
{
    /// <summary>Nothing is too thin, too far or too small; what is exact shows.</summary>
    public static readonly ScreeningRules Exact = ScreeningRules.Builtin with
    {
        Method = new() { MaxHops = int.MaxValue, Budget = int.MaxValue, ThinPerMillion = 0, HubCounterparties = int.MaxValue, DustUsd = UsdValue.Zero, DustPerMillion = 0 },
    };

    /// <summary>One coin is one unit and costs a dollar, so that amounts can be read.</summary>
    public static readonly TokenList Coins = new([new(Story.Coin, "ETH", 0, "Ether"), new(Story.Btc, "BTC", 0, "Bitcoin"), new(Story.Dollar, "USDT", 0, "Tether")]);

    public static readonly PriceBook Dollars = new(
        new[] { "ETH", "BTC", "USDT" }.Select(symbol => new Price { Subject = symbol, Kind = PriceKind.DailyClose, Time = Story.Begin.AddHours(-13), Usd = 1, Source = "test" }),
        new(Coins));

    public static readonly LabelBook Known = new(
    [
        Name("bad", "sanction", "OFAC"), Name("heist", "heist", "Thief"), Name("shop", "exchange", "Shop"), Name("mixer", "mixer", "Mixer"), Name("casino", "gambling", "Casino"),
    ]);

    public static Label Name(string who, string category, string name) => new()
    {
        Subject = new LabelSubject.OfAddress(null, who.StartsWith("btc", StringComparison.Ordinal) ? Story.Wallet(who) : Story.At(who)),
        Name = name,
        Category = category,
        Source = "test",
        Learned = new(2023, 9, 12),
    };

    public static ScreeningBook Book(this Story story, LabelBook? labels = null, ScreeningRules? rules = null, PriceBook? prices = null) => ScreeningBook.Build(
        new ScreeningGround(prices ?? PriceBook.Empty, Coins).AddAll(story.Transfers), labels ?? Known, SourceLineage.Empty, Coins, rules ?? ScreeningRules.Builtin);

    public static AddressScreening Screen(this Story story, string who, LabelBook? labels = null, ScreeningRules? rules = null, PriceBook? prices = null) =>
        story.Book(labels, rules, prices).Screen(Story.At(who), Story.Chain);

    /// <summary>The units of an exposure; zero where there is none.</summary>
    public static BigInteger Units(this AddressScreening screening, ExposureSide side, ExposureCategory category, ExposureReach? reach = null) => screening.Exposures
        .Where(exposure => exposure.Side == side && exposure.Category == category && (reach is null || exposure.Reach == reach))
        .SelectMany(exposure => exposure.Amounts)
        .Aggregate(BigInteger.Zero, (sum, amount) => sum + amount.Amount.Units);

    public static BigInteger Rest(this Turnover turnover, Remainder why) => turnover.Assets
        .SelectMany(asset => asset.Remainders).Where(rest => rest.Key == why).Aggregate(BigInteger.Zero, (sum, rest) => sum + rest.Value.Units);

    /// <summary>Whether exposures and remainders are all that was moved, asset by asset.</summary>
    public static bool Balances(this AddressScreening screening) =>
        Balances(screening, ExposureSide.Incoming, screening.Received) && Balances(screening, ExposureSide.Outgoing, screening.Sent);

    private static bool Balances(AddressScreening screening, ExposureSide side, Turnover turnover) => turnover.Assets.All(asset =>
        (BigInteger)asset.Amount.Units == screening.Exposures.Where(exposure => exposure.Side == side).SelectMany(exposure => exposure.Amounts)
            .Where(amount => amount.Asset == asset.Asset).Aggregate(BigInteger.Zero, (sum, amount) => sum + amount.Amount.Units)
        + asset.Remainders.Aggregate(BigInteger.Zero, (sum, rest) => sum + rest.Value.Units));
}
