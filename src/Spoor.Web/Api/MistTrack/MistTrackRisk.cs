using System.Globalization;
using System.Text.Json;
using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Web.Serving;

namespace Spoor.Web.Api.MistTrack;

/// <summary><c>risk_score</c>: our screening in the fields of this API, with the transactions behind each figure added.</summary>
internal static class MistTrackRisk
{
    // The lowest that clients of this API ever see; an address of which nothing is known has it too, and its detail says so.
    private const int LeastScore = 3;

    public static DocumentAnswer Score(MistTrackRiskQuestion question, bool withLabels)
    {
        var screening = question.Gravest();
        int score = Math.Max(LeastScore, screening.Risk.Score ?? LeastScore);
        return MistTrackAnswer.Of(json =>
        {
            json.WriteNumber("score", score);
            json.WriteString("risk_level", MistTrackWords.LevelOf(score));
            json.WriteStartArray("detail_list");
            DetailsOf(screening).ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteString("hacking_event", screening.Labels.FirstOrDefault(known => known.Category == ExposureCategory.Theft)?.Label.Name ?? "");
            json.WriteObjects("risk_detail", screening.Exposures.Where(exposure => MistTrackWords.RiskOf(exposure.Category) is not null), exposure => Write(json, question, exposure));
            json.WriteString("risk_report_url", "");
            if (withLabels)
            {
                json.WriteString("address_label", screening.Labels.Count > 0 ? screening.Labels[0].Label.Name : "");
                WriteHops(json, question, screening);
            }
        });
    }

    private static List<string> DetailsOf(AddressScreening screening) => !screening.IsKnown
        ? ["Nothing is known of this address"]
        : [.. screening.Risk.Fired.Select(fired => $"{fired.Rule.Id}: {ExposureCategories.NameOf(fired.Fact.Category)}").Distinct()];

    private static void Write(Utf8JsonWriter json, MistTrackRiskQuestion question, Exposure exposure)
    {
        var end = exposure.Ends.Count > 0 ? exposure.Ends[0] : null;
        json.WriteString("entity", end?.Label?.Name ?? ExposureCategories.NameOf(exposure.Category));
        json.WriteString("risk_type", MistTrackWords.RiskOf(exposure.Category));
        json.WriteString("exposure_type", exposure.Reach == ExposureReach.Direct ? "direct" : "indirect");
        json.WriteNumber("hop_num", Math.Max(1, exposure.LeastHops));
        json.WritePropertyName("volume");
        json.WriteRawValue(exposure.Usd is { } usd ? usd.ToString() : "null");
        json.WritePropertyName("percent");
        json.WriteRawValue((exposure.SharePerMillion / 10_000m).ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("evidence");
        exposure.Trails.SelectMany(trail => trail.Steps).Select(step => step.Tx.Render(question.Chain)).Distinct().ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void WriteHops(Utf8JsonWriter json, MistTrackRiskQuestion question, AddressScreening screening)
    {
        json.WriteStartObject("hop_dic");
        var ways = screening.Exposures.Where(exposure => MistTrackWords.RiskOf(exposure.Category) is not null).SelectMany(exposure => exposure.Trails);
        foreach (var hop in ways.GroupBy(trail => trail.Hops).OrderBy(group => group.Key))
        {
            json.WriteStartArray(hop.Key.ToString(CultureInfo.InvariantCulture));
            hop.Select(trail => Transfers.AddressText.Render(question.Chain, trail.End)).Distinct().ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
