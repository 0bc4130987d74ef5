using System.Globalization;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Hacks of bridges as a study of them lists them; dates are <c>dd/mm/yyyy</c>.</summary>
internal static class BridgeHacks
{
    public static LedgerContent Read(string file, TextReader text) =>
        new(file, "") { Entries = LedgerIds.Distinct(file, [.. CsvLine.ReadAll(file, text).Select(EntryOf)]) };

    private static LedgerEntry EntryOf(CsvLine line)
    {
        string bridge = line.RequiredText("bridge");
        var date = DateOnly.TryParseExact(line.Required("date"), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && LedgerDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var stated)
            ? stated
            : throw line.Fault("date", "a date such as 31/12/2023, the day first");
        return new()
        {
            Source = "sok",
            OwnId = LedgerIds.Of(date, bridge),
            Victim = bridge,
            Date = date,
            Usd = line.Usd("value"),
            Basis = line["value"].Length == 0 ? LostBasis.NotStated : LostBasis.Dollars,
            Stated = line["value"],
        };
    }
}
