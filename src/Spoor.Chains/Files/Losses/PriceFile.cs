using System.Globalization;
using Spoor.Valuation;

namespace Spoor.Chains.Files.Losses;

/// <summary>Prices from a CSV file, plain or gzip: <c>date,symbol,close_usd</c> or <c>date,symbol,price_usd</c>; see <c>docs/methods/prices.md</c>.</summary>
public static class PriceFile
{
    private const string Close = "close_usd";
    private const string Stated = "price_usd";
    private const string Expected = $"date,symbol,{Close} or date,symbol,{Stated}";
    private const int MaxRows = 5_000_000;
    private const int MaxSubject = 200;

    // The end of its last day is no date any more.
    private const int LastYear = 9999;

    // No coin was ever worth this; a file that says so has its columns mixed up.
    private const decimal MaxUsd = 1_000_000_000m;

    /// <exception cref="FormatException">A row is faulty, or there is none; the message names file, line and column.</exception>
    public static PriceReading Read(InputFile file)
    {
        using var text = file.OpenText();
        return Read(file.Name, text);
    }

    /// <inheritdoc cref="Read(InputFile)"/>
    public static PriceReading Read(string file, TextReader text)
    {
        var prices = new List<Price>();
        int zeros = 0;
        foreach (var line in CsvLine.ReadAll(file, text))
        {
            if (prices.Count + zeros == 0)
            {
                CheckHeader(line, file);
            }

            if (prices.Count + zeros == MaxRows)
            {
                throw line.Fault("date", $"no more than {MaxRows} prices in a file");
            }

            var price = PriceOf(line, file);
            if (price.Usd == 0)
            {
                zeros++;
                continue;
            }

            prices.Add(price);
        }

        // Without a single price every figure would be missing, and nobody would know why.
        return prices.Count + zeros > 0
            ? new(prices, zeros)
            : throw new FormatException($"{file}, line 2: expected a price after the header {Expected}, found none.");
    }

    private static void CheckHeader(CsvLine first, string file)
    {
        if (!first.Has("date") || !first.Has("symbol") || (!first.Has(Close) && !first.Has(Stated)))
        {
            const int MaxNames = 20;
            throw new FormatException($"{file}, line 1: expected the columns {Expected}, found '{string.Join(",", first.Columns.Take(MaxNames))}'.");
        }
    }

    private static Price PriceOf(CsvLine line, string file)
    {
        string column = line.Has(Close) ? Close : Stated;
        var (time, isDay) = TimeOf(line);
        return new()
        {
            Subject = SubjectOf(line),
            Kind = !isDay ? PriceKind.Spot : column == Close ? PriceKind.DailyClose : PriceKind.Daily,
            Time = time,
            Usd = UsdOf(line, column),
            Source = SourceOf(line, file),
        };
    }

    private static string SourceOf(CsvLine line, string file)
    {
        string[] columns = ["source", "note"];
        return columns.Where(column => line[column].Length > 0).Select(column => PrintableCell.Of(line, column, line[column])).FirstOrDefault(file);
    }

    private static (DateTimeOffset Time, bool IsDay) TimeOf(CsvLine line)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string text = line.Required("date");
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var day) && day.Year < LastYear)
        {
            return (day, true);
        }

        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"], CultureInfo.InvariantCulture, Utc, out var moment)
            ? (moment, false)
            : throw line.Fault("date", "a day such as 2023-09-12 or a moment such as 2023-09-12T13:21:00Z");
    }

    private static string SubjectOf(CsvLine line)
    {
        string subject = PrintableCell.Of(line, "symbol", line.Required("symbol"));
        int slash = subject.IndexOf('/', StringComparison.Ordinal);
        if (subject.Length > MaxSubject || (slash >= 0 && !NamedAsset.TryParse(subject[..slash], subject[(slash + 1)..], out _)))
        {
            throw line.Fault("symbol", "a symbol such as ETH, or an asset such as eip155:1/erc20:0x… or kadena/KDA");
        }

        return slash >= 0 && NamedAsset.TryParse(subject[..slash], subject[(slash + 1)..], out var asset) ? asset.ToString() : subject.ToUpperInvariant();
    }

    // Exports write small prices with an exponent: 7.0e-06.
    private static decimal UsdOf(CsvLine line, string column) =>
        decimal.TryParse(line.Required(column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal usd)
        && usd is >= 0 and <= MaxUsd
            ? usd
            : throw line.Fault(column, "US dollars for one coin, not negative and below a billion");
}
