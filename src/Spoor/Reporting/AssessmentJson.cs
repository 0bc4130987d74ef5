using System.Text.Json;
using Spoor.Attribution;

namespace Spoor.Reporting;

/// <summary>An assessment as <c>attribution/1</c>, described in <c>docs/json.md</c>.</summary>
public sealed partial class AssessmentJson
{
    private readonly ActorReport _report;
    private readonly Assessment _assessment;
    private readonly Utf8JsonWriter _json;

    private AssessmentJson(ActorReport report, Utf8JsonWriter json)
    {
        _report = report;
        _assessment = report.Assessment;
        _json = json;
    }

    /// <summary>Writes the whole document.</summary>
    /// <param name="labelFiles">Where the labels that links were checked against come from.</param>
    public static void Write(ActorReport report, Stream output, params IReadOnlyList<CitedFile> labelFiles) =>
        JsonText.Write(output, json => new AssessmentJson(report, json).WriteMembers(labelFiles));

    private void WriteMembers(IReadOnlyList<CitedFile> labelFiles)
    {
        _json.WriteString("spoor", "attribution/1");
        _json.WriteString("incident", _assessment.Request.Case.Id);
        _json.WriteString("victim", _assessment.Request.Case.Victim);
        _json.WriteString("prior", Number(_assessment.Request.Prior));
        _json.WriteString("epsilon", Number(0));
        LinkRequestJson.Write(_json, _report.Search, labelFiles);
        RuleVersionsJson.Write(_json);
        _json.WriteString("verdict", NameOf(_assessment.Verdict));
        _json.WriteString("actor", _assessment.Verdict == Verdict.Actor ? _assessment.Best?.Actor : null);
        _json.WriteString("conclusion", Explanation.Conclusion(_assessment));
        WriteTexts("steps", Explanation.Steps(_assessment));
        _json.WriteObjects("routes", _assessment.Routes, Write);
        _json.WriteObjects("relations", RelationsShown(), Write);
        _json.WriteObjects("chains", _assessment.Chains, Write);
        _json.WriteObjects("hypotheses", Hypothesis.Of(_assessment), Write);
        _json.WriteObjects("repeated", _assessment.Repeated, Write);
        _json.WriteString("leastPrior", WhatIf.LeastPrior(_assessment) is { } least ? Number(least) : null);
        _json.WriteObjects("withoutSource", _report.WithoutEach, Write);
        _json.WriteObjects("waterfall", Waterfall.Of(_assessment).Steps, Write);
        _json.WriteObjects("sources", CitedSource.Of(_assessment), Write);
    }

    private void Write(ActorRoute route)
    {
        _json.WriteString("actor", route.Actor);
        WriteTexts("incidents", route.Steps.Select(step => step.There.Id).Prepend(_assessment.Request.Case.Id));
        _json.WriteString("sameActor", Number(route.SameActor));
        _json.WriteString("actorOfLast", Number(route.Named.Probability));
        _json.WriteString("probability", Number(route.Probability));
        WriteWords(route.Label == ClaimLabel.None ? null : route.Probability, route.Confidence, route.Label);
        _json.WriteStartObject("finding");
        Write(route.Named);
        _json.WriteEndObject();
    }

    private void Write(NamedActor named)
    {
        _json.WriteString("incident", named.Case.Id);
        _json.WriteString("actor", named.Actor);
        _json.WriteString("source", named.Finding.Source);
        _json.WriteString("made", Written.Day(named.Finding.Made));
        _json.WriteString("known", named.Known is { } day ? Written.Day(day) : null);
        _json.WriteString("statement", named.Finding.Statement);
        _json.WriteString("grade", named.Grade.ToString());
    }

    private void Write(IReadOnlyList<CaseRelation> chain)
    {
        WriteTexts("incidents", chain.Select(step => step.There.Id).Prepend(_assessment.Request.Case.Id));
        _json.WriteString("sameActor", Number(ActorRoute.ProductOf(chain)));
    }

    private void Write(Hypothesis hypothesis)
    {
        _json.WriteString("title", hypothesis.Title);
        _json.WriteString("probability", hypothesis.Probability is { } known ? Number(known) : null);
        _json.WriteString("standing", hypothesis.Standing);
        WriteTexts("tests", hypothesis.Tests);
    }

    private void Write(WhatIf whatIf)
    {
        _json.WriteString("source", whatIf.Source);
        _json.WriteString("verdict", NameOf(whatIf.Verdict));
        _json.WriteString("actor", whatIf.Actor);
        _json.WriteString("probability", whatIf.Probability is { } known ? Number(known) : null);
        _json.WriteBoolean("changes", whatIf.Changes);
    }

    private void Write(WaterfallStep step)
    {
        _json.WriteString("name", step.Name);
        _json.WriteString("from", Weight(step.From));
        _json.WriteString("to", Weight(step.To));
        _json.WriteBoolean("level", step.IsLevel);
    }

    private void Write(CitedSource cited)
    {
        _json.WriteString("key", cited.Source.Key);
        _json.WriteString("kind", cited.Source.Kind.ToString().ToLowerInvariant());
        _json.WriteString("title", cited.Source.Title);
        _json.WriteString("url", cited.Source.Url.Length > 0 ? cited.Source.Url : null);
        _json.WriteString("published", cited.Source.Published is { } day ? Written.Day(day) : null);
        _json.WriteString("grade", cited.Grade.ToString());
        _json.WriteString("gradeMeaning", cited.Grade.Meaning);
        _json.WriteBoolean("gradeAssumed", cited.IsGradeAssumed);
        WriteTexts("incidents", cited.Incidents);
        WriteTexts("derivedFrom", cited.Source.DerivedFrom);
    }
}
