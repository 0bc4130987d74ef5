using Spoor.Incidents.Losses;

namespace Spoor.Tests.Incidents.Losses;

public sealed class LossHistoryTests
{
    [Fact]
    public void A_row_that_silently_disappears_is_a_fault()
    {
        var fault = Assert.Single(History(Estimate("r1", "2023-09-12", "a", "b"), Estimate("r2", "2023-09-13", "a")).Faults);

        Assert.Equal(new LossFault("r1", "b", "the row again in estimate r2, or a retraction of it there"), fault);
    }

    [Fact]
    public void A_row_that_is_taken_back_is_none() =>
        Assert.Empty(History(Estimate("r1", "2023-09-12", "a", "b"), Estimate("r2", "2023-09-13", "a") with { Retractions = [new("b", "s", "n")] }).Faults);

    [Fact]
    public void What_was_not_there_cannot_be_taken_back()
    {
        var history = History(Estimate("r1", "2023-09-12", "a"), Estimate("r2", "2023-09-13", "a") with { Retractions = [new("b", "s", "n")] });

        Assert.Equal("b", Assert.Single(history.Faults).Row);
        Assert.Single(History(Estimate("r1", "2023-09-12", "a") with { Retractions = [new("b", "s", "n")] }).Faults);
    }

    [Fact]
    public void A_row_keeps_its_asset()
    {
        var other = Estimate("r2", "2023-09-13") with { Rows = [LossCase.Row("a", LossClass.Theft, null, asset: "BBB")] };

        Assert.Single(History(Estimate("r1", "2023-09-12", "a"), other).Faults);
    }

    [Fact]
    public void One_movement_counts_once_in_an_estimate()
    {
        var row = LossCase.Row("a", LossClass.Theft, null) with { Tx = "0x1", Index = "0" };
        var estimate = Estimate("r1", "2023-09-12") with { Rows = [row, row with { Id = "b" }] };

        Assert.Equal("b", Assert.Single(History(estimate).Faults).Row);
        Assert.Empty(History(estimate with { Rows = [row, row with { Id = "b", Index = "1" }] }).Faults);
    }

    [Fact]
    public void Estimates_stand_in_order_of_time_and_later_ones_can_be_left_out()
    {
        var history = History(Estimate("r2", "2023-09-13", "a"), Estimate("r1", "2023-09-12T14:21Z", "a"));

        Assert.Equal(["r1", "r2"], history.Estimates.Select(estimate => estimate.Id));
        Assert.Equal(["r1"], history.AsOf(new(2023, 9, 12)).Estimates.Select(estimate => estimate.Id));
    }

    [Fact]
    public void No_more_comes_back_than_was_stolen_of_the_asset()
    {
        LossRow[] rows = [Row("a", LossClass.Theft, 10), Row("b", LossClass.Returned, 6), Row("c", LossClass.Frozen, 4)];

        Assert.Empty(History(LossCase.Estimate("r1", "2023-09-12", rows)).Faults);
        Assert.Equal(
            new LossFault("r1", "d", "frozen, seized and returned together not above the 10 of eip155:1/AAA stolen; what was exchanged counts as the asset it was stolen as", "amount"),
            Assert.Single(History(LossCase.Estimate("r1", "2023-09-12", [.. rows, Row("d", LossClass.Seized, 1)])).Faults));
        Assert.Empty(History(LossCase.Estimate("r1", "2023-09-12", [.. rows, Row("d", LossClass.Seized, 1), Row("e", LossClass.Theft, null)])).Faults);
        Assert.Single(History(LossCase.Estimate("r1", "2023-09-12", Row("b", LossClass.Returned, 1))).Faults);
    }

    [Theory]
    [InlineData(LossClass.Frozen)]
    [InlineData(LossClass.Seized)]
    [InlineData(LossClass.Returned)]
    public void A_theft_stays_one_beside_what_became_of_it(LossClass part)
    {
        var before = LossCase.Estimate("r1", "2023-09-12", Row("a", LossClass.Theft, 10), Row("b", LossClass.Theft, 1));
        var instead = LossCase.Estimate("r2", "2023-09-13", Row("a", LossClass.Theft, 10), Row("b", part, 1));
        var beside = LossCase.Estimate("r2", "2023-09-13", Row("a", LossClass.Theft, 10), Row("b", LossClass.Theft, 1), Row("c", part, 1));

        var fault = Assert.Single(History(before, instead).Faults);
        Assert.Equal(("b", "class"), (fault.Row, fault.Column));
        Assert.Empty(History(before, beside).Faults);
    }

    [Fact]
    public void No_row_is_later_than_its_estimate()
    {
        var row = Row("a", LossClass.Theft, 1);

        Assert.Empty(History(LossCase.Estimate("r1", "2023-09-12T10:00Z", row)).Faults);
        Assert.Equal("time", Assert.Single(History(LossCase.Estimate("r1", "2023-09-11", row)).Faults).Column);
        Assert.Single(History(LossCase.Estimate("r1", "2023-09-12T10:00Z", row with { Time = Spoor.Incidents.StatedTime.Parse("2023-09-12T10:01Z") })).Faults);
    }

    private static LossRow Row(string id, LossClass one, int? coins) => LossCase.Row(id, one, coins is { } known ? Spoor.Valuation.Coins.Of(known) : null);

    private static LossHistory History(params LossEstimate[] estimates) => new(estimates);

    private static LossEstimate Estimate(string id, string asOf, params string[] rows) =>
        LossCase.Estimate(id, asOf, [.. rows.Select(row => LossCase.Row(row, LossClass.Theft, null))]);
}
