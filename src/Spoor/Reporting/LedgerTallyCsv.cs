using Spoor.Incidents.Ledger;

namespace Spoor.Reporting;

/// <summary>A tally as CSV: one row a line, the total last.</summary>
public static class LedgerTallyCsv
{
    public static void Write(LedgerTally tally, TextWriter output) => CsvText.Write(
        output,
        [tally.Request.By.ToString().ToLowerInvariant(), "incidents", "without_figure", "usd", "least", "most"],
        tally.Rows.Append(tally.Total).Select(row => new[]
        {
            row.Key,
            row.Incidents.ToString(System.Globalization.CultureInfo.InvariantCulture),
            row.WithoutFigure.ToString(System.Globalization.CultureInfo.InvariantCulture),
            LedgerJson.Usd(row.Usd),
            LedgerJson.Usd(row.Least),
            LedgerJson.Usd(row.Most),
        }));
}
