using System.Globalization;
using System.Text;
using Spoor.Incidents.Ledger;

namespace Spoor.Reporting;

/// <summary>A tally as a bar chart with its scope below.</summary>
public static class LedgerTallySvg
{
    private const int Width = 860;
    private const int Names = 200;
    private const int Plot = 480;
    private const int Row = 24;
    private const int Top = 64;
    private const int ScopeRow = 18;
    private const int ScopeLetters = 112;

    /// <summary>The whole figure; the same tally gives the same bytes.</summary>
    public static string Of(LedgerTally tally)
    {
        string title = TitleOf(tally);
        List<string> scope = [.. TallyScope.Of(tally).SelectMany(Wrapped)];
        int chartEnd = Top + (Row * (tally.Rows.Count + 1));
        var figure = new Drawing(Width, chartEnd + 24 + (ScopeRow * scope.Count), title, DescriptionOf(tally));
        figure.Text("heading", 16, 26, "start", title);
        figure.Text("faint", 16, 46, "start", "million US dollars; incidents in brackets");
        Bars(figure, tally);
        for (int line = 0; line < scope.Count; line++)
        {
            figure.Text("faint", 16, chartEnd + 24 + (ScopeRow * line), "start", scope[line]);
        }

        return SvgText.Of(figure);
    }

    private static void Bars(Drawing figure, LedgerTally tally)
    {
        decimal most = tally.Rows.Select(row => row.Usd).Append(1m).Max();
        int y = Top;
        foreach (var row in tally.Rows)
        {
            decimal length = row.Usd / most * Plot;
            figure.Rectangle("level", Names, y + 3, length, Row - 8);
            Texts(figure, "ink", row, y, length);
            y += Row;
        }

        Texts(figure, "heading", tally.Total, y, 0);
    }

    private static void Texts(Drawing figure, string style, TallyRow row, int y, decimal length)
    {
        figure.Text(style, Names - 8, y + 15, "end", row.Key.Length > 28 ? row.Key[..27] + "…" : row.Key);
        figure.Text(style, Names + length + 6, y + 15, "start", string.Create(CultureInfo.InvariantCulture, $"{MillionsText.Of(row.Usd)} ({row.Incidents})"));
    }

    private static string TitleOf(LedgerTally tally) =>
        $"Losses {tally.Request.Period.First:yyyy-MM-dd} to {tally.Request.Period.Last:yyyy-MM-dd} by {tally.Request.By.ToString().ToLowerInvariant()}: {string.Join(", ", tally.Sources.Select(source => source.Source))}";

    private static string DescriptionOf(LedgerTally tally) =>
        string.Join("; ", tally.Rows.Append(tally.Total).Select(row => $"{row.Key} {MillionsText.Of(row.Usd)} million"));

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= ScopeLetters)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
