using Spoor.Incidents.Losses;
using Spoor.Tests.Valuation;
using Spoor.Valuation;

namespace Spoor.Tests.Incidents.Losses;

public sealed class LossIntervalTests
{
    [Fact]
    public void Prices_suspicion_and_others_figures_each_widen_it()
    {
        var ten = UsdValueTests.CoinsOf("10");
        var estimate = LossCase.Valued(
            "r",
            new ValuedRow(LossCase.Row("theft", LossClass.Theft, ten), LossCase.Quote(5, 4, 7)),
            new ValuedRow(LossCase.Row("suspect", LossClass.Suspect, ten), LossCase.Quote(2, 1, 3)),
            LossCase.Row("stated", LossClass.Theft, null, stated: 100).At(null),
            LossCase.Row("open", LossClass.Theft, null).At(2),
            new ValuedRow(LossCase.Row("rescue", LossClass.InternalRescue, ten), LossCase.Quote(9, 9, 9)));

        var interval = LossInterval.Of(estimate);

        Assert.Equal((50, 10, 20, 30, 100, 1), (Whole(interval.Mark), Whole(interval.PriceDown), Whole(interval.PriceUp), Whole(interval.Suspect), Whole(interval.Stated), interval.Open));
        Assert.Equal((40, 200), (Whole(interval.Low), Whole(interval.High)));
    }

    [Fact]
    public void An_amount_without_a_price_near_enough_is_bounded_by_the_prices_around()
    {
        var gap = new PriceQuote { Quality = PriceQuality.U, Low = 3, High = 6, Missing = "far" };

        var interval = LossInterval.Of(LossCase.Valued("r", new ValuedRow(LossCase.Row("a", LossClass.Theft, UsdValueTests.CoinsOf("10")), gap)));

        Assert.Equal((0, 60, 0), (Whole(interval.Low), Whole(interval.High), interval.Open));
    }

    [Fact]
    public void A_row_without_a_value_is_listed_and_adds_nothing()
    {
        var estimate = LossCase.Valued("r", LossCase.Row("a", LossClass.Theft, UsdValueTests.CoinsOf("10")).At(null));

        Assert.Equal("a", Assert.Single(estimate.Unpriced).Row.Id);
        Assert.Null(estimate.Rows[0].Usd);
        Assert.Equal((0, 1, 1), (estimate.Coverage.Assets, estimate.Coverage.WithoutValue, estimate.Coverage.ChainsWithoutValue));
    }

    private static int Whole(UsdValue value) => (int)(value.Micros / 1_000_000);
}
