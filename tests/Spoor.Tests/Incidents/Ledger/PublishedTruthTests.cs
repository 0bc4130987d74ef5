using Spoor.Chains.Files.Ledger;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;

namespace Spoor.Tests.Incidents.Ledger;

/// <summary>What is known of the real ledgers: the sums their upstreams were checked against.</summary>
public sealed class PublishedTruthTests
{
    private static readonly string[] Months2023 = ["0.66", "139.0", "210.4", "23.9", "18.9", "103.9", "294.3", "16.0", "306.5"];

    [Fact]
    public void The_months_of_the_rekt_leaderboard_are_as_published() =>
        Assert.Equal(Months2023, SharedLedger.Read().Tally("2023-01..2023-09", TallyBy.Month, "rekt").Rows.Select(row => MillionsText.Of(row.Usd)));

    [Fact]
    public void The_ledger_inside_the_program_gives_the_same_months()
    {
        var ledger = Spoor.Workspace.Ledger.OpenedLedger.BuiltIn();

        Assert.Equal(Months2023, ledger.Tally("2023-01..2023-09", TallyBy.Month, "rekt").Rows.Select(row => MillionsText.Of(row.Usd)));
        Assert.Equal(649_889_146m, ledger.Tally("2023", TallyBy.Actor, "dprk").Total.Usd);
    }

    [Theory]
    [InlineData("2023", 649_889_146)]
    [InlineData("2020", 306_933_000)]
    public void The_thefts_attributed_to_North_Korea_sum_as_published(string year, long usd)
    {
        var row = Assert.Single(SharedLedger.Read().Tally(year, TallyBy.Actor, "dprk").Rows);

        Assert.Equal(("DPRK (says dprk)", usd), (row.Key, row.Usd));
    }

    [Theory]
    [InlineData("2023", 649_889_146)]
    [InlineData("2020", 306_933_000)]
    public void Merging_with_other_ledgers_does_not_change_what_a_list_attributes(string year, long usd) =>
        Assert.Equal(usd, Assert.Single(SharedLedger.Read().Tally(year, TallyBy.Actor).Rows, row => row.Key == "DPRK (says dprk)").Usd);

    [Fact]
    public void A_merge_of_figures_far_apart_is_named_with_what_it_moves() =>
        Assert.Contains(
            TallyScope.Of(SharedLedger.Read().Tally("2020", TallyBy.Month)),
            sentence => sentence.Contains("rekt:epic-hack-homie counts 45,000,000, dprk:2020-09-26-kucoin would move it by +235,000,000", StringComparison.Ordinal));

    [Fact]
    public void A_figure_of_two_victims_counts_once_and_in_place_of_that_of_one()
    {
        var tally = SharedLedger.Read().Tally("2023", TallyBy.Month);

        Assert.Equal(97_000_000m, Assert.Single(tally.Incidents, incident => incident.Entries.Any(entry => entry.Victim.Contains("lphapo", StringComparison.OrdinalIgnoreCase))).Usd);
        Assert.Contains(
            TallyScope.Of(tally),
            sentence => sentence.Contains("dprk:2023-07-22-alphapo-coinspaid tells several victims in one figure: its 97,000,000 USD count in place of the 60,000,000 of rekt:alphapo-rekt", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_394_free_texts_286_say_dollars_and_the_others_are_counted_by_why_they_do_not()
    {
        var entries = SharedLedger.Read("defihacklabs_to_2023.csv").Entries;
        var byBasis = entries.CountBy(entry => entry.Basis).ToDictionary();

        Assert.Equal((394, 286), (entries.Count, entries.Count(entry => entry.Usd is not null)));
        Assert.Equal("~309k USDs (Stablecoin)", entries.Single(entry => entry.Victim.StartsWith("Spherax", StringComparison.Ordinal)).Stated);
        Assert.Equal(["-97285b69e8c7", "All funds returned", "sh"], entries.Where(entry => entry.Basis == LostBasis.Unreadable).Select(entry => entry.Stated).Order(StringComparer.Ordinal));
        Assert.Equal(108, byBasis[LostBasis.NotStated] + byBasis[LostBasis.OtherUnits] + byBasis[LostBasis.Unreadable]);
    }

    [Theory]
    [InlineData("rekt_leaderboard_to_2023.csv", 183)]
    [InlineData("dprk_attributed_thefts_2017_2023.csv", 73)]
    [InlineData("bridge_hacks_sok.csv", 33)]
    public void Every_row_of_a_ledger_is_an_entry(string file, int rows) => Assert.Equal(rows, SharedLedger.Read(file).Entries.Count);

    [Fact]
    public void Every_incident_of_the_chronicle_is_read_with_its_transactions()
    {
        string[] files = [.. Directory.GetFiles(SharedData.File("ledger/hack_chronicle"), "2*.json").Order(StringComparer.Ordinal)];
        var entries = files.Select(file => Assert.Single(LedgerFile.Read(file).Entries)).ToList();

        Assert.Equal(13, entries.Count);
        Assert.Equal(55_700_000m, entries[0].Usd);
        Assert.All(entries, entry => Assert.NotEmpty(entry.Transactions));
        Assert.Equal(9, entries.Single(entry => entry.Victim == "THORChain").Chains.Count);
    }

    [Fact]
    public void Only_the_first_century_is_mended() =>
        Assert.Equal(["rekt:sbf-mask-off"], SharedLedger.Read("rekt_leaderboard_to_2023.csv").Repaired.Select(entry => entry.Id));

    [Fact]
    public void The_thefts_several_ledgers_tell_are_one_incident_each()
    {
        string[] shapes = SharedLedger.Read().Incidents([]).Shape();

        Assert.Contains("rekt:stake-rekt+dprk:2023-09-04-stake-com", shapes);
        Assert.Contains("rekt:coinex-rekt+dprk:2023-09-12-coinex", shapes);
        Assert.Contains("rekt:mixin-rekt+sok:2023-09-23-mixin-network", shapes);
        Assert.Contains("rekt:heco-htx-rekt+sok:2023-11-22-heco-bridge+dprk:2023-11-22-htx-heco", shapes);
        Assert.Contains("rekt:ronin-rekt+sok:2022-03-01-ronin+dprk:2022-04-14-ronin-bridge+defihacklabs:2022-03-29-ronin-network", shapes);
        Assert.Contains("rekt:wintermute-rekt+defihacklabs:2022-06-08-optimism", shapes);
        Assert.Contains("rekt:multichain-rekt2+sok:2023-07-07-multichain", shapes);
        Assert.Contains("sok:2023-02-15-multichain", shapes);
    }
}
