using System.Globalization;
using Spoor.Tracing.Evaluation;

namespace Spoor.Reporting;

/// <summary>Precision against recall over the thresholds of relevance, one curve a case and one for their mean.</summary>
public static class RelevanceSvg
{
    private const int Left = 60;
    private const int Top = 50;
    private const int Side = 400;
    private const int Width = 720;
    private const int Height = 510;

    // Recall is drawn from one half on: what finds less is no trace.
    private const decimal LeastRecall = 0.5m;

    public static string Of(RelevanceReport report)
    {
        var svg = new Drawing(Width, Height, "Precision against recall of relevance", Description(report));
        svg.Text("heading", Left, 24, "start", "Addresses: precision against recall, by threshold");
        WriteAxes(svg);
        string[] styles = ["up", "down", "level"];
        int cases = report.Ceilings.Count;
        for (int i = 0; i < cases; i++)
        {
            WriteCurve(svg, styles[i % styles.Length], 3, [.. report.Curve.Select(point => (point.Scores[i].AddressRecall!.Value.Rounded, point.Scores[i].Precision!.Value.Rounded))]);
            WriteKey(svg, styles[i % styles.Length], i, report.Ceilings[i].Known.Case);
        }

        WriteCurve(svg, "ink", 5, [.. report.Curve.Select(point => (CurveMean.Of(point.Scores, score => score.AddressRecall), CurveMean.Of(point.Scores, score => score.Precision)))]);
        WriteKey(svg, "ink", cases, "mean");
        var used = report.Curve.MinBy(point => Math.Abs(point.Threshold - report.Learned.Threshold))!;
        svg.Text("faint", Left + Side + 20, Top + 20 + ((cases + 1) * 22), "start", string.Create(CultureInfo.InvariantCulture, $"used: {used.Threshold} decibans"));
        return SvgText.Of(svg);
    }

    private static string Description(RelevanceReport report)
    {
        var used = report.Curve.MinBy(point => Math.Abs(point.Threshold - report.Learned.Threshold))!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Mean over {used.Scores.Count} cases at the threshold used, {used.Threshold} decibans: recall {CurveMean.Of(used.Scores, score => score.AddressRecall):0.0000}, precision {CurveMean.Of(used.Scores, score => score.Precision):0.0000}.");
    }

    private static void WriteAxes(Drawing svg)
    {
        for (int tenth = 0; tenth <= 10; tenth += 2)
        {
            decimal y = Top + Side - (Side * tenth / 10m);
            svg.Line("grid", Left, y, Left + Side, y);
            svg.Text("faint", Left - 8, y + 4, "end", (tenth / 10m).ToString("0.0", CultureInfo.InvariantCulture));
            decimal x = Left + (Side * tenth / 10m);
            svg.Line("grid", x, Top, x, Top + Side);
            svg.Text("faint", x, Top + Side + 20, "middle", (LeastRecall + (tenth / 20m)).ToString("0.0", CultureInfo.InvariantCulture));
        }

        svg.Text("faint", Left + (Side / 2), Top + Side + 44, "middle", "recall of addresses");
        svg.Text("faint", Left - 8, Top - 10, "start", "precision");
    }

    private static void WriteCurve(Drawing svg, string style, int size, IReadOnlyList<(decimal Recall, decimal Precision)> points)
    {
        foreach (var (recall, precision) in points.Where(point => point.Recall >= LeastRecall).Distinct())
        {
            decimal x = Left + (Side * (recall - LeastRecall) / (1 - LeastRecall));
            decimal y = Top + Side - (Side * precision);
            svg.Rectangle(style, x - (size / 2m), y - (size / 2m), size, size);
        }
    }

    private static void WriteKey(Drawing svg, string style, int row, string name)
    {
        int y = Top + 20 + (row * 22);
        svg.Rectangle(style, Left + Side + 20, y - 8, 8, 8);
        svg.Text("ink", Left + Side + 36, y, "start", name);
    }
}
