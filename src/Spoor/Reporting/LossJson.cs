using System.Globalization;
using System.Text.Json;
using Spoor.Incidents.Losses;
using Spoor.Valuation;

namespace Spoor.Reporting;

/// <summary>The loss of an incident as <c>loss/1</c>, see <c>docs/json.md</c>.</summary>
public static class LossJson
{
    /// <param name="priceFiles">Where the prices come from.</param>
    public static void Write(LossReport report, IReadOnlyList<CitedFile> priceFiles, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "loss/1");
        json.WriteString("incident", report.Facts.Id);
        json.WriteString("victim", report.Facts.Victim);
        json.WriteString("asOf", report.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("newest", report.Newest?.Estimate.Id);
        WritePrices(json, report, priceFiles);
        json.WriteObjects("estimates", report.Estimates, estimate => LossEstimateJson.Write(json, estimate));
        json.WriteObjects("revisions", LossMeasures.All.SelectMany(report.Revisions), revision => WriteRevision(json, revision));
        json.WriteObjects("others", report.Others, other => WriteOther(json, other));
        json.WriteObjects("transfers", report.FromTransfers is { } found ? [found] : Array.Empty<ValuedEstimate>(), estimate => LossEstimateJson.Write(json, estimate));
        WriteWindow(json, report.Window);
        json.WriteStartArray("uncapped");
        report.Uncapped.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    });

    private static void WritePrices(Utf8JsonWriter json, LossReport report, IReadOnlyList<CitedFile> files)
    {
        json.WriteStartObject("prices");
        json.WriteObjects("files", files, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteNumber("staleDays", PriceBook.StaleDays);
        json.WriteNumber("duplicates", report.Prices.Duplicates);
        json.WriteNumber("zeros", report.ZeroPrices);
        json.WriteObjects("conflicts", report.Prices.Conflicts, conflict =>
        {
            json.WriteString("subject", conflict.Prices[0].Subject);
            json.WriteString("time", Rendered.Moment(conflict.Prices[0].Time));
            json.WriteObjects("prices", conflict.Prices, price =>
            {
                json.WriteString("usd", price.Usd.ToString(CultureInfo.InvariantCulture));
                json.WriteString("source", price.Source);
            });
        });
        json.WriteEndObject();
    }

    private static void WriteWindow(Utf8JsonWriter json, TransferWindow? window)
    {
        if (window is null)
        {
            json.WriteNull("transferWindow");
            return;
        }

        json.WriteStartObject("transferWindow");
        json.WriteString("from", Rendered.Moment(window.From));
        json.WriteString("until", Rendered.Moment(window.Until));
        json.WriteNumber("outside", window.Outside);
        json.WriteEndObject();
    }

    private static void WriteRevision(Utf8JsonWriter json, LossRevision revision)
    {
        json.WriteString("from", revision.From.Estimate.Id);
        json.WriteString("to", revision.To.Estimate.Id);
        json.WriteString("measure", revision.Measure.ToString().ToLowerInvariant());
        json.WriteString("before", revision.Before.ToString());
        json.WriteString("amount", revision.Amount.ToString());
        json.WriteString("price", revision.Price.ToString());
        json.WriteString("class", revision.Class.ToString());
        json.WriteString("coverage", revision.Coverage.ToString());
        json.WriteString("after", revision.After.ToString());
        json.WriteObjects("rows", revision.Rows.Where(row => row.IsChange), row =>
        {
            json.WriteString("row", row.Id);
            json.WriteStartArray("reasons");
            RevisionReasons.Of(row, revision.From).ToList().ForEach(reason => json.WriteStringValue(RevisionReasons.NameOf(reason)));
            json.WriteEndArray();
            json.WriteString("amount", row.Amount.ToString());
            json.WriteString("price", row.Price.ToString());
            json.WriteString("class", row.Class.ToString());
            json.WriteString("coverage", row.Coverage.ToString());
        });
    }

    private static void WriteOther(Utf8JsonWriter json, OtherFigure other)
    {
        json.WriteString("who", other.Statement.Who);
        json.WriteString("when", other.Statement.When?.ToString());
        json.WriteString("usd", UsdValue.OfDollars(other.Statement.Usd).ToString());
        json.WriteString("scope", other.Statement.Scope);
        json.WriteString("source", other.Statement.Source);
        json.WriteString("then", other.Then?.Estimate.Id);
        json.WriteString("differenceThen", other.DifferenceThen?.ToString());
        json.WriteString("differenceNow", other.DifferenceNow?.ToString());
    }
}
