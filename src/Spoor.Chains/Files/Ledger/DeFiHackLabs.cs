using System.Text.RegularExpressions;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>The list of DeFiHackLabs: attacks that its authors reproduced, losses as free text.</summary>
internal static partial class DeFiHackLabs
{
    private static readonly Dictionary<string, string> ChainOfExplorer = new()
    {
        ["etherscan.io"] = "ethereum",
        ["etherscan.com"] = "ethereum",
        ["optimistic.etherscan.io"] = "optimism",
        ["bscscan.com"] = "bsc",
        ["polygonscan.com"] = "polygon",
        ["ftmscan.com"] = "fantom",
        ["arbiscan.io"] = "arbitrum",
        ["snowtrace.io"] = "avalanche",
        ["gnosisscan.io"] = "gnosis",
        ["moonriver.moonscan.io"] = "moonriver",
    };

    public static LedgerContent Read(string file, TextReader text) =>
        new(file, "") { Entries = LedgerIds.Distinct(file, [.. CsvLine.ReadAll(file, text).Select(EntryOf)]) };

    private static LedgerEntry EntryOf(CsvLine line)
    {
        var date = line.Date("date");
        // Part of the list was once a bulleted one.
        string victim = line.RequiredText("name").TrimStart('-', ' ');
        string stated = line.Text("lost_text");
        var lost = LostText.Read(stated);
        if (lost.Usd > LedgerLine.MaxUsd)
        {
            throw line.Fault("lost_text", $"a loss of at most {LedgerLine.MaxUsd:0} dollars");
        }

        var links = line.List("links");
        return new()
        {
            Source = "defihacklabs",
            OwnId = LedgerIds.Of(date, victim.Length > 0 ? victim : throw line.Fault("name", "a name")),
            Victim = victim,
            Date = date,
            Usd = lost.Usd,
            Basis = lost.Basis,
            Stated = stated,
            Category = line.Text("root_cause"),
            Chains = [.. links.Select(ChainOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Links = links,
            Transactions = LedgerLine.Hashes(line.List("tx_hashes")),
        };
    }

    private static string? ChainOf(string link) =>
        Explorer().Match(link) is { Success: true } match ? ChainOfExplorer.GetValueOrDefault(match.Groups["host"].Value) : null;

    [GeneratedRegex(@"^https?://(?:www\.)?(?<host>[a-z0-9.-]{1,100})/(?:tx|address)/")]
    private static partial Regex Explorer();
}
