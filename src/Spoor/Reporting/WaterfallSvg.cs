using System.Globalization;
using Spoor.Attribution;

namespace Spoor.Reporting;

/// <summary>A waterfall as an SVG figure: bars to the right speak for, bars to the left against.</summary>
public static class WaterfallSvg
{
    private const int Width = 860;
    private const int Names = 320;
    private const int Plot = 440;
    private const int Row = 30;
    private const int Top = 70;
    private const int Bottom = 24;

    // What fits beside the bars and across the figure in the size of the letters; the description has the whole.
    private const int NameRoom = 44;
    private const int TitleRoom = 84;

    /// <summary>The whole figure; the same waterfall gives the same bytes.</summary>
    public static string Of(Waterfall waterfall) => SvgText.Of(Draw(waterfall));

    /// <summary>The figure as shapes, for a page.</summary>
    public static Drawing Draw(Waterfall waterfall)
    {
        var scale = WaterfallScale.Of(waterfall);
        int height = Top + (waterfall.Steps.Count * Row) + Bottom;
        var figure = new Drawing(Width, height, waterfall.Title, Description(waterfall));
        figure.Text("heading", 16, 26, "start", Written.Shortened(waterfall.Title, TitleRoom));
        figure.Text("faint", 16, 46, "start", "log10 odds: 0 is as likely as not, each step to the right is ten times the odds");
        Grid(figure, scale, height);
        for (int i = 0; i < waterfall.Steps.Count; i++)
        {
            Bar(figure, waterfall.Steps[i], Top + (i * Row), scale);
        }

        return figure;
    }

    private static void Grid(Drawing figure, WaterfallScale scale, int height)
    {
        for (int tick = scale.Least; tick <= scale.Most; tick++)
        {
            decimal x = At(scale, tick);
            figure.Line(tick == 0 ? "zero" : "grid", x, Top - 8, x, height - Bottom);
            figure.Text("faint", x, height - 8, "middle", tick.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Bar(Drawing figure, WaterfallStep step, int y, WaterfallScale scale)
    {
        decimal left = At(scale, Math.Min(step.From, step.To));
        decimal right = At(scale, Math.Max(step.From, step.To));
        string style = step.IsLevel ? "level" : step.Log10 >= 0 ? "up" : "down";
        figure.Text("ink", Names, y + 17, "end", Written.Shortened(step.Name, NameRoom));
        figure.Rectangle(style, left, y + 4, Math.Max(right - left, 1), Row - 10);
        figure.Text("faint", Width - 16, y + 17, "end", Written.WithSign(step.Log10));
    }

    private static decimal At(WaterfallScale scale, decimal log10) => Names + 16 + (scale.ShareOf(log10) * Plot);

    private static string Description(Waterfall waterfall) => string.Join(". ", waterfall.Steps.Select(step =>
        step.IsLevel ? $"{step.Name} ({Written.WithSign(step.To)})" : $"{step.Name}: {Written.WithSign(step.Log10)}, to {Written.WithSign(step.To)}")) + ".";
}
