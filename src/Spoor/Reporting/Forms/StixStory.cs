using System.Text.Json.Nodes;
using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Forms;

/// <summary>What happened and who may be behind it, as STIX domain objects.</summary>
internal static class StixStory
{
    private const int SureFrom = 95;
    private const int AgreeFrom = 80;

    public static IEnumerable<JsonObject> Of(CaseFindings findings, StixFrame frame, FormObservables observables)
    {
        var facts = findings.Facts;
        var incident = frame.Object("incident", [facts.Id], IncidentOf(facts));
        var campaign = frame.Object("campaign", [facts.Id], CampaignOf(facts));
        string campaignId = IdOf(campaign);
        var actor = ActorOf(findings.Attribution.Assessment, frame);
        List<JsonObject> story = [incident, campaign, frame.Relationship("related-to", IdOf(incident), campaignId), frame.Relationship("targets", campaignId, frame.Victim)];
        int? sure = SureOf(findings.Attribution.Assessment);
        if (actor is not null)
        {
            story.AddRange([actor, frame.Relationship("attributed-to", campaignId, IdOf(actor), sure)]);
        }

        string[] about = [.. new[] { campaign, actor }.OfType<JsonObject>().Select(IdOf)];
        story.Add(NoteOf(findings, frame, about));
        story.Add(OpinionOf(findings, frame, about, sure));
        story.AddRange(Indicators(facts, frame, observables, campaignId));
        return story;
    }

    private static JsonObject IncidentOf(IncidentFacts facts)
    {
        var incident = new JsonObject { ["name"] = VisibleText.Of(facts.Title) };
        AddText(incident, "description", facts.Cause);
        var references = facts.Sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source =>
        {
            var reference = new JsonObject { ["source_name"] = VisibleText.Of(source.Key), ["description"] = VisibleText.Of(source.Title) };
            if (Uri.TryCreate(source.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                reference["url"] = url.AbsoluteUri;
            }

            return (JsonNode)reference;
        }).ToArray();
        if (references.Length > 0)
        {
            incident["external_references"] = new JsonArray(references);
        }

        return incident;
    }

    private static JsonObject CampaignOf(IncidentFacts facts)
    {
        var campaign = new JsonObject
        {
            ["name"] = VisibleText.Of($"Theft from {facts.Victim}"),
            ["first_seen"] = FormMoment.Text(facts.Started.Start),
            ["objective"] = "Theft of crypto assets",
        };
        if (facts.Ended is { } ended && ended.Start > facts.Started.Start)
        {
            campaign["last_seen"] = FormMoment.Text(ended.Start);
        }

        return campaign;
    }

    // Named only as far as attribution says: no name where it cannot tell.
    private static JsonObject? ActorOf(Assessment assessment, StixFrame frame) => assessment is { Verdict: Verdict.Actor, Best: { } best }
        ? frame.Object("intrusion-set", [best.Actor.ToUpperInvariant()], new() { ["name"] = VisibleText.Of(best.Actor), ["confidence"] = SureOf(assessment) })
        : null;

    private static JsonObject NoteOf(CaseFindings findings, StixFrame frame, IReadOnlyList<string> about)
    {
        var assessment = findings.Attribution.Assessment;
        var sentences = new List<string> { StixBundle.Words(assessment) };
        sentences.AddRange(assessment.Relations.Where(relation => relation.HasEvidence).Select(relation => FormattableString.Invariant(
            $"Shared with {relation.There.Id}: likelihood ratio {Written.Ratio(relation.Posterior.Log10Ratio)}, {VerbalScale.Of(relation.Posterior.Log10Ratio)}; one actor {Written.Percent(relation.Probability)} ({EstimativeLanguage.Of(relation.Probability)}) from a prior of {Written.Percent(assessment.Request.Prior)}.")));
        return frame.Object("note", [findings.Facts.Id], new()
        {
            ["abstract"] = "Who is behind it, and how strong the evidence is",
            ["content"] = VisibleText.Whole(string.Join(" ", sentences)),
            ["object_refs"] = Refs(about),
        });
    }

    private static JsonObject OpinionOf(CaseFindings findings, StixFrame frame, IReadOnlyList<string> about, int? sure)
    {
        var alternatives = Hypothesis.Of(findings.Attribution.Assessment).Select(one => $"{one.Title}: {one.Standing}. {string.Join(" ", one.Tests)}".Trim());
        return frame.Object("opinion", [findings.Facts.Id], new()
        {
            ["opinion"] = sure switch { >= SureFrom => "strongly-agree", >= AgreeFrom => "agree", _ => "neutral" },
            ["explanation"] = VisibleText.Whole($"The explanations that were weighed: {string.Join(" | ", alternatives)}"),
            ["object_refs"] = Refs(about),
        });
    }

    private static IEnumerable<JsonObject> Indicators(IncidentFacts facts, StixFrame frame, FormObservables observables, string campaign)
    {
        foreach (string address in observables.Accounts.Where(account => account.IsThief).Select(account => account.Address).Distinct(StringComparer.Ordinal))
        {
            string quoted = address.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
            var indicator = frame.Object("indicator", [facts.Id, address], new()
            {
                ["name"] = VisibleText.Of($"Address of the thief: {address}"),
                ["indicator_types"] = new JsonArray("malicious-activity"),
                ["pattern"] = $"[cryptocurrency-wallet:value = '{quoted}']",
                ["pattern_type"] = "stix",
                ["valid_from"] = FormMoment.Text(facts.Started.Start),
            });
            yield return indicator;
            yield return frame.Relationship("indicates", IdOf(indicator), campaign);
        }
    }

    private static int? SureOf(Assessment assessment) => assessment is { Verdict: Verdict.Actor, Best: { } best } ? (int)decimal.Floor(best.Probability * 100) : null;

    private static JsonArray Refs(IEnumerable<string> ids) => new([.. ids.Select(id => JsonValue.Create(id))]);

    private static string IdOf(JsonObject one) => one["id"]!.GetValue<string>();

    private static void AddText(JsonObject to, string name, string text)
    {
        if (text.Length > 0)
        {
            to[name] = VisibleText.Of(text);
        }
    }
}
