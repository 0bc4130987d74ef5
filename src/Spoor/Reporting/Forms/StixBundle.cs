using System.Text.Json.Nodes;
using Spoor.Attribution;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Forms;

/// <summary>A case as a bundle of STIX 2.1 (OASIS): incident, campaign, who is behind it as far as attribution says, addresses and transactions.</summary>
/// <remarks>
/// What STIX has no place for, chains and amounts to the smallest unit, stands in a property extension of ours beside the usual
/// extensions for wallets and transactions. Times are those of the case, ids follow from content: the same case, the same bytes.
/// </remarks>
public static class StixBundle
{
    public static void Write(CaseFindings findings, Stream output)
    {
        var observables = FormObservables.Of(findings);
        var frame = new StixFrame(findings);
        List<JsonObject> objects = [.. frame.Common(), .. StixStory.Of(findings, frame, observables), .. StixObservables.Of(observables, frame)];
        objects.Add(ReportOf(findings, frame, observables, objects));
        JsonText.Write(output, json =>
        {
            json.WriteString("type", "bundle");
            json.WriteString("id", StixIds.Of("bundle", findings.Facts.Id, frame.Moment));
            json.WritePropertyName("objects");
            new JsonArray([.. objects]).WriteTo(json);
        });
    }

    private static JsonObject ReportOf(CaseFindings findings, StixFrame frame, FormObservables observables, IEnumerable<JsonObject> objects)
    {
        string omitted = observables.OmittedAccounts + observables.OmittedTransactions == 0 ? ""
            : FormattableString.Invariant($" Left out: {observables.OmittedTransactions} transactions and {observables.OmittedAccounts} addresses of the trace.");
        return frame.Object("report", [findings.Facts.Id], new()
        {
            ["name"] = VisibleText.Of(findings.Facts.Title),
            ["description"] = $"Traced by the rule {findings.Trace.Request.Rule.Name}. {Words(findings.Attribution.Assessment)}{omitted}",
            ["report_types"] = new JsonArray("campaign"),
            ["published"] = frame.Moment,
            ["object_refs"] = new JsonArray([.. objects.Select(one => JsonValue.Create(one["id"]!.GetValue<string>()))]),
        });
    }

    internal static string Words(Assessment assessment) => assessment.Verdict switch
    {
        Verdict.Actor => VisibleText.Of($"{assessment.Best!.Actor}: {assessment.Best.Words}."),
        Verdict.SameActor => VisibleText.Of($"The actor behind the theft from {assessment.Closest!.There.Victim}: {Written.Percent(assessment.Closest.Probability)}, {EstimativeLanguage.Of(assessment.Closest.Probability)}; who that is cannot be told."),
        Verdict.TwoActors => "Two actors are named with enough probability; whether they are one is not known, so none is named.",
        _ => "Who is behind it cannot be told.",
    };
}
