using System.Globalization;
using System.Text.Json;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>An incident of the DeFi Hack Chronicle: one JSON object a file.</summary>
internal static class HackChronicle
{
    public static LedgerContent Read(string file, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = new ChronicleNode(file, "", json.RootElement);
            return new(file, "hack-chronicle") { Entries = [EntryOf(root)] };
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{file}, line {failure.LineNumber + 1}: expected JSON, found text that is not ({failure.Message})", failure);
        }
    }

    private static LedgerEntry EntryOf(ChronicleNode incident)
    {
        var loss = incident.Object("estimatedLoss");
        string stated = loss.Text("totalUSD");
        decimal? usd = UsdOf(loss, stated);
        return new()
        {
            Source = "hack-chronicle",
            OwnId = incident.Text("id"),
            Victim = incident.Text("protocol"),
            Date = LedgerDate.TryParse(incident.Text("date"), out var date) ? date : throw incident.Fault("date", "a date such as 2023-09-12"),
            Usd = usd,
            Basis = usd is null ? LostBasis.Unreadable : LostBasis.Dollars,
            Stated = stated,
            Category = string.Join(", ", incident.Texts("category")),
            Chains = [.. incident.Texts("blockchain").Select(chain => chain.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)],
            Links = incident.Texts("references"),
            Transactions = LedgerLine.Hashes(incident.Objects("transactions").Select(transaction => transaction.Text("txHash"))),
        };
    }

    private static decimal? UsdOf(ChronicleNode loss, string stated)
    {
        if (stated.Any(letter => !char.IsAsciiDigit(letter) && letter != '.'))
        {
            return null;
        }

        return decimal.TryParse(stated, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal usd) && usd <= LedgerLine.MaxUsd
            ? decimal.Round(usd, 2, MidpointRounding.AwayFromZero)
            : throw loss.Fault("totalUSD", $"dollars, at most {LedgerLine.MaxUsd:0}");
    }
}
