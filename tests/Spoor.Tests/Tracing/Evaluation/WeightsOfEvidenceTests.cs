using Spoor.Tracing.Evaluation;
using Spoor.Tracing.Relevance;

namespace Spoor.Tests.Tracing.Evaluation;

public sealed class WeightsOfEvidenceTests
{
    // Good (1950): odds of 10 are 10 decibans, of 2 three, of 5/4 one.
    [Theory]
    [InlineData(10, 1, 10)]
    [InlineData(2, 1, 3)]
    [InlineData(5, 4, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 2, -3)]
    [InlineData(1, 1000, -30)]
    public void Ratios_are_weighed_in_decibans(int part, int whole, int decibans) =>
        Assert.Equal(decibans, WeightsOfEvidence.Decibans(part, whole));

    [Fact]
    public void A_level_that_laundering_shows_more_often_speaks_for_it_and_one_never_seen_is_not_impossible()
    {
        List<RelevanceSample> samples =
        [
            .. Enumerable.Repeat(new RelevanceSample(true, new PaymentTraits(0, 0, 0)), 9),
            .. Enumerable.Repeat(new RelevanceSample(false, new PaymentTraits(5, 0, 0)), 9),
        ];

        var weights = WeightsOfEvidence.Learn(samples);

        Assert.Equal([13, 0, 0, 0, 0, -13], weights.PassedOn);
        Assert.All(weights.Matching.Concat(weights.Share), weight => Assert.Equal(0, weight));
    }
}
