using Spoor.Detection.Baselines;

namespace Spoor.Tests.Detection.Baselines;

public sealed class PeaksOverThresholdTests
{
    [Theory]
    [InlineData(1e-3, 294.194)]
    [InlineData(1e-4, 620.170)]
    [InlineData(1e-5, 1_270.577)]
    public void The_quantile_of_a_known_tail_is_its_formula(double risk, double expected) =>
        Assert.Equal(expected, new ParetoTail(0.3, 40).Quantile(risk, 100, 10_000, 200), 3);

    [Fact]
    public void A_tail_without_shape_is_exponential() =>
        Assert.Equal(
            new ParetoTail(1e-6, 40).Quantile(1e-5, 100, 10_000, 200), new ParetoTail(0, 40).Quantile(1e-5, 100, 10_000, 200), 1e-2);

    [Theory]
    [InlineData(-0.2, 0.5)]
    [InlineData(0, 0.3)]
    [InlineData(0.1, 1.0)]
    [InlineData(0.3, 40)]
    public void Shape_and_scale_of_a_thousand_draws_are_found_again(double shape, double scale)
    {
        var draws = new Draws(7);
        double[] shapes = new double[50];
        double[] scales = new double[50];
        for (int i = 0; i < shapes.Length; i++)
        {
            (shapes[i], scales[i]) = ParetoTail.Fit(draws.Many(1_000, draw => draw.Pareto(shape, scale)));
        }

        // The mean of fifty fits shows a bias, the worst of them the scatter.
        Assert.Equal(shape, shapes.Average(), 0.02);
        Assert.Equal(scale, scales.Average(), scale * 0.02);
        Assert.All(shapes, found => Assert.Equal(shape, found, 0.2));
        Assert.All(scales, found => Assert.Equal(scale, found, scale * 0.2));
    }

    [Fact]
    public void A_shape_of_few_peaks_is_hardly_believed_and_their_mean_is()
    {
        var few = new ParetoTail(0.4, 0.6).Believed(25, 100);
        var many = new ParetoTail(0.4, 0.6).Believed(1_000, 100);

        Assert.Equal(0.08, few.Shape, 12);
        Assert.Equal(1, few.Scale / (1 - few.Shape), 12);
        Assert.Equal(0.3636, many.Shape, 4);
    }

    // What was measured on 200 wallets; without drawing the shape to zero it is 150 in 100,000.
    [Fact]
    public void Of_a_wallet_that_just_became_known_few_payments_in_a_hundred_thousand_are_beyond_the_extreme()
    {
        var draws = new Draws(12);
        int beyond = 0;
        for (int wallet = 0; wallet < 200; wallet++)
        {
            var habit = new SizeHabit();
            for (int i = 0; i < SizeHabit.ExtremeFrom; i++)
            {
                habit.Learn(draws.Normal(3, 0.6), i);
            }

            for (int i = 0; i < 5_000; i++)
            {
                beyond += Logarithm.Dollars(draws.Normal(3, 0.6)) > habit.ExtremeDollars ? 1 : 0;
            }
        }

        Assert.InRange(beyond, 1, 60);
    }

    [Fact]
    public void Peaks_that_are_all_alike_have_an_end() =>
        Assert.Equal(5.5, ParetoTail.Fit([0.5, 0.5, 0.5, 0.5]).Quantile(1e-5, 5, 1_000, 20), 0.05);

    [Fact]
    public void The_extreme_of_a_long_stream_is_near_the_true_one()
    {
        var (peaks, draws) = Begun(3);
        for (int i = 0; i < 100_000; i++)
        {
            peaks.Learn(draws.Pareto(0, 0.3));
        }

        // -0.3 ln(1e-5)
        Assert.Equal(3.454, peaks.Extreme ?? 0, 0.6);
        Assert.Equal(PeaksOverThreshold.MostPeaks, peaks.Kept);
    }

    [Fact]
    public void What_is_extreme_is_not_learnt()
    {
        var (peaks, _) = Begun(4);
        var before = (peaks.Extreme, peaks.Tail, peaks.Kept);

        for (int i = 0; i < 100; i++)
        {
            Assert.False(peaks.Learn(50));
        }

        Assert.Equal(before, (peaks.Extreme, peaks.Tail, peaks.Kept));
        Assert.True(peaks.Learn(peaks.Extreme ?? 0));
    }

    private static (PeaksOverThreshold Peaks, Draws Draws) Begun(int seed)
    {
        var draws = new Draws(seed);
        double[] first = draws.Many(1_000, draw => draw.Pareto(0, 0.3));
        Array.Sort(first);
        var peaks = new PeaksOverThreshold();
        peaks.Begin(first[979], first.Length, first.AsSpan(980));
        return (peaks, draws);
    }
}
