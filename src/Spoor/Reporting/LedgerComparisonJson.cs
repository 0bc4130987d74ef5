using System.Text.Json;
using Spoor.Incidents.Ledger;

namespace Spoor.Reporting;

/// <summary>Somebody else's figures beside ours as a member of <c>ledger/1</c>.</summary>
internal static class LedgerComparisonJson
{
    public static void Write(Utf8JsonWriter json, LedgerComparison? comparison)
    {
        if (comparison is null)
        {
            json.WriteNull("comparison");
            return;
        }

        json.WriteStartObject("comparison");
        json.WriteString("who", comparison.Who);
        LedgerJson.WriteTexts(json, "sources", comparison.Sources);
        json.WriteObjects("periods", comparison.Periods, period => WritePeriod(json, period));
        json.WriteEndObject();
    }

    private static void WritePeriod(Utf8JsonWriter json, PeriodGap gap)
    {
        json.WriteString("period", gap.Theirs.Period.Text);
        json.WriteString("theirs", LedgerJson.Usd(gap.Theirs.Usd));
        json.WriteString("ours", LedgerJson.Usd(gap.Ours));
        json.WriteString("difference", LedgerJson.Usd(gap.Difference));
        json.WriteString("otherFigures", LedgerJson.Usd(gap.OtherFigures));
        json.WriteString("onlyTheirs", LedgerJson.Usd(gap.OnlyTheirs));
        json.WriteString("unnamed", LedgerJson.Usd(gap.Unnamed));
        json.WriteString("residual", LedgerJson.Usd(gap.Residual));
        json.WriteString("outsideHeadings", LedgerJson.Usd(gap.OutsideHeadings));
        json.WriteString("restated", LedgerJson.Usd(gap.Restated));
        json.WriteString("oursByReport", LedgerJson.Usd(gap.OursByReport));
        json.WriteObjects("named", gap.Named, named => WriteNamed(json, named));
        json.WriteObjects("categories", gap.Categories, category => WriteCategory(json, category));
        json.WriteObjects("remarks", gap.Remarks, figure => WriteRemark(json, figure));
        LedgerJson.WriteTexts(json, "onlyOurs", gap.OnlyOurs.Select(incident => incident.Id));
        LedgerJson.WriteTexts(json, "afterCutOff", gap.AfterCutOff.Select(incident => incident.Id));
        LedgerJson.WriteTexts(json, "dayBefore", gap.DayBefore.Select(incident => incident.Id));
    }

    private static void WriteNamed(Utf8JsonWriter json, NamedIncident named)
    {
        json.WriteString("name", named.Name);
        json.WriteString("theirs", LedgerJson.Usd(named.Theirs));
        json.WriteString("incident", named.Ours?.Id);
        json.WriteString("ours", LedgerJson.Usd(named.Ours?.Usd));
        json.WriteString("difference", LedgerJson.Usd(named.Difference));
    }

    private static void WriteCategory(Utf8JsonWriter json, CategoryGap category)
    {
        json.WriteString("heading", category.Heading);
        json.WriteString("theirs", LedgerJson.Usd(category.Theirs));
        json.WriteString("ours", LedgerJson.Usd(category.Ours));
        json.WriteNumber("incidents", category.Incidents);
        json.WriteString("difference", LedgerJson.Usd(category.Difference));
    }

    private static void WriteRemark(Utf8JsonWriter json, PublishedFigure figure)
    {
        json.WriteString("period", figure.Period.Text);
        json.WriteString("measure", figure.Measure);
        json.WriteString("usd", LedgerJson.Usd(figure.Usd));
        json.WriteString("note", figure.Note);
    }
}
