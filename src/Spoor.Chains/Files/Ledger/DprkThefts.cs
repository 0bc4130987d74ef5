using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>A list of thefts that its author attributes to North Korea.</summary>
internal static class DprkThefts
{
    public static LedgerContent Read(string file, TextReader text) =>
        new(file, "") { Entries = LedgerIds.Distinct(file, [.. CsvLine.ReadAll(file, text).Select(EntryOf)]) };

    private static LedgerEntry EntryOf(CsvLine line)
    {
        var date = line.Date("date");
        string victim = line.RequiredText("victim");
        return new()
        {
            Source = "dprk",
            OwnId = LedgerIds.Of(date, victim),
            Victim = victim,
            Date = date,
            Usd = line.Usd("usd"),
            Basis = line["usd"].Length == 0 ? LostBasis.NotStated : LostBasis.Dollars,
            Stated = line["usd"],
            Actor = "DPRK",
        };
    }
}
