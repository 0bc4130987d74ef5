using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Forms;

/// <summary>What a case knows of the fields that an exchange in the EU must report of a major incident; the rest says <c>unknown</c>.</summary>
/// <remarks>
/// Fields of the annexes of Commission Delegated Regulation (EU) 2025/301 and Implementing Regulation (EU) 2025/302 under
/// Article 19 of DORA, Regulation (EU) 2022/2554. It is a draft for whoever reports: nothing in it is guessed, and clients,
/// counterparts and services are known to the exchange alone.
/// </remarks>
public static class DoraReport
{
    public const string Unknown = "unknown";

    public static void Write(CaseFindings findings, Stream output)
    {
        var known = DoraKnown.Of(findings);
        JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "dora/1");
            json.WriteString("incident", findings.Facts.Id);
            json.WriteString("asOf", Rendered.Moment(FormMoment.Of(findings)));
            json.WriteNumber("known", known.Count);
            json.WriteObjects("fields", DoraFields.All, field =>
            {
                json.WriteString("number", field.Number);
                json.WriteString("name", field.Name);
                json.WriteString("value", known.TryGetValue(field.Number, out string? value) ? VisibleText.Of(value) : Unknown);
            });
            json.WriteStartArray("indicators");
            foreach (string indicator in DoraKnown.Indicators(findings))
            {
                json.WriteStringValue(VisibleText.Of(indicator));
            }

            json.WriteEndArray();
        });
    }
}
