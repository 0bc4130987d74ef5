using System.Globalization;
using Spoor.Attribution;

namespace Spoor.Reporting;

/// <summary>The links between two incidents, and the words for what they weigh.</summary>
public sealed partial class AssessmentJson
{
    /// <summary>How a verdict is written.</summary>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Actor => "actor",
        Verdict.SameActor => "same-actor",
        Verdict.TwoActors => "two-actors",
        _ => "cannot-tell",
    };

    // Those of the incident itself, and the further steps of chains: each pair once.
    private IEnumerable<CaseRelation> RelationsShown() => _assessment.Relations
        .Concat(_assessment.Chains.SelectMany(chain => chain.Skip(1)))
        .DistinctBy(relation => (relation.Here.Id, relation.There.Id));

    private void Write(CaseRelation relation)
    {
        _json.WriteString("here", relation.Here.Id);
        _json.WriteString("there", relation.There.Id);
        _json.WriteString("log10Ratio", Weight(relation.Posterior.Log10Ratio));
        _json.WriteString("support", VerbalScale.Of(relation.Posterior.Log10Ratio));
        _json.WriteString("probability", Number(relation.Probability));
        WriteWords(relation.Probability, relation.Confidence, relation.Label);
        _json.WriteNumber("witnesses", relation.Witnesses);
        WriteWitnesses("witnessesHere", relation.WitnessesHere);
        WriteWitnesses("witnessesThere", relation.WitnessesThere);
        _json.WriteObjects("groups", relation.Posterior.Groups, Write);
        _json.WriteObjects("candidates", relation.Candidates, Write);
        _json.WriteObjects("refuted", relation.Refuted, Write);
    }

    private void Write(EvidenceGroup group)
    {
        _json.WriteString("log10", Weight(group.Log10));
        _json.WriteString("support", VerbalScale.Of(group.Log10));
        _json.WriteBoolean("capped", group.IsCapped);
        _json.WriteObjects("evidence", group.Members, Write);
    }

    private void Write(Evidence evidence)
    {
        _json.WriteString("id", evidence.Likelihood.Id);
        _json.WriteString("title", evidence.Likelihood.Title);
        _json.WriteString("class", evidence.Likelihood.Class.ToString().ToLowerInvariant());
        _json.WriteString("log10", Weight(evidence.Log10));
        _json.WriteString("log10OfTable", Weight(evidence.Likelihood.Log10));
        _json.WriteString("about", evidence.About);
        WriteTexts("restsOn", evidence.RestsOn);
        WriteTexts("toldBy", evidence.ToldBy);
        _json.WriteString("ratioSource", evidence.Likelihood.Source);
        _json.WriteString("ratioError", evidence.Likelihood.Error);
        _json.WriteString("method", evidence.Likelihood.Method);
        WriteNaming(evidence.Naming);
        CheckJson.Write(_json, evidence.Link?.Checks ?? []);
    }

    private void Write(Link link)
    {
        _json.WriteString("id", link.Evidence);
        _json.WriteString("pivot", link.Pivot.ToString());
        _json.WriteString("reason", link.Verdict);
        CheckJson.Write(_json, link.Checks);
    }

    private void WriteNaming(Naming? naming)
    {
        if (naming is null)
        {
            _json.WriteNull("naming");
            return;
        }

        _json.WriteStartObject("naming");
        _json.WriteString("probability", Number(naming.Probability));
        _json.WriteBoolean("inFull", naming.IsInFull);
        _json.WriteEndObject();
    }

    private void WriteWitnesses(string name, IReadOnlyList<IReadOnlyList<string>> witnesses)
    {
        _json.WriteStartArray(name);
        foreach (var group in witnesses)
        {
            _json.WriteStartArray();
            foreach (string source in group)
            {
                _json.WriteStringValue(source);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    // A word below the threshold would speak against whoever is named too weakly.
    private void WriteWords(decimal? probability, AnalyticConfidence confidence, ClaimLabel label)
    {
        _json.WriteString("likelihood", probability is { } told ? EstimativeLanguage.Of(told) : null);
        _json.WriteString("confidence", confidence.ToString().ToLowerInvariant());
        _json.WriteString("label", label == ClaimLabel.None ? null : label.ToString().ToLowerInvariant());
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (string text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    // Always ten decimals: what is equal is the same text.
    private static string Number(decimal probability) => probability.ToString("0.0000000000", CultureInfo.InvariantCulture);

    private static string Weight(decimal log10) => log10.ToString("0.00000000", CultureInfo.InvariantCulture);
}
