using Spoor.Attribution;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Attribution;

/// <summary>A waterfall as bars of text.</summary>
internal static class WaterfallText
{
    private const int Columns = 48;

    // Beside the bars, on a line of 120 characters.
    private const int NameRoom = 52;

    public static void Write(Terminal terminal, Waterfall waterfall)
    {
        var scale = WaterfallScale.Of(waterfall);
        terminal.Table(
            ["step", ">log10", $"{Axis(scale)}"],
            waterfall.Steps.Select(step => new[] { Written.Shortened(step.Name, NameRoom), Written.WithSign(step.Log10), Bar(step, scale) }));
    }

    private static string Axis(WaterfallScale scale)
    {
        char[] axis = [.. Enumerable.Repeat(' ', Columns + 4)];
        for (int tick = scale.Least; tick <= scale.Most; tick++)
        {
            string number = tick.ToString(System.Globalization.CultureInfo.InvariantCulture);
            number.CopyTo(axis.AsSpan(At(scale, tick)));
        }

        return new string(axis).TrimEnd();
    }

    private static string Bar(WaterfallStep step, WaterfallScale scale)
    {
        int left = At(scale, Math.Min(step.From, step.To));
        int right = Math.Max(At(scale, Math.Max(step.From, step.To)), left + 1);
        char[] bar = [.. Enumerable.Repeat(' ', Columns + 1)];
        bar[At(scale, 0)] = '│';
        Array.Fill(bar, step.IsLevel ? '█' : step.Log10 < 0 ? '░' : '▓', left, right - left);
        return new string(bar).TrimEnd();
    }

    private static int At(WaterfallScale scale, decimal log10) => (int)Math.Round(scale.ShareOf(log10) * Columns, MidpointRounding.AwayFromZero);
}
