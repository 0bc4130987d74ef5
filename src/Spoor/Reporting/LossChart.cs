using System.Globalization;
using Spoor.Incidents.Losses;
using Spoor.Valuation;

namespace Spoor.Reporting;

/// <summary>How the figure of a loss changed: our estimates as steps with their ranges, what others said as marks; millions of US dollars over days.</summary>
public static class LossChart
{
    private const int Width = 860;
    private const int Height = 340;
    private const int Left = 64;
    private const int Right = 48;
    private const int Top = 66;
    private const int Bottom = 46;
    private const int Lines = 5;
    private const int Micros = 1_000_000;

    /// <summary>Null where nothing has both a day and a figure.</summary>
    public static Drawing? Draw(LossReport report)
    {
        var ours = report.Estimates.Where(estimate => estimate.Known(LossMeasure.Gross) is not null)
            .Select(estimate => (At: estimate.Estimate.AsOf.Start, Range: LossInterval.Of(estimate), Name: estimate.Estimate.Id)).ToList();
        var said = report.Statements.Where(one => one.When is not null).Select(one => (At: one.When!.Value.Start, Usd: UsdValue.OfDollars(one.Usd))).ToList();
        if (ours.Count + said.Count == 0)
        {
            return null;
        }

        var figure = new Drawing(Width, Height, $"The loss of {report.Facts.Victim} as it was known over time", Description(report));
        var axes = Axes.Of([.. ours.Select(one => one.At), .. said.Select(one => one.At)], [.. ours.Select(one => one.Range.High), .. said.Select(one => one.Usd)]);
        figure.Text("heading", 16, 24, "start", "Loss, millions of US dollars");
        figure.Text("faint", 16, 44, "start", "Steps: our estimates, gross; bands: least to most. Diamonds: what others stated. Days in UTC.");
        Grid(figure, axes);
        Ours(figure, axes, ours);
        said.ForEach(one => Mark(figure, axes.X(one.At), axes.Y(one.Usd)));
        return figure;
    }

    private static void Grid(Drawing figure, Axes axes)
    {
        for (int line = 0; line <= Lines; line++)
        {
            decimal value = axes.Most * line / Lines;
            figure.Line("grid", Left, axes.Y(value), Width - Right, axes.Y(value));
            figure.Text("faint", Left - 8, axes.Y(value) + 4, "end", value.ToString(axes.Most < Lines ? "0.0" : "0", CultureInfo.InvariantCulture));
        }

        foreach (var day in axes.Days)
        {
            figure.Line("grid", axes.X(day), Top, axes.X(day), Height - Bottom);
            figure.Text("faint", axes.X(day), Height - Bottom + 20, "middle", day.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void Ours(Drawing figure, Axes axes, List<(DateTimeOffset At, LossInterval Range, string Name)> ours)
    {
        for (int i = 0; i < ours.Count; i++)
        {
            decimal from = axes.X(ours[i].At);
            decimal to = i + 1 < ours.Count ? axes.X(ours[i + 1].At) : Width - Right;
            decimal high = axes.Y(ours[i].Range.High);
            figure.Rectangle("range", from, high, Math.Max(to - from, 1), Math.Max(axes.Y(ours[i].Range.Low) - high, 1));
            decimal mark = axes.Y(ours[i].Range.Mark);
            figure.Rectangle("level", from, mark - 1, Math.Max(to - from, 2), 3);
            if (i > 0)
            {
                decimal before = axes.Y(ours[i - 1].Range.Mark);
                figure.Rectangle("level", from - 1, Math.Min(before, mark), 2, Math.Abs(before - mark));
            }
        }
    }

    private static void Mark(Drawing figure, decimal x, decimal y) => figure.Polygon("told", (x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y));

    private static string Description(LossReport report)
    {
        var ours = report.Estimates.Where(estimate => estimate.Known(LossMeasure.Gross) is not null)
            .Select(estimate => $"{estimate.Estimate.AsOf.DayAlone}: {DollarText.Millions(estimate.Known(LossMeasure.Gross)!.Value)} million by estimate {estimate.Estimate.Id}");
        var said = report.Statements.Where(one => one.When is not null).Select(one => $"{one.When!.Value.DayAlone}: {DollarText.Millions(UsdValue.OfDollars(one.Usd))} million, said {one.Who}");
        return $"{string.Join("; ", ours.Concat(said))}.";
    }

    private static decimal Millions(UsdValue value) => (decimal)value.Micros / Micros / Micros;

    // From the first day to the last, and from nothing to a round number above the highest.
    private sealed record Axes(DateTimeOffset From, DateTimeOffset Until, decimal Most)
    {
        private const int MostDays = 6;

        public IEnumerable<DateTimeOffset> Days
        {
            get
            {
                int all = (int)(Until - From).TotalDays;
                int step = Math.Max(1, (all + MostDays - 1) / MostDays);
                for (int day = 0; day <= all; day += step)
                {
                    yield return From.AddDays(day);
                }
            }
        }

        public static Axes Of(IReadOnlyList<DateTimeOffset> times, IReadOnlyList<UsdValue> values)
        {
            var from = new DateTimeOffset(times.Min().UtcDateTime.Date, TimeSpan.Zero);
            var until = new DateTimeOffset(times.Max().UtcDateTime.Date.AddDays(2), TimeSpan.Zero);
            return new(from, until, Round(values.Select(Millions).Max()));
        }

        public decimal X(DateTimeOffset at) => Left + ((Width - Left - Right) * ((at - From).Ticks / (decimal)(Until - From).Ticks));

        public decimal Y(UsdValue value) => Y(Millions(value));

        public decimal Y(decimal millions) => Height - Bottom - ((Height - Top - Bottom) * millions / Most);

        // 1, 2 or 5 with noughts, times the number of lines: what stands at each line is then a plain number.
        private static decimal Round(decimal most)
        {
            decimal step = 0.01m;
            while (step * Lines < most)
            {
                step *= step.ToString(CultureInfo.InvariantCulture).Contains('2', StringComparison.Ordinal) ? 2.5m : 2m;
            }

            return step * Lines;
        }
    }
}
