using Spoor.Detection.Backtest;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>The interval of a rate against the published table of Garwood (1936), as reprinted by the CDC for counts of events.</summary>
public sealed class PoissonBoundsTests
{
    [Theory]
    [InlineData(0, 0, 3_689)]
    [InlineData(1, 25, 5_572)]
    [InlineData(2, 242, 7_225)]
    [InlineData(5, 1_623, 11_668)]
    [InlineData(10, 4_795, 18_390)]
    [InlineData(50, 37_111, 65_919)]
    public void It_is_that_of_the_table(int events, long low, long high)
    {
        Assert.Equal(new(low, high), PoissonBounds.OfYear(events, 12));
    }

    [Fact]
    public void Twice_the_months_halve_it()
    {
        Assert.Equal(new(2_398, 9_195), PoissonBounds.OfYear(10, 24));
    }

    [Fact]
    public void Without_a_month_there_is_none()
    {
        Assert.Null(PoissonBounds.OfYear(3, 0));
    }
}
