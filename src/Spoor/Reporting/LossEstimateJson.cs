using System.Globalization;
using System.Text.Json;
using Spoor.Incidents.Losses;
using Spoor.Valuation;

namespace Spoor.Reporting;

/// <summary>One estimate of <c>loss/1</c>.</summary>
internal static class LossEstimateJson
{
    public static void Write(Utf8JsonWriter json, ValuedEstimate valued)
    {
        var estimate = valued.Estimate;
        json.WriteString("id", estimate.Id);
        json.WriteString("asOf", estimate.AsOf.ToString());
        json.WriteString("author", estimate.Author);
        json.WriteString("method", estimate.Method);
        json.WriteString("pricesKnownBy", estimate.PricesKnownBy == DateOnly.MaxValue ? null : estimate.PricesKnownBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("scope", estimate.Scope);
        json.WriteString("reason", estimate.Reason);
        json.WriteStartArray("omissions");
        estimate.Omissions.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        WriteTotals(json, "totals", valued.Known);
        WriteInterval(json, LossInterval.Of(valued), valued.Coverage);
        WriteCoverage(json, valued.Coverage);
        json.WriteObjects("lines", valued.Lines, line => WriteLine(json, line));
        json.WriteObjects("rows", valued.Rows, row => WriteRow(json, row));
        json.WriteObjects("retractions", estimate.Retractions, taken =>
        {
            json.WriteString("row", taken.Row);
            json.WriteString("source", taken.Source);
            json.WriteString("note", taken.Note);
        });
    }

    private static void WriteTotals(Utf8JsonWriter json, string name, Func<LossMeasure, UsdValue?> known)
    {
        json.WriteStartObject(name);
        foreach (var measure in LossMeasures.All)
        {
            json.WriteString(measure.ToString().ToLowerInvariant(), known(measure)?.ToString());
        }

        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, LossInterval interval, LossCoverage coverage)
    {
        json.WriteStartObject("interval");
        json.WriteString("low", coverage.Assets == 0 ? null : interval.Low.ToString());
        json.WriteString("high", interval.High.ToString());
        json.WriteString("priceDown", interval.PriceDown.ToString());
        json.WriteString("priceUp", interval.PriceUp.ToString());
        json.WriteString("suspect", interval.Suspect.ToString());
        json.WriteString("stated", interval.Stated.ToString());
        json.WriteNumber("openRows", interval.Open);
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, LossCoverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("assets", coverage.Assets);
        json.WriteNumber("chains", coverage.Chains);
        json.WriteNumber("rowsWithoutValue", coverage.WithoutValue);
        json.WriteNumber("chainsWithoutValue", coverage.ChainsWithoutValue);
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, LossLine line)
    {
        json.WriteString("chain", line.Asset.Chain);
        json.WriteString("asset", line.Asset.ToString());
        json.WriteString("stolen", line.Stolen?.ToString());
        json.WriteString("quality", line.Quality?.ToString());
        WriteTotals(json, "totals", line.Known);
    }

    private static void WriteRow(Utf8JsonWriter json, ValuedRow valued)
    {
        var row = valued.Row;
        json.WriteString("row", row.Id);
        json.WriteString("chain", row.Asset.Chain);
        json.WriteString("asset", row.Asset.ToString());
        json.WriteString("amount", row.Amount?.ToString());
        json.WriteString("class", LossClassNames.NameOf(row.Class));
        json.WriteString("time", row.Time.ToString());
        json.WriteString("tx", Known(row.Tx));
        json.WriteString("index", Known(row.Index));
        json.WriteString("from", Known(row.From));
        json.WriteString("to", Known(row.To));
        json.WriteString("usd", valued.Usd?.ToString());
        json.WriteString("low", valued.Low?.ToString());
        json.WriteString("high", valued.High?.ToString());
        json.WriteString("quality", valued.Quality.ToString());
        json.WriteString("missing", Known(valued.Missing));
        json.WriteString("price", valued.Quote.Price?.Usd.ToString(CultureInfo.InvariantCulture));
        json.WriteString("priceTime", valued.Quote.Price is { } price ? Rendered.Moment(price.Time) : null);
        json.WriteString("priceSource", valued.Quote.Price?.Source);
        json.WriteString("statedUsd", row.StatedUsd is { } said ? UsdValue.OfDollars(said).ToString() : null);
        json.WriteString("source", row.Source);
        json.WriteString("note", Known(row.Note));
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
