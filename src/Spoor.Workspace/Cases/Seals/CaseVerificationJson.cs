using System.Text.Json;
using Spoor.Reporting;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>The check of a case file as <c>case-verify/1</c>.</summary>
public static class CaseVerificationJson
{
    public static void Write(CaseVerification found, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "case-verify/1");
        json.WriteBoolean("holds", found.Holds);
        json.WriteString("id", found.Opened.Id);
        json.WriteString("incident", found.Opened.Manifest?.Incident);
        json.WriteString("previous", found.Opened.Manifest?.Previous);
        json.WriteString("sealedWith", found.Opened.Manifest?.Tool);
        json.WriteString("checkedWith", CaseRules.Tool);
        json.WriteNumber("entries", found.Opened.Entries.Count);
        json.WriteString("signedBy", found.Opened.Signature is { } signature ? Convert.ToHexStringLower(signature.PublicKey.Span) : null);
        json.WriteBoolean("repeated", found.Repeated);
        json.WriteObjects("faults", found.Faults, fault => Write(json, fault));
    });

    private static void Write(Utf8JsonWriter json, CaseFault fault)
    {
        json.WriteString("kind", fault.Kind == CaseFaultKind.Results ? "result" : fault.Kind.ToString().ToLowerInvariant());
        json.WriteString("entry", fault.Entry);
        json.WriteString("text", fault.Text);
        json.WriteString("expected", fault.Expected);
        json.WriteString("found", fault.Found);
        json.WriteString("place", fault.Place);
    }
}
