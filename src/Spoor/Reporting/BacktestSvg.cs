using System.Globalization;
using Spoor.Detection.Backtest;

namespace Spoor.Reporting;

/// <summary>What each threshold finds and costs, as an SVG figure: thefts found above, false alerts below.</summary>
public static class BacktestSvg
{
    private const int Width = 860;
    private const int Left = 96;
    private const int Right = 24;
    private const int Panel = 150;
    private const int TopOfFound = 84;
    private const int TopOfFalse = TopOfFound + Panel + 64;
    private const int Height = TopOfFalse + Panel + 48;

    public static string Of(BacktestReport report)
    {
        const string Title = "What each threshold of the score finds and costs";
        var figure = new Drawing(Width, Height, Title, Description(report));
        figure.Text("heading", 16, 26, "start", Title);
        figure.Text("faint", 16, 46, "start", string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Detector.Thefts} thefts, {report.Detector.WalletMonths} wallet-months; score in log-odds, hard rules speak at any"));
        Draw(figure, TopOfFound, "thefts alerted by the second transaction above the owner's floor", "up", report.Curve, point => point.Outcome.FoundByTheSecondThatCounts);
        Draw(figure, TopOfFalse, "false alerts", "down", report.Curve, point => point.Outcome.FalseAlerts);
        return SvgText.Of(figure);
    }

    private static void Draw(Drawing figure, int top, string name, string style, IReadOnlyList<ThresholdPoint> curve, Func<ThresholdPoint, int> count)
    {
        int most = Math.Max(1, curve.Select(count).DefaultIfEmpty().Max());
        figure.Text("ink", Left, top - 10, "start", name);
        figure.Line("grid", Left, top, Width - Right, top);
        figure.Line("zero", Left, top + Panel, Width - Right, top + Panel);
        figure.Text("faint", Left - 8, top + 5, "end", Text(most));
        figure.Text("faint", Left - 8, top + Panel + 5, "end", "0");
        for (int i = 0; i < curve.Count; i++)
        {
            decimal step = (Width - Left - Right) / (decimal)curve.Count;
            decimal x = Left + (i * step);
            decimal height = Panel * count(curve[i]) / (decimal)most;
            figure.Rectangle(style, x + 4, top + Panel - height, Math.Max(step - 8, 1), height);
            figure.Text("faint", x + (step / 2), top + Panel - height - 4, "middle", Text(count(curve[i])));
            figure.Text("faint", x + (step / 2), top + Panel + 18, "middle", (curve[i].Threshold / 1000m).ToString("0.0", CultureInfo.InvariantCulture));
        }
    }

    private static string Description(BacktestReport report) => string.Join(' ', report.Curve.Select(point => string.Create(
        CultureInfo.InvariantCulture,
        $"At {point.Threshold / 1000m:0.0}: {point.Outcome.FoundByTheSecondThatCounts} of {point.Outcome.Thefts} thefts, {point.Outcome.FalseAlerts} false alerts.")));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
