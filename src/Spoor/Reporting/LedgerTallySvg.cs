using System.Globalization;
using System.Text;
using Spoor.Incidents.Ledger;

namespace Spoor.Reporting;

/// <summary>A tally as a bar chart: one SVG file that needs nothing else, readable in light and dark and by a screen reader.</summary>
public static class LedgerTallySvg
{
    private const int Width = 760;
    private const int BarsFrom = 200;
    private const int BarsWide = 420;
    private const int RowHigh = 24;
    private const int Top = 64;
    private const int ScopeLetters = 112;

    public static void Write(LedgerTally tally, TextWriter output)
    {
        string title = TitleOf(tally);
        List<string> scope = [.. TallyScope.Of(tally).SelectMany(sentence => Wrapped(sentence, ScopeLetters))];
        int chartEnd = Top + (RowHigh * (tally.Rows.Count + 1));
        int height = chartEnd + 24 + (16 * scope.Count);
        var svg = new StringBuilder();
        svg.Append(Head(title, DescriptionOf(tally), height));
        AppendBars(svg, tally);
        for (int line = 0; line < scope.Count; line++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{chartEnd + 24 + (16 * line)}\" class=\"small\">{Escaped(scope[line])}</text>\n");
        }

        output.Write(svg.Append("</svg>\n").ToString());
    }

    private static string Head(string title, string description, int height) => string.Create(CultureInfo.InvariantCulture, $$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{height}}" width="{{Width}}" height="{{height}}" role="img" aria-labelledby="title desc">
        <title id="title">{{Escaped(title)}}</title>
        <desc id="desc">{{Escaped(description)}}</desc>
        <style>
        svg { background: #fff; font: 13px sans-serif; } text { fill: #1b1b1b; } rect { fill: #2a6f97; } .small { font-size: 11px; fill: #555; }
        @media (prefers-color-scheme: dark) { svg { background: #121212; } text { fill: #ececec; } rect { fill: #61a5c2; } .small { fill: #b5b5b5; } }
        </style>
        <text x="16" y="28" font-size="17">{{Escaped(title)}}</text>
        <text x="16" y="48" class="small">million US dollars; incidents in brackets</text>

        """).ReplaceLineEndings("\n");

    private static void AppendBars(StringBuilder svg, LedgerTally tally)
    {
        decimal most = tally.Rows.Select(row => row.Usd).Append(1m).Max();
        int y = Top;
        foreach (var row in tally.Rows.Append(tally.Total))
        {
            bool isTotal = ReferenceEquals(row, tally.Total);
            int length = isTotal ? 0 : (int)decimal.Round(row.Usd / most * BarsWide, MidpointRounding.AwayFromZero);
            string weight = isTotal ? " font-weight=\"bold\"" : "";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{BarsFrom - 8}\" y=\"{y + 15}\" text-anchor=\"end\"{weight}>{Escaped(Short(row.Key))}</text>\n");
            if (length > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{BarsFrom}\" y=\"{y + 3}\" width=\"{length}\" height=\"{RowHigh - 8}\"/>\n");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{BarsFrom + length + 6}\" y=\"{y + 15}\"{weight}>{MillionsText.Of(row.Usd)} ({row.Incidents})</text>\n");
            y += RowHigh;
        }
    }

    private static string TitleOf(LedgerTally tally) =>
        $"Losses {tally.Request.Period.First:yyyy-MM-dd} to {tally.Request.Period.Last:yyyy-MM-dd} by {tally.Request.By.ToString().ToLowerInvariant()}: {string.Join(", ", tally.Sources.Select(source => source.Source))}";

    private static string DescriptionOf(LedgerTally tally) =>
        string.Join("; ", tally.Rows.Append(tally.Total).Select(row => $"{row.Key} {MillionsText.Of(row.Usd)} million"));

    private static string Short(string key) => key.Length > 28 ? key[..27] + "…" : key;

    private static IEnumerable<string> Wrapped(string text, int letters)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= letters)
            {
                yield return line.ToString();
                line.Clear().Append("    ");
            }

            line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
