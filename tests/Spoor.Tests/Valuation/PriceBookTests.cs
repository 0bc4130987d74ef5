using System.Globalization;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Valuation;

public sealed class PriceBookTests
{
    private static readonly NamedAsset Ether = NamedAsset.Of(AssetId.Parse("eip155:1/slip44:60"));

    [Theory]
    [InlineData("2023-09-12T13:20:59Z", PriceQuality.A, 1600)]
    [InlineData("2023-09-12T13:22:00Z", PriceQuality.A, 1600)]
    [InlineData("2023-09-12T13:22:01Z", PriceQuality.B, 1600)]
    [InlineData("2023-09-12T14:21:00Z", PriceQuality.B, 1600)]
    [InlineData("2023-09-12T14:21:01Z", PriceQuality.C, 1592)]
    [InlineData("2023-09-13T00:00:00Z", PriceQuality.D, 1592)]
    [InlineData("2023-09-15T23:59:59Z", PriceQuality.D, 1592)]
    public void Quality_follows_the_distance_in_time(string at, PriceQuality quality, int usd)
    {
        var book = Book(Spot("ETH", "2023-09-12T13:21:00Z", 1600), Close("ETH", "2023-09-12", 1592));

        var quote = book.Quote(Ether, At(at));

        Assert.Equal((quality, usd), (quote.Quality, quote.Price?.Usd));
    }

    [Fact]
    public void A_gap_is_not_bridged_but_bounded()
    {
        var quote = Book(Close("ETH", "2023-09-01", 1650), Close("ETH", "2023-09-20", 1590)).Quote(Ether, At("2023-09-12T13:21:00Z"));

        Assert.Equal((PriceQuality.U, null, 1590m, 1650m), (quote.Quality, quote.Price, quote.Low, quote.High));
        Assert.Equal("the nearest price is 8 days away, more than 3", quote.Missing);
    }

    [Fact]
    public void A_day_valued_without_its_hour_is_never_better_than_its_day()
    {
        var quote = Book(Spot("ETH", "2023-09-12T00:00:00Z", 1600)).Quote(Ether, new(At("2023-09-12T00:00:00Z").At, true));

        Assert.Equal(PriceQuality.C, quote.Quality);
    }

    [Fact]
    public void The_closes_at_both_ends_of_the_day_bound_its_price()
    {
        var quote = Book(Close("ETH", "2023-09-11", 1551), Close("ETH", "2023-09-12", 1592), Close("ETH", "2023-09-13", 1999)).Quote(Ether, At("2023-09-12T13:21:00Z"));

        Assert.Equal((1592m, 1551m, 1592m), (quote.Price?.Usd, quote.Low, quote.High));
    }

    [Fact]
    public void Of_two_days_equally_far_the_earlier_is_taken()
    {
        var quote = Book(Close("ETH", "2023-09-14", 1500), Close("ETH", "2023-09-10", 1616)).Quote(Ether, At("2023-09-12T13:21:00Z"));

        Assert.Equal((PriceQuality.D, 1616m, 2, 1500m), (quote.Quality, quote.Price?.Usd, quote.DaysAway, quote.Low));
    }

    [Fact]
    public void A_price_not_yet_known_is_not_used()
    {
        var book = Book(Close("ETH", "2023-09-11", 1551), Close("ETH", "2023-09-12", 1592));

        var quote = book.Quote(Ether, At("2023-09-12T13:21:00Z"), new(2023, 9, 11));

        Assert.Equal((PriceQuality.D, 1551m), (quote.Quality, quote.Price?.Usd));
    }

    [Fact]
    public void Files_that_differ_are_shown_and_widen_the_interval()
    {
        var book = Book(Close("ETH", "2023-09-12", 1592), Close("ETH", "2023-09-12", 1593), Close("ETH", "2023-09-12", 1592));

        var quote = book.Quote(Ether, At("2023-09-12T13:21:00Z"));

        Assert.Equal([1592m, 1593m], Assert.Single(book.Conflicts).Prices.Select(price => price.Usd));
        Assert.Equal((1, 1592m, 1592m, 1593m), (book.Duplicates, quote.Price?.Usd, quote.Low, quote.High));
        Assert.NotNull(quote.Conflict);
    }

    [Fact]
    public void An_asset_that_no_file_prices_has_no_price_and_not_zero()
    {
        Assert.True(NamedAsset.TryParse("kadena", "KDA", out var kadena));

        var quote = Book(Close("ETH", "2023-09-12", 1592), Close("KDA", "2023-09-12", 1)).Quote(kadena, At("2023-09-12T13:21:00Z"));

        Assert.Equal((PriceQuality.U, null, "no list says which symbol it has; price it as kadena/KDA"), (quote.Quality, quote.Price, quote.Missing));
    }

    [Fact]
    public void A_price_under_the_full_name_of_an_asset_is_its_own()
    {
        Assert.True(NamedAsset.TryParse("kadena", "KDA", out var kadena));

        var quote = Book(Close("kadena/KDA", "2023-09-12", 1)).Quote(kadena, At("2023-09-12T13:21:00Z"));

        Assert.Equal((PriceQuality.C, 1m), (quote.Quality, quote.Price?.Usd));
    }

    [Fact]
    public void Polygon_is_found_under_the_name_it_had()
    {
        var quote = Book(Close("MATIC", "2023-09-12", 1)).Quote(NamedAsset.Of(AssetId.Parse("eip155:137/slip44:966")), At("2023-09-12T13:21:00Z"));

        Assert.Equal(PriceQuality.C, quote.Quality);
    }

    [Fact]
    public void A_token_that_calls_itself_after_a_coin_is_refused_by_symbol()
    {
        var pegged = AssetId.Parse("eip155:56/erc20:0x00000000000000000000000000000000000000e1");
        var symbols = new PriceSymbols(new([new Token(pegged, "ETH", 18, "Pegged")]));

        Assert.Empty(symbols.Of(NamedAsset.Of(pegged), out string refusal));
        Assert.Equal($"the symbol ETH also names something else; price it as {pegged}", refusal);
    }

    [Fact]
    public void Two_tokens_of_one_symbol_on_one_chain_are_refused_by_symbol()
    {
        Token[] tokens =
        [
            new(AssetId.Parse("eip155:1/erc20:0x00000000000000000000000000000000000000a1"), "GRT", 18, "One"),
            new(AssetId.Parse("eip155:1/erc20:0x00000000000000000000000000000000000000a2"), "GRT", 18, "Other"),
        ];

        Assert.Empty(new PriceSymbols(new(tokens)).Of(NamedAsset.Of(tokens[0].Asset), out string refusal));
        Assert.Contains("GRT", refusal, StringComparison.Ordinal);
    }

    private static PriceBook Book(params Price[] prices) => new(prices, PriceSymbols.Builtin);

    private static Price Close(string subject, string day, decimal usd) =>
        new() { Subject = subject, Kind = PriceKind.DailyClose, Time = At(day + "T00:00:00Z").At, Usd = usd, Source = "test" };

    private static Price Spot(string subject, string at, decimal usd) =>
        new() { Subject = subject, Kind = PriceKind.Spot, Time = At(at).At, Usd = usd, Source = "test" };

    private static ValuationTime At(string text) => new(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), false);
}
