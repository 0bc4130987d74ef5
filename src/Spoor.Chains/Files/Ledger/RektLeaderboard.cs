using System.Text.RegularExpressions;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>The leaderboard of rekt.news: one row an article.</summary>
internal static partial class RektLeaderboard
{
    // Tags that say what happened, or where, but not to whom.
    private static readonly HashSet<string> NoNames =
    [
        "rekt", "r3kt", "hack", "rugpull", "flash loan", "cefi", "cex", "mev", "bridge", "governance", "phishing", "defi", "epic", "audit", "fork", "casino", "ecosystem",
        "trading bot", "lazarus group", "arbitrum", "avalanche", "base", "bsc", "bnb chain", "ethereum", "fantom", "ftm", "optimism", "osmosis", "polygon", "solana", "tron",
        "zksync", "moonriver", "cronos", "sbf", "justin sun", "cronje", "wallet",
    ];

    public static LedgerContent Read(string file, TextReader text)
    {
        List<LedgerEntry> entries = [.. CsvLine.ReadAll(file, text).Select(EntryOf)];
        LedgerIds.RefuseDoubles(file, entries);
        return new(file, "") { Entries = entries };
    }

    private static LedgerEntry EntryOf(CsvLine line)
    {
        var (date, repair) = DateOf(line, "incident_date");
        var (reported, repairedReport) = DateOf(line, "article_date");
        string slug = line.RequiredText("slug");
        string victim = Verdict().Replace(line.RequiredText("title"), "").Trim();
        var tags = line.List("tags");
        return new()
        {
            Source = "rekt",
            OwnId = slug,
            Victim = victim,
            OtherNames = [.. tags.Where(tag => !NoNames.Contains(tag.ToLowerInvariant()))],
            Date = date,
            Reported = reported,
            Usd = line.Usd("amount_usd"),
            Basis = line["amount_usd"].Length == 0 ? LostBasis.NotStated : LostBasis.Dollars,
            Stated = line["amount_usd"],
            Category = string.Join(", ", tags),
            Links = [$"https://rekt.news/{slug}/"],
            Repair = string.Join("; ", new[] { repair, repairedReport }.Where(one => one.Length > 0)),
        };
    }

    // The upstream types some years as 0022: no ledger of crypto assets is of the first century, so 00YY is 20YY. Nothing
    // else is mended, and what is mended is listed by the import.
    private static (LedgerDate Date, string Repair) DateOf(CsvLine line, string column)
    {
        string written = line.Required(column);
        if (!written.StartsWith("00", StringComparison.Ordinal))
        {
            return (line.Date(column), "");
        }

        string mended = $"20{written[2..]}";
        return LedgerDate.TryParse(mended, out var date)
            ? (date, $"{column} {written} read as {mended}")
            : throw line.Fault(column, "a date such as 2023-09-12");
    }

    [GeneratedRegex(@"\s+[-–]\s+R[E3]KT(\s+\d+)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Verdict();
}
