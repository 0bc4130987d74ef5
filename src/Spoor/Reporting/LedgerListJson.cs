using System.Globalization;
using Spoor.Incidents.Ledger;

namespace Spoor.Reporting;

/// <summary>Incidents of the ledger with all their entries, and the decisions about them, as <c>ledger/1</c>.</summary>
public static class LedgerListJson
{
    public static void Write(IReadOnlyList<LedgerIncident> incidents, IReadOnlyList<MergeDecision> decisions, bool builtIn, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "ledger/1");
        json.WriteString("kind", "list");
        json.WriteBoolean("builtIn", builtIn);
        json.WriteObjects("incidents", incidents, incident => LedgerJson.WriteIncident(json, incident));
        json.WriteObjects("decisions", decisions, decision =>
        {
            json.WriteNumber("number", decision.Number);
            json.WriteString("kind", decision.Kind.ToString().ToLowerInvariant());
            json.WriteString("entry", decision.Entry);
            json.WriteString("with", decision.With);
            json.WriteString("reason", decision.Reason);
            json.WriteString("author", decision.Author);
            json.WriteString("day", decision.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });
    });
}
