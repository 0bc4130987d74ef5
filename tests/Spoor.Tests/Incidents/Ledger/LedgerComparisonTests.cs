using Spoor.Incidents.Ledger;
using Spoor.Reporting;
using static Spoor.Tests.Incidents.Ledger.LedgerRows;

namespace Spoor.Tests.Incidents.Ledger;

public sealed class LedgerComparisonTests
{
    [Fact]
    public void The_parts_of_a_difference_sum_to_it()
    {
        var ledger = Spoor.Workspace.Ledger.OpenedLedger.BuiltIn();
        var comparison = LedgerComparison.Of(ledger.Incidents([]), ledger.Figures, LedgerComparison.CertiK, LedgerPeriod.OfYear(2023));

        Assert.Equal(11, comparison.Periods.Count);
        Assert.All(comparison.Periods, gap => Assert.Equal(gap.Difference, gap.OtherFigures + gap.OnlyTheirs + gap.Residual));
        Assert.All(comparison.Periods.Where(gap => gap.Categories.Count > 0), gap => Assert.Equal(gap.Difference, gap.Categories.Sum(category => category.Difference) + gap.OutsideHeadings));
    }

    [Fact]
    public void August_2023_differs_from_CertiKs_by_what_it_names_and_what_it_does_not()
    {
        var ledger = Spoor.Workspace.Ledger.OpenedLedger.BuiltIn();
        var august = LedgerComparison.Of(ledger.Incidents(["rekt"]), ledger.Figures, LedgerComparison.CertiK, LedgerPeriod.OfYear(2023)).Periods.Single(gap => gap.Theirs.Period.Text == "2023-08");

        Assert.Equal((45_800_000m, 16_009_000m, -100_000m), (august.Theirs.Usd, august.Ours, august.OutsideHeadings));
        Assert.Equal(["Exactly Protocol +0.10", "PEPE withdrawal +13.2", "Zunami Protocol +0.10"], august.Named.Select(named => $"{named.Name} {MillionsText.WithSign(named.Difference)}"));
        Assert.Equal(["rekt:balancer-rekt", "rekt:rocketswap-rekt", "rekt:shibarium-bridge-rekt", "rekt:steadefi-rekt"], august.OnlyOurs.Select(incident => incident.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["rekt:bald-rekt"], august.DayBefore.Select(incident => incident.Id));
        Assert.Equal(("exit_scam", 26_000_000m, 0m), (august.Categories[2].Heading, august.Categories[2].Theirs, august.Categories[2].Ours));
    }

    [Fact]
    public void The_same_theft_is_worth_something_else_to_somebody_else()
    {
        var ledger = Spoor.Workspace.Ledger.OpenedLedger.BuiltIn();
        var september = LedgerComparison.Of(ledger.Incidents([]), ledger.Figures, LedgerComparison.CertiK, LedgerPeriod.OfYear(2023)).Periods.Single(gap => gap.Theirs.Period.Text == "2023-09");

        Assert.Equal(
            ["CoinEx -1.2 rekt:coinex-rekt", "Mixin 0.0 rekt:mixin-rekt", "Stake -0.60 rekt:stake-rekt"],
            september.Named.Select(named => $"{named.Name} {MillionsText.WithSign(named.Difference)} {named.Ours?.Id}"));
        Assert.Equal((332_000_000m, 306_500_000m, -1_800_000m, 0m, -100_000m), (september.Theirs.Usd, september.Ours, september.OtherFigures, september.OnlyTheirs, september.OutsideHeadings));
    }

    [Fact]
    public void A_year_to_date_is_beside_the_one_before_it_and_the_month_between()
    {
        var ledger = Spoor.Workspace.Ledger.OpenedLedger.BuiltIn();
        var toAugust = LedgerComparison.Of(ledger.Incidents([]), ledger.Figures, LedgerComparison.CertiK, LedgerPeriod.OfYear(2023)).Periods.Single(gap => gap.Theirs.Period.Text == "2023-01..2023-08");

        // 961 to July and 45.8 in August make 1,006.8; the headings 596 + 261 + 137 make 994.
        Assert.Equal((997_000_000m, -9_800_000m, 3_000_000m), (toAugust.Theirs.Usd, toAugust.Restated, toAugust.OutsideHeadings));
    }

    [Fact]
    public void A_figure_published_before_the_day_was_over_says_so()
    {
        LedgerEntry[] entries = [Entry("rekt", "Curve", "2023-07-30", 1m), Entry("rekt", "BALD", "2023-07-31", 2m)];
        Assert.True(LedgerPeriod.TryParse("2023-07", out var july));
        PublishedFigure total = new("CertiK", july, "total", 5m, "", "published 2023-07-31");

        var gap = Assert.Single(LedgerComparison.Of(LedgerMerge.Of(entries, []), [total], "CertiK", LedgerPeriod.OfYear(2023)).Periods);

        Assert.Equal(["rekt:2023-07-31-BALD"], gap.AfterCutOff.Select(incident => incident.Id));
    }

    [Fact]
    public void A_date_that_may_lie_outside_the_period_is_left_out_and_named()
    {
        IndustryLedger ledger = new([Entry("dprk", "Bithumb", "2017", 40m), Entry("dprk", "NiceHash", "2017-12-06", 62m), Entry("dprk", "Coinis", "2017-09-23", 2m)], [], []);

        var toSeptember = ledger.Tally("2017-01..2017-09", TallyBy.Month);
        var year = ledger.Tally("2017", TallyBy.Month);

        Assert.Equal(2m, toSeptember.Total.Usd);
        Assert.Equal(["dprk:2017-Bithumb"], toSeptember.Undatable.Select(incident => incident.Id));
        Assert.Equal((104m, 13, LedgerTally.NoMonth), (year.Total.Usd, year.Rows.Count, year.Rows[^1].Key));
        Assert.Contains(TallyScope.Of(year), sentence => sentence.Contains("the year alone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TallyBy.Month)]
    [InlineData(TallyBy.Category)]
    [InlineData(TallyBy.Actor)]
    [InlineData(TallyBy.Chain)]
    public void The_lines_of_a_tally_sum_to_its_total(TallyBy by)
    {
        var tally = Spoor.Workspace.Ledger.OpenedLedger.BuiltIn().Tally("2023", by);

        Assert.Equal(tally.Total.Usd, tally.Rows.Sum(row => row.Usd));
        Assert.Equal(tally.Total.Incidents, tally.Rows.Sum(row => row.Incidents));
        Assert.True(tally.Total.Least <= tally.Total.Usd && tally.Total.Usd <= tally.Total.Most);
    }
}
