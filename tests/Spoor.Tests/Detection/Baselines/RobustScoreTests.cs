using Spoor.Detection.Baselines;

namespace Spoor.Tests.Detection.Baselines;

public sealed class RobustScoreTests
{
    [Fact]
    public void Forty_among_ten_values_lies_twelve_deviations_off()
    {
        double[] values = [12, 15, 11, 14, 13, 40, 12, 16, 13, 14];

        double median = RobustScore.Median([.. values]);
        double deviation = RobustScore.Deviation([.. values], median);

        Assert.Equal(13.5, median);
        Assert.Equal(1.5, deviation);
        Assert.Equal(11.916, RobustScore.Z(40, median, deviation), 3);
    }

    [Fact]
    public void A_bin_weighs_as_much_as_the_whole_when_it_has_seen_twenty()
    {
        Assert.Equal(3, RobustScore.Shrunk(5, 0, 3));
        Assert.Equal(4, RobustScore.Shrunk(5, 20, 3));
        Assert.Equal(4.96, RobustScore.Shrunk(5, 980, 3), 12);
    }
}
