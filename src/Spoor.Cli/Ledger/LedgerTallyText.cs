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
        string[] key = [tally.Request.By.ToString(), ">$M", ">USD", ">Incidents", ">No figure"];
        bool isSpread = tally.Sources.Count > 1;
        terminal.Table(isSpread ? [.. key, ">Lowest $M", ">Highest $M"] : key, tally.Rows.Append(tally.Total).Select(row => CellsOf(row, isSpread)));
        terminal.Line();
        terminal.Heading("Scope");
        foreach (string sentence in TallyScope.Of(tally))
        {
            terminal.Sentence(sentence);
        }
    }

    private static string[] CellsOf(TallyRow row, bool isSpread)
    {
        string[] cells =
        [
            row.Key, MillionsText.Of(row.Usd), row.Usd.ToString("N0", CultureInfo.InvariantCulture), Counted.Of(row.Incidents), Counted.Of(row.WithoutFigure),
        ];
        return isSpread ? [.. cells, MillionsText.Of(row.Least), MillionsText.Of(row.Most)] : cells;
    }
}
