using Spoor.Reporting;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>What changed between two cases as <c>case-diff/1</c>.</summary>
public static class CaseDiffJson
{
    public static void Write(CaseComparison comparison, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "case-diff/1");
        json.WriteString("incident", comparison.Before.Manifest.Incident);
        json.WriteString("before", comparison.Before.Id);
        json.WriteString("after", comparison.After.Id);
        json.WriteBoolean("same", comparison.IsSame);
        json.WriteBoolean("follows", comparison.After.Manifest.Previous == comparison.Before.Id);
        json.WriteObjects("changes", comparison.Changes, change =>
        {
            json.WriteString("code", change.Code);
            json.WriteString("group", change.Group.ToString().ToLowerInvariant());
            json.WriteString("subject", change.Subject);
            json.WriteString("from", change.From);
            json.WriteString("to", change.To);
        });
        json.WriteObjects("figures", comparison.Figures, figure =>
        {
            json.WriteString("name", figure.Name);
            json.WriteString("from", figure.From);
            json.WriteString("to", figure.To);
            json.WriteStartArray("reasons");
            figure.Reasons.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteBoolean("alone", figure.Alone);
        });
        json.WriteObjects("results", comparison.Results, result =>
        {
            json.WriteString("entry", result.Entry);
            json.WriteString("place", result.Difference.Place);
            json.WriteString("from", result.Difference.Expected);
            json.WriteString("to", result.Difference.Found);
        });
        json.WriteObjects("untried", comparison.Untried, one =>
        {
            json.WriteString("group", one.Group.ToString().ToLowerInvariant());
            json.WriteString("why", one.Why);
        });
    });
}
