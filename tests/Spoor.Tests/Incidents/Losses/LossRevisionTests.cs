using Spoor.Incidents.Losses;
using Spoor.Tests.Valuation;
using Spoor.Valuation;

namespace Spoor.Tests.Incidents.Losses;

/// <summary>The order of substitution, by hand: coverage, amount, price, class.</summary>
public sealed class LossRevisionTests
{
    [Fact]
    public void Amount_and_price_that_change_at_once_are_split_amount_first()
    {
        var row = Between(Row(LossClass.Theft, "10").At(2), Row(LossClass.Theft, "30").At(5));

        Assert.Equal((40, 90, 0, 0), Dollars(row));
        Assert.Equal([RevisionReason.AmountCorrected, RevisionReason.Repriced], RevisionReasons.Of(row));
    }

    [Fact]
    public void What_becomes_theft_counts_whole_as_a_change_of_class()
    {
        var row = Between(Row(LossClass.Suspect, "10").At(2), Row(LossClass.Theft, "30").At(5));

        Assert.Equal((0, 0, 150, 0), Dollars(row));
    }

    [Fact]
    public void What_turns_out_a_rescue_goes_out_at_its_new_value()
    {
        var row = Between(Row(LossClass.Theft, "10").At(2), Row(LossClass.InternalRescue, "30").At(5));

        Assert.Equal((40, 90, -150, 0), Dollars(row));
    }

    [Theory]
    [InlineData(null, 5, 0, 50)]
    [InlineData(5, null, 0, -50)]
    [InlineData(null, null, 0, 0)]
    public void A_price_found_or_lost_is_a_change_of_price(int? before, int? after, int amount, int price)
    {
        var row = Between(Row(LossClass.Theft, "10").At(before), Row(LossClass.Theft, "10").At(after));

        Assert.Equal((amount, price, 0, 0), Dollars(row));
    }

    [Fact]
    public void An_amount_learned_counts_at_the_old_price_first()
    {
        var row = Between(LossCase.Row("a", LossClass.Theft, null).At(2), Row(LossClass.Theft, "10").At(5));

        Assert.Equal((20, 30, 0, 0), Dollars(row));
        Assert.Contains(RevisionReason.AmountLearned, RevisionReasons.Of(row));
    }

    [Fact]
    public void An_amount_learned_where_there_was_no_price_counts_as_price()
    {
        var row = Between(LossCase.Row("a", LossClass.Theft, null).At(null), Row(LossClass.Theft, "10").At(5));

        Assert.Equal((0, 50, 0, 0), Dollars(row));
    }

    [Fact]
    public void A_row_that_comes_or_goes_is_coverage()
    {
        var revision = LossRevision.Between(
            LossCase.Valued("r1", Row(LossClass.Theft, "10").At(2)), LossCase.Valued("r2", LossCase.Row("b", LossClass.Theft, UsdValueTests.CoinsOf("3")).At(5)), LossMeasure.Gross);

        Assert.Equal([(0, 0, 0, -20), (0, 0, 0, 15)], revision.Rows.Select(Dollars));
    }

    [Fact]
    public void An_added_row_says_whether_it_brings_a_chain_or_an_asset()
    {
        var from = LossCase.Valued("r1", Row(LossClass.Theft, "10").At(2));
        var to = LossCase.Valued(
            "r2", Row(LossClass.Theft, "10").At(2), LossCase.Row("b", LossClass.Theft, null, "kadena").At(null), LossCase.Row("c", LossClass.Theft, null, asset: "BBB").At(null));

        var reasons = LossRevision.Between(from, to, LossMeasure.Gross).Rows.Select(row => RevisionReasons.Of(row, from));

        Assert.Equal([[], [RevisionReason.ChainAdded], [RevisionReason.AssetAdded]], reasons);
    }

    private static RowRevision Between(ValuedRow before, ValuedRow after) =>
        Assert.Single(LossRevision.Between(LossCase.Valued("r1", before), LossCase.Valued("r2", after), LossMeasure.Gross).Rows);

    private static LossRow Row(LossClass one, string coins) => LossCase.Row("a", one, UsdValueTests.CoinsOf(coins));

    private static (int Amount, int Price, int Class, int Coverage) Dollars(RowRevision row) =>
        (Whole(row.Amount), Whole(row.Price), Whole(row.Class), Whole(row.Coverage));

    private static int Whole(UsdValue value) => (int)(value.Micros / 1_000_000);
}
