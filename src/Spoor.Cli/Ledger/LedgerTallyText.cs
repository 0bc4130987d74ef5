using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;

namespace Spoor.Cli.Ledger;

/// <summary>A tally of losses and its scope.</summary>
internal static class LedgerTallyText
{
    public static void Write(Terminal terminal, LedgerTally tally)
    {
        terminal.Heading($"Losses {tally.Request.Period.First:yyyy-MM-dd} to {tally.Request.Period.Last:yyyy-MM-dd} by {tally.Request.By.ToString().ToLowerInvariant()}, in million US dollars");
        string[] columns = [tally.Request.By.ToString(), ">$M", ">USD", ">Incidents", ">No figure"];
        if (tally.Alone.Count > 0)
        {
            columns = [.. columns, ">Lowest", ">Highest", .. tally.Alone.Select(alone => $">{alone.Sources[0].Source} alone")];
        }

        terminal.Table(columns, tally.Rows.Append(tally.Total).Select(row => CellsOf(row, tally)));
        terminal.Line();
        terminal.Heading("Scope");
        foreach (string sentence in TallyScope.Of(tally))
        {
            terminal.Sentence(sentence);
        }
    }

    private static string[] CellsOf(TallyRow row, LedgerTally tally)
    {
        string[] cells =
        [
            row.Key, MillionsText.Of(row.Usd), row.Usd.ToString("N0", CultureInfo.InvariantCulture), Counted.Of(row.Incidents), Counted.Of(row.WithoutFigure),
        ];
        return tally.Alone.Count == 0 ? cells
            : [.. cells, MillionsText.Of(row.Least), MillionsText.Of(row.Most), .. tally.Alone.Select(alone => MillionsText.Of(alone.UsdOf(row.Key)))];
    }
}
