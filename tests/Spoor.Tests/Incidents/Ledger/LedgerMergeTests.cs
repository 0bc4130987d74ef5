using Spoor.Incidents.Ledger;
using static Spoor.Tests.Incidents.Ledger.LedgerRows;

namespace Spoor.Tests.Incidents.Ledger;

public sealed class LedgerMergeTests
{
    [Theory]
    [InlineData("Stake", "Stake.com", NameLikeness.Same)]
    [InlineData("Euler Finance", "EulerFinance", NameLikeness.Same)]
    [InlineData("Midas Capital", "MidasCapitalXYZ", NameLikeness.Same)]
    [InlineData("Jimbo's Protocol", "Jimbo", NameLikeness.Same)]
    [InlineData("HECO Bridge, HTX", "HTX / Heco", NameLikeness.Same)]
    [InlineData("Multichain (Anyswap)", "Anyswap", NameLikeness.Same)]
    [InlineData("Stars Arena", "StarsArena", NameLikeness.Same)]
    [InlineData("Yearn", "Yearn YDai", NameLikeness.Part)]
    [InlineData("Conic Finance", "Conic Finance 02", NameLikeness.Part)]
    [InlineData("Mixin Network", "Poly Network", NameLikeness.None)]
    [InlineData("Deus DAO", "DEI", NameLikeness.None)]
    [InlineData("Bao", "BaoCommunity", NameLikeness.None)]
    public void Names_of_a_victim_are_alike_without_the_words_any_victim_bears(string one, string other, NameLikeness likeness)
    {
        Assert.Equal(likeness, VictimName.Of(one).Compare(VictimName.Of(other)));
        Assert.Equal(likeness, VictimName.Of(other).Compare(VictimName.Of(one)));
    }

    [Theory]
    [InlineData("Stake", "2023-09-04", 41.6, "Stake.com", "2023-09-04", 41.0, true)]
    [InlineData("Ronin Network", "2022-03-23", 624.0, "Ronin Bridge", "2022-04-14", 625.0, true)]
    [InlineData("Kucoin", "2020-09-29", 45.0, "Kucoin", "2020-09-26", 280.0, true)]
    [InlineData("Kucoin", "2020-09-29", 45.0, "Kucoin", "2020-09-20", 280.0, false)]
    [InlineData("Multichain", "2023-07-06", 126.3, "Multichain", "2023-02-15", 0.13, false)]
    [InlineData("Poly Network", "2021-07-03", 4.4, "Poly Network", "2021-08-10", 611.0, false)]
    [InlineData("Conic Finance", "2023-07-21", 4.2, "Conic Finance 02", "2023-07-22", 0.934, false)]
    [InlineData("AlphaPo", "2023-07-22", 60.0, "Alphapo + Coinspaid", "2023-07-22", 97.0, true)]
    [InlineData("AlphaPo", "2023-07-22", 97.0, "Alphapo and Coinspaid", "2023-07-22", 97.0, true)]
    [InlineData("Alphapo, Coinspaid", "2023-07-22", 60.0, "Alphapo / Coinspaid", "2023-07-22", 97.0, true)]
    [InlineData("Bithumb", "2017", 40.0, "Bithumb", "2017-07-01", 40.0, true)]
    [InlineData("Bithumb", "2017", 40.0, "Bithumb", "2017-07-01", 4.0, false)]
    public void Entries_of_two_ledgers_are_one_incident_by_victim_date_and_figure(string one, string day, double usd, string other, string otherDay, double otherUsd, bool merged)
    {
        LedgerEntry[] entries = [Entry("a", one, day, (decimal)usd), Entry("b", other, otherDay, (decimal)otherUsd)];

        Assert.Equal(merged ? 1 : 2, LedgerMerge.Of(entries, []).Count);
    }

    [Fact]
    public void A_transaction_that_both_name_settles_it_whatever_the_names_and_dates()
    {
        LedgerEntry[] entries = [Entry("rekt", "Wintermute", "2021-06-05", 27_600_000m, "0xaa"), Entry("defihacklabs", "Optimism", "2022-06-08", null, "0xaa")];

        var incident = Assert.Single(LedgerMerge.Of(entries, []));

        Assert.Equal("certain: both name transaction 0xaa; 368 days apart; one has no figure in dollars", Assert.Single(incident.Reasons).ToString());
    }

    [Fact]
    public void Of_two_entries_of_one_ledger_the_closer_one_is_merged()
    {
        LedgerEntry[] entries =
        [
            Entry("rekt", "Thorchain", "2021-07-23", 8_000_000m), Entry("sok", "far", "Thorchain", LedgerDate.Parse("2021-07-26"), 5_000_000m), Entry("sok", "near", "Thorchain", LedgerDate.Parse("2021-07-26"), 8_000_000m),
        ];

        Assert.Equal(["rekt:2021-07-23-Thorchain+sok:near", "sok:far"], LedgerMerge.Of(entries, []).Shape());
    }

    [Fact]
    public void A_merged_incident_takes_figure_and_date_of_the_preferred_ledger_that_has_one()
    {
        LedgerEntry[] entries = [Entry("defihacklabs", "Level", "2023-05-02", 1_000_000m), Entry("rekt", "Level Finance", "2023-05-01", null), Entry("zzz", "Level", "2023-05-01", 1_200_000m)];

        var incident = Assert.Single(LedgerMerge.Of(entries, []));

        Assert.Equal(("rekt:2023-05-01-Level Finance", 1_000_000m, 1_000_000m, 1_200_000m), (incident.Id, incident.Usd, incident.Least, incident.Most));
        Assert.Equal("2023-05-01", incident.Date.ToString());
    }

    [Fact]
    public void Two_entries_of_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => LedgerMerge.Of([Entry("a", "X1", "2023", 1m), Entry("a", "X1", "2023", 2m)], []));

    [Theory]
    [InlineData("rekt", "Rugpull, Arbitrum", "exit_scam", "exit_scam", "scam")]
    [InlineData("rekt", "flash loan, hack", "flash_loan", "flash_loan", "service_hack")]
    [InlineData("rekt", "CoinEx, CEX, REKT", "service_theft", "exploit", "service_hack")]
    [InlineData("defihacklabs", "FlashLoan price manipulation", "flash_loan", "flash_loan", "service_hack")]
    [InlineData("defihacklabs", "Malicious Unlimted Minting (Rugged)", "exit_scam", "exit_scam", "scam")]
    [InlineData("sok", "", "bridge", "exploit", "service_hack")]
    [InlineData("dprk", "", "unknown", null, null)]
    public void A_ledgers_words_have_their_place_in_the_vocabularies_of_others(string source, string words, string id, string? certik, string? interpol)
    {
        var category = LedgerCategories.Of(source, words);

        Assert.Equal((id, certik, interpol), (category.Id, category.CertiK, category.Interpol));
        Assert.Null(category.DefiLlama);
    }
}
