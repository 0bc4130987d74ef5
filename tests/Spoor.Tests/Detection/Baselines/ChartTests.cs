using Spoor.Detection.Baselines;

namespace Spoor.Tests.Detection.Baselines;

public sealed class ChartTests
{
    [Fact]
    public void The_average_passes_its_limit_at_the_fourth_value()
    {
        var chart = EwmaChart.At(13.5);
        (double Average, double Limit, bool Alarms)[] course = [.. new double[] { 14, 15, 13, 30, 31 }.Select(x =>
        {
            chart.Step(x);
            return (chart.Average, chart.Limit(13.5, 1.7), chart.Alarms(13.5, 1.7));
        })];

        Assert.Equal([13.6, 13.88, 13.704, 16.9632], course[..4].Select(step => Math.Round(step.Average, 4)));
        Assert.Equal(15.0509, course[3].Limit, 4);
        Assert.Equal([false, false, false, true, true], course.Select(step => step.Alarms));
    }

    [Fact]
    public void The_sum_of_excess_passes_its_limit_at_the_sixth_value()
    {
        var chart = default(CusumChart);
        (double Sum, bool Alarms)[] course = [.. new double[] { 14, 15, 13, 18, 19, 20 }.Select(x =>
        {
            chart.Step(x, 13.5, 1.7);
            return (chart.Sum, chart.Alarms);
        })];

        Assert.Equal([0, 0.3824, 0, 2.1471, 4.8824, 8.2059], course.Select(step => Math.Round(step.Sum, 4)));
        Assert.Equal([false, false, false, false, false, true], course.Select(step => step.Alarms));
    }

    [Fact]
    public void A_sum_of_excess_calms_down_again_after_a_wild_value()
    {
        var chart = default(CusumChart);
        chart.Step(1_000_000, 13.5, 1.7);
        for (int i = 0; i < 10; i++)
        {
            chart.Step(13.5, 13.5, 1.7);
        }

        Assert.False(chart.Alarms);
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_the_values()
    {
        var usual = default(UsualSpread);
        foreach (double x in new double[] { 12, 15, 11, 14, 13, 12, 16, 13, 14, 20 })
        {
            usual.Add(x, 1_000, 0.1);
        }

        Assert.Equal(14, usual.Mean, 9);
        Assert.Equal(Math.Sqrt(6), usual.Deviation(0.1), 9);
    }

    [Fact]
    public void One_wild_value_moves_mean_and_deviation_by_little()
    {
        var draws = new Draws(1);
        var usual = default(UsualSpread);
        foreach (double x in draws.Many(500, draw => draw.Normal(10, 1)))
        {
            usual.Add(x, 1_440, 0.1);
        }

        usual.Add(1e9, 1_440, 0.1);

        Assert.Equal(10, usual.Mean, 0.2);
        Assert.Equal(1, usual.Deviation(0.1), 0.2);
    }
}
