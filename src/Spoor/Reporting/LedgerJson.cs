using System.Globalization;
using System.Text.Json;
using Spoor.Incidents.Ledger;

namespace Spoor.Reporting;

/// <summary>Entries, incidents and figures of the industry's ledger as members of <c>ledger/1</c>, see <c>docs/ledger.schema.json</c>.</summary>
internal static class LedgerJson
{
    /// <summary>A plain number of dollars without zeros at its end; null stays null.</summary>
    public static string? Usd(decimal? usd) => usd?.ToString("0.##", CultureInfo.InvariantCulture);

    public static void WriteIncident(Utf8JsonWriter json, LedgerIncident incident)
    {
        json.WriteString("id", incident.Id);
        json.WriteString("victim", incident.Victim);
        json.WriteString("date", incident.Date.ToString());
        json.WriteString("usd", Usd(incident.Usd));
        json.WriteString("least", Usd(incident.Least));
        json.WriteString("most", Usd(incident.Most));
        WriteCategory(json, incident.Category);
        json.WriteObjects("actors", incident.Actors, actor =>
        {
            json.WriteString("actor", actor.Actor);
            json.WriteString("source", actor.Source);
        });
        WriteTexts(json, "chains", incident.Chains);
        json.WriteObjects("entries", incident.Entries, entry => WriteEntry(json, entry));
        json.WriteObjects("reasons", incident.Reasons, reason => WriteReason(json, reason));
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("source", entry.Source);
        json.WriteString("victim", entry.Victim);
        WriteTexts(json, "otherNames", entry.OtherNames);
        json.WriteString("date", entry.Date.ToString());
        json.WriteString("reported", entry.Reported?.ToString());
        json.WriteString("usd", Usd(entry.Usd));
        json.WriteString("basis", entry.Basis.ToString());
        json.WriteString("stated", entry.Stated);
        json.WriteString("category", entry.Category);
        json.WriteString("actor", entry.Actor.Length == 0 ? null : entry.Actor);
        WriteTexts(json, "chains", entry.Chains);
        WriteTexts(json, "links", entry.Links);
        WriteTexts(json, "transactions", entry.Transactions);
        json.WriteString("repair", entry.Repair.Length == 0 ? null : entry.Repair);
    }

    private static void WriteReason(Utf8JsonWriter json, MergeReason reason)
    {
        json.WriteString("entry", reason.Entry);
        json.WriteString("with", reason.With);
        json.WriteString("text", reason.ToString());
        json.WriteString("transaction", reason.Transaction);
        json.WriteString("names", reason.Decision is null ? reason.Names.ToString() : null);
        WriteNumber(json, "daysApart", reason.Decision is null ? reason.DaysApart : null);
        json.WriteString("ratio", reason.Ratio?.ToString("0.0000", CultureInfo.InvariantCulture));
        WriteNumber(json, "decision", reason.Decision?.Number);
    }

    private static void WriteCategory(Utf8JsonWriter json, LedgerCategory category)
    {
        json.WriteStartObject("category");
        json.WriteString("spoor", category.Id);
        json.WriteString("certik", category.CertiK);
        json.WriteString("hack3d", category.Hack3d);
        json.WriteString("peckshield", category.PeckShield);
        json.WriteString("slowmist", category.SlowMist);
        json.WriteString("defillama", category.DefiLlama);
        json.WriteString("interpol", category.Interpol);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
            return;
        }

        json.WriteNull(name);
    }
}
