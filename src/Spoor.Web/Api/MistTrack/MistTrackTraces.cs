using System.Text.Json;
using Spoor.Labels;
using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Web.Serving;

namespace Spoor.Web.Api.MistTrack;

/// <summary><c>address_trace</c>: who paid for its first fees, which platforms and crimes it met.</summary>
internal static class MistTrackTraces
{
    public static DocumentAnswer Trace(MistTrackQuestion question) => MistTrackAnswer.Of(json =>
    {
        var met = question.Meetings.Select(meeting => question.Known(meeting.Other)).OfType<(ExposureCategory Category, Label Label)>().ToList();
        json.WriteString("first_address", FunderOf(question) is { } funder ? AddressText.Render(question.Chain, funder) : "");
        json.WriteStartObject("use_platform");
        Write("exchange", ExposureCategory.Exchange, ExposureCategory.ExchangeWithoutKyc);
        Write("dex", ExposureCategory.Contract);
        Write("mixer", ExposureCategory.Mixer);
        Write("nft");
        json.WriteEndObject();
        json.WriteStartObject("malicious_event");
        Write("phishing", ExposureCategory.Scam);
        Write("ransom", ExposureCategory.Ransomware);
        Write("stealing", ExposureCategory.Theft);
        Write("laundering", ExposureCategory.Sanctioned, ExposureCategory.DarknetMarket, ExposureCategory.Crime);
        json.WriteEndObject();
        json.WriteStartObject("relation_info");
        Write("wallet");
        Write("ens");
        Write("twitter");
        json.WriteEndObject();

        void Write(string name, params ExposureCategory[] categories) =>
            WriteList(json, name, [.. met.Where(one => categories.Contains(one.Category)).Select(one => one.Label.Name).Distinct().Order(StringComparer.Ordinal)]);
    });

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", names.Count);
        json.WriteStartArray($"{name}_list");
        names.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Address? FunderOf(MistTrackQuestion question) => ChainRegistry.TryGet(question.Chain, out var chain) && chain.Native is { } native
        ? question.Past.Transfers.FirstOrDefault(transfer => transfer.Asset == native.Asset && transfer.To == question.Address && transfer.From is not null && !transfer.Amount.IsZero)?.From
        : null;
}
