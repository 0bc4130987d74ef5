using Spoor.Detection.Baselines;

namespace Spoor.Tests.Detection.Baselines;

public sealed class StreamingMedianTests
{
    // The example of Jain and Chlamtac's paper, table I.
    private static readonly double[] Published =
    [
        0.02, 0.15, 0.74, 3.39, 0.83, 22.37, 10.15, 15.43, 38.62, 15.92,
        34.60, 10.28, 1.47, 0.40, 0.05, 11.39, 0.27, 0.42, 0.09, 11.37,
    ];

    public static TheoryData<string> Shapes => ["log-normal", "two kinds of payment", "heavy tail", "sorted", "drifting"];

    [Fact]
    public void The_published_example_ends_at_its_median()
    {
        var median = default(P2Median);
        foreach (double x in Published)
        {
            median.Add(x);
        }

        Assert.Equal(4.44, median.Value, 2);
    }

    [Fact]
    public void Up_to_five_values_the_markers_are_exact()
    {
        var median = default(P2Median);
        Assert.Equal(0, median.Value);

        double[] medians = [.. new double[] { 7, 1, 4, 2, 9 }.Select(x =>
        {
            median.Add(x);
            return median.Value;
        })];

        Assert.Equal([7, 4, 4, 3, 4], medians);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_histogram_is_right_to_its_bin_whatever_the_shape_and_order(string shape)
    {
        double[] values = Sample(shape);
        var histogram = new LogHistogram();
        foreach (double x in values)
        {
            histogram.Add(x);
        }

        double median = RobustScore.Median([.. values]);

        Assert.Equal(median, histogram.Median, LogHistogram.BinWidth);
        Assert.Equal(RobustScore.Deviation([.. values], median), histogram.Deviation, 2 * LogHistogram.BinWidth);
    }

    // What was measured, and why the overall median is not left to the five markers: they follow neither order nor gaps.
    [Theory]
    [InlineData("log-normal", 0.01)]
    [InlineData("two kinds of payment", 0.25)]
    [InlineData("heavy tail", 0.01)]
    [InlineData("drifting", 0.35)]
    public void The_five_markers_are_right_to_what_was_measured(string shape, double error)
    {
        double[] values = Sample(shape);
        var median = default(P2Median);
        foreach (double x in values)
        {
            median.Add(x);
        }

        double off = Math.Abs(RobustScore.Median([.. values]) - median.Value);
        Assert.InRange(off, 0, error);
    }

    [Fact]
    public void Old_values_fade_from_the_histogram()
    {
        var histogram = new LogHistogram();
        for (int i = 0; i < 300_000; i++)
        {
            histogram.Add(i < 100_000 ? 2 : 5);
        }

        Assert.InRange(histogram.Count, 32_767, 65_535);
        Assert.Equal(5, histogram.Median, LogHistogram.BinWidth);
    }

    [Fact]
    public void Values_above_an_edge_are_those_of_its_share()
    {
        var histogram = new LogHistogram();
        foreach (double x in Sample("log-normal"))
        {
            histogram.Add(x);
        }

        double edge = histogram.UpperEdge(20, 1_000);
        double[] above = new double[1_000];
        int count = histogram.Above(edge, above);

        Assert.InRange(count, 150, 200);
        Assert.All(above[..count], x => Assert.True(x > edge));
        Assert.True(histogram.Largest >= above[0]);
    }

    internal static double[] Sample(string shape)
    {
        var draws = new Draws(20_260_412);
        double[] values = draws.Many(10_000, draw => Math.Max(0, shape switch
        {
            "log-normal" or "sorted" => draw.Normal(3, 0.7),
            "two kinds of payment" => draw.Uniform() < 0.52 ? draw.Normal(2, 0.2) : draw.Normal(5, 0.2),
            "heavy tail" => 1 + draw.Pareto(0.3, 0.4),
            _ => draw.Normal(3, 0.3),
        }));
        if (shape == "sorted")
        {
            Array.Sort(values);
        }

        return shape == "drifting" ? [.. values.Select((x, i) => x + (i / 10_000.0))] : values;
    }
}
