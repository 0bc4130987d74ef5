using System.IO.Compression;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Files.Losses;

public sealed class PriceFileTests
{
    [Fact]
    public void Closes_prices_of_a_day_and_of_a_moment_are_told_apart()
    {
        var closes = Read("date,symbol,close_usd\n2023-09-12,eth,1592.429443\n2023-09-12,SHIB,7.0e-06\n");
        var prices = Read("date,symbol,price_usd,source\n2023-09-12,BTC,25840.34,one\n2023-09-12T13:21Z,kadena/KDA,0.5,two\n");

        Assert.Equal([("ETH", PriceKind.DailyClose, 1592.429443m), ("SHIB", PriceKind.DailyClose, 0.000007m)], closes.Select(Facts));
        Assert.Equal([("BTC", PriceKind.Daily, 25840.34m), ("kadena/KDA", PriceKind.Spot, 0.5m)], prices.Select(Facts));
        Assert.Equal(["prices.csv", "one"], [closes[0].Source, prices[0].Source]);
    }

    [Theory]
    [InlineData("12.09.2023,ETH,1", "prices.csv, line 2, column date: expected a day such as 2023-09-12 or a moment such as 2023-09-12T13:21:00Z, found '12.09.2023'.")]
    [InlineData("2023-09-12,,1", "prices.csv, line 2, column symbol: expected a value, found ''.")]
    [InlineData("2023-09-12,ETH,-1", "prices.csv, line 2, column close_usd: expected US dollars for one coin, not negative and below a billion, found '-1'.")]
    [InlineData("2023-09-12,ETH,NaN", "prices.csv, line 2, column close_usd: expected US dollars for one coin, not negative and below a billion, found 'NaN'.")]
    [InlineData("2023-09-12,ETH,\"1,592\"", "prices.csv, line 2, column close_usd: expected US dollars for one coin, not negative and below a billion, found '1,592'.")]
    [InlineData("2023-09-12,eip155:1/,1", "prices.csv, line 2, column symbol: expected a symbol such as ETH, or an asset such as eip155:1/erc20:0x… or kadena/KDA, found 'eip155:1/'.")]
    public void A_faulty_row_is_refused_with_its_place(string row, string message)
    {
        var failure = Assert.Throws<FormatException>(() => Read($"date,symbol,close_usd\n{row}\n"));

        Assert.Equal(message, failure.Message);
    }

    [Theory]
    [InlineData("date,symbol,close_usd\n", "prices.csv, line 2: expected a price after the header date,symbol,close_usd or date,symbol,price_usd, found none.")]
    [InlineData("foo,bar\n1,2\n", "prices.csv, line 1: expected the columns date,symbol,close_usd or date,symbol,price_usd, found 'foo,bar'.")]
    [InlineData("date,symbol,usd\n2023-09-12,ETH,1\n", "prices.csv, line 1: expected the columns date,symbol,close_usd or date,symbol,price_usd, found 'date,symbol,usd'.")]
    [InlineData("", "prices.csv, line 1: expected a header of column names, found an empty file.")]
    public void A_file_that_holds_no_prices_is_refused(string text, string message)
    {
        var failure = Assert.Throws<FormatException>(() => Read(text));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public void A_price_of_zero_is_no_price()
    {
        var read = PriceFile.Read("prices.csv", new StringReader("date,symbol,close_usd\n2020-08-01,SHIB,0\n2023-09-12,SHIB,0.000007\n"));

        Assert.Equal((1, 0.000007m), (read.Zeros, Assert.Single(read.Prices).Usd));
    }

    [Fact]
    public void A_symbol_that_could_rewrite_the_screen_is_refused() =>
        Assert.Throws<FormatException>(() => Read("date,symbol,close_usd\n2023-09-12,ETH\u001b[2J,1\n"));

    [Fact]
    public void A_packed_file_is_read_like_a_plain_one()
    {
        using var folder = new Storage.TemporaryFolder();
        string path = Path.Combine(folder.Path, "closes.csv.gz");
        using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionMode.Compress)))
        {
            writer.Write("date,symbol,close_usd\n2023-09-12,ETH,1592.43\n");
        }

        Assert.Equal(1592.43m, Assert.Single(PriceFile.Read(InputFile.Read(path)).Prices).Usd);
    }

    // The closes of 2023-09-12 that the description of the shared data gives.
    [Theory]
    [InlineData("bip122:000000000019d6689c085ae165831e93/slip44:0", 25833.34)]
    [InlineData("eip155:1/slip44:60", 1592.43)]
    [InlineData("tron:0x2b6653dc/slip44:195", 0.08078)]
    [InlineData("xrpl:0/slip44:144", 0.4807)]
    [InlineData("eip155:56/slip44:714", 210.99)]
    [InlineData("eip155:137/slip44:966", 0.50670)]
    [InlineData("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/slip44:501", 17.93)]
    [InlineData("bip122:000000000000000000651ef99cb9fcbe/slip44:145", 198.8)]
    public void The_real_closes_of_the_day_of_the_theft_are_found(string asset, decimal usd)
    {
        var book = new PriceBook(PriceFile.Read(InputFile.Read(SharedData.File("prices/daily_close_usd.csv.gz"))).Prices, PriceSymbols.Builtin);

        var quote = book.Quote(NamedAsset.Of(AssetId.Parse(asset)), new(new(2023, 9, 12, 13, 20, 59, TimeSpan.Zero), false));

        Assert.Equal((PriceQuality.C, usd), (quote.Quality, decimal.Round(quote.Price!.Usd, usd.Scale)));
    }

    [Fact]
    public void The_two_real_price_files_differ_and_every_difference_is_shown()
    {
        var closes = PriceFile.Read(InputFile.Read(SharedData.File("prices/daily_close_usd.csv.gz")));
        var others = PriceFile.Read(InputFile.Read(SharedData.File("prices/daily_cryptocompare_btc_eth_sol.csv.gz")));

        var book = new PriceBook([.. closes.Prices, .. others.Prices], PriceSymbols.Builtin);
        var quote = book.Quote(NamedAsset.Of(AssetId.Parse("bip122:000000000019d6689c085ae165831e93/slip44:0")), new(new(2023, 9, 12, 0, 0, 0, TimeSpan.Zero), true));

        Assert.Equal((53_845, 9_763), (closes.Prices.Count + closes.Zeros, others.Prices.Count));
        Assert.Equal([25833.34375m, 25840.34m], quote.Conflict?.Prices.Select(price => price.Usd));
        Assert.Equal((25833.34375m, 25840.34m), (quote.Price?.Usd, quote.High));
        Assert.All(book.Conflicts, conflict => Assert.True(conflict.Prices.Count > 1));
    }

    private static (string, PriceKind, decimal) Facts(Price price) => (price.Subject, price.Kind, price.Usd);

    private static IReadOnlyList<Price> Read(string text) => PriceFile.Read("prices.csv", new StringReader(text)).Prices;
}
