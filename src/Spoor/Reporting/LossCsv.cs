using System.Globalization;
using Spoor.Incidents.Losses;

namespace Spoor.Reporting;

/// <summary>The rows of all estimates as CSV, for a spreadsheet.</summary>
public static class LossCsv
{
    private static readonly string[] Header =
    [
        "estimate", "as_of", "row", "chain", "asset", "amount", "class", "time", "tx", "index", "from", "to",
        "price_usd", "price_time", "price_source", "quality", "usd", "low", "high", "stated_usd", "source", "note",
    ];

    public static void Write(LossReport report, TextWriter output) => CsvText.Write(
        output,
        Header,
        report.Estimates.Concat(report.FromTransfers is { } found ? [found] : Array.Empty<ValuedEstimate>())
            .SelectMany(estimate => estimate.Rows, (estimate, row) => Cells(estimate.Estimate, row)));

    private static IEnumerable<string?> Cells(LossEstimate estimate, ValuedRow valued)
    {
        var row = valued.Row;
        var price = valued.Quote.Price;
        return
        [
            estimate.Id, estimate.AsOf.ToString(), row.Id, row.Asset.Chain, row.Asset.ToString(), row.Amount?.ToString(), LossClassNames.NameOf(row.Class),
            row.Time.ToString(), row.Tx, row.Index, row.From, row.To, price?.Usd.ToString(CultureInfo.InvariantCulture),
            price is null ? null : Rendered.Moment(price.Time), price?.Source, valued.Quality.ToString(), valued.Usd?.ToString(),
            valued.Low?.ToString(), valued.High?.ToString(), row.StatedUsd?.ToString(CultureInfo.InvariantCulture), row.Source, row.Note,
        ];
    }
}
