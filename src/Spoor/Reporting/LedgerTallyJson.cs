using System.Text.Json;
using Spoor.Incidents.Ledger;

namespace Spoor.Reporting;

/// <summary>A tally of losses as <c>ledger/1</c>, see <c>docs/ledger.schema.json</c>.</summary>
public static class LedgerTallyJson
{
    /// <param name="builtIn">Whether the ledger is the one that travels inside the program.</param>
    /// <param name="comparison">Null where nobody's figures stand beside it.</param>
    public static void Write(LedgerTally tally, LedgerComparison? comparison, bool builtIn, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "ledger/1");
        json.WriteString("kind", "tally");
        json.WriteString("by", tally.Request.By.ToString().ToLowerInvariant());
        json.WriteString("first", tally.Request.Period.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("last", tally.Request.Period.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteBoolean("builtIn", builtIn);
        WriteScope(json, tally);
        json.WriteObjects("rows", tally.Rows, row => WriteRow(json, row, tally));
        json.WriteStartObject("total");
        WriteRow(json, tally.Total, tally);
        json.WriteEndObject();
        json.WriteObjects("incidents", tally.Incidents, incident => LedgerJson.WriteIncident(json, incident));
        LedgerComparisonJson.Write(json, comparison);
    });

    private static void WriteScope(Utf8JsonWriter json, LedgerTally tally)
    {
        json.WriteStartObject("scope");
        json.WriteObjects("sources", tally.Sources, source =>
        {
            json.WriteString("source", source.Source);
            json.WriteString("title", LedgerSource.Of(source.Source).Title);
            json.WriteString("measure", LedgerSource.Of(source.Source).Measure);
            json.WriteNumber("entries", source.Entries);
        });
        json.WriteNumber("merged", tally.Merged);
        json.WriteNumber("withoutFigure", tally.Total.WithoutFigure);
        LedgerJson.WriteTexts(json, "undatable", tally.Undatable.Select(incident => incident.Id));
        LedgerJson.WriteTexts(json, "statement", TallyScope.Of(tally));
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, TallyRow row, LedgerTally tally)
    {
        json.WriteString("key", row.Key);
        json.WriteNumber("incidents", row.Incidents);
        json.WriteNumber("withoutFigure", row.WithoutFigure);
        json.WriteString("usd", LedgerJson.Usd(row.Usd));
        json.WriteString("least", LedgerJson.Usd(row.Least));
        json.WriteString("most", LedgerJson.Usd(row.Most));
        json.WriteObjects("alone", tally.Alone, alone =>
        {
            json.WriteString("source", alone.Sources[0].Source);
            json.WriteString("usd", LedgerJson.Usd(alone.UsdOf(row.Key)));
        });
    }
}
