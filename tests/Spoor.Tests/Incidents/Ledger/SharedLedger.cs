using Spoor.Chains.Files.Ledger;
using Spoor.Incidents.Ledger;

namespace Spoor.Tests.Incidents.Ledger;

/// <summary>The real ledgers, or the test is skipped.</summary>
internal static class SharedLedger
{
    private static readonly string[] Files =
    [
        "rekt_leaderboard_to_2023.csv", "rekt_article_onchain_links_to_2023.csv.gz", "defihacklabs_to_2023.csv", "dprk_attributed_thefts_2017_2023.csv",
        "bridge_hacks_sok.csv", "published_totals_2023.csv",
    ];

    public static IndustryLedger Read() => IndustryLedger.Of([.. Files.Select(Read)]);

    public static LedgerContent Read(string file) => LedgerFile.Read(SharedData.File($"ledger/{file}"));

    public static LedgerTally Tally(this IndustryLedger ledger, string period, TallyBy by, params string[] sources) =>
        LedgerTally.Of(ledger, new(LedgerPeriod.TryParse(period, out var days) ? days : throw new FormatException(period), by, sources));
}
