using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Tracing.Bridges;

namespace Spoor.Cli.Bridges;

/// <summary>A matching as text: the shares by method first, then what was allowed.</summary>
internal static class BridgeMatchText
{
    public static void Write(Terminal terminal, BridgeMatchReport report)
    {
        int deposits = report.Matches.Deposits.Count;
        terminal.Heading($"{Counted.Of(report.Matched)} of {Counted.Of(deposits, "deposit", "deposits")} matched ({Share(report.Matched, deposits)}), "
            + $"{Counted.Of(report.Ambiguous)} ambiguous, {Counted.Of(report.Unmatched)} unmatched.");
        terminal.Line();
        terminal.Table(
            ["method", ">matched", ">by exclusion", ">ambiguous", .. report.HasTruth ? TruthColumns : []],
            report.Methods.Select(method => (IReadOnlyList<string>)[Name(method.Method), .. Counts(method, deposits, report.HasTruth)]));
        terminal.Line();
        int matched = report.Matched;
        terminal.Prose($"Of {Counted.Of(report.Payouts, "payout", "payouts")}, {Counted.Of(matched)} ({Share(matched, report.Payouts)}) are matched; "
            + $"{Counted.Of(report.Matches.Unclaimed.Count)} fit no deposit.");
        if (report.HasTruth)
        {
            int wrong = report.Methods.Sum(method => method.Wrong);
            terminal.Prose($"By the pairs given, {Counted.Of(wrong)} ({Share(wrong, deposits)} of the deposits) are matched wrongly, and "
                + $"{Counted.Of(report.Missed)} of the unmatched ({Share(report.Missed, deposits)}) have a payout there.");
        }

        terminal.Prose(Allowed(report.Windows));
    }

    public static string Name(BridgeMethod method) => method switch
    {
        BridgeMethod.Id => "id",
        BridgeMethod.Fields => "fields",
        BridgeMethod.Search => "search",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A method without a name."),
    };

    private static string[] TruthColumns => [">right", ">wrong", ">first right", ">kept right"];

    private static IEnumerable<string> Counts(BridgeMethodScore method, int deposits, bool hasTruth) =>
    [
        With(method.Matched, deposits), Counted.Of(method.ByExclusion), With(method.Ambiguous, deposits),
        .. hasTruth ? [With(method.Right, deposits), With(method.Wrong, deposits), Counted.Of(method.FirstIsRight), Counted.Of(method.KeptIsRight)] : Array.Empty<string>(),
    ];

    private static string Allowed(BridgeWindows windows)
    {
        string fields = windows.Fields ? $"stated fields within {Seconds(windows.FieldWindow)}" : "stated fields were not compared";
        string ids = windows.Ids ? "Equal ids join; " : "Ids were not read; ";
        string fee = string.Create(CultureInfo.InvariantCulture, $"{windows.MaxFeePpm / 10_000m:0.####}");
        return $"{ids}{fields}; else recipient, at most {fee} % less, within {Seconds(windows.SearchWindow)} ({Seconds(windows.PolygonSearchWindow)} on Polygon). Nothing was widened.";
    }

    private static string With(int count, int of) => $"{Counted.Of(count)} ({Share(count, of)})";

    private static string Seconds(TimeSpan window) => $"{Counted.Of((long)window.TotalSeconds)} s";

    // Cut, never rounded up: 100.00 % is all.
    private static string Share(int count, int of) =>
        of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Math.Truncate(10_000m * count / of) / 100m:0.00} %");
}
