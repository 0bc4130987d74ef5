using System.Globalization;
using System.Text.Json;
using Spoor.Attribution;

namespace Spoor.Reporting;

/// <summary>What decided a search for links, as the member <c>request</c> of <c>links/1</c>.</summary>
internal static class LinkRequestJson
{
    public static void Write(Utf8JsonWriter json, LinkRequest request, IReadOnlyList<CitedFile> labelFiles)
    {
        json.WriteStartObject("request");
        json.WriteStartArray("against");
        request.Against.Select(other => other.Id).Order(StringComparer.Ordinal).ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteString("asOf", request.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("without");
        request.Without.Order(StringComparer.Ordinal).ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteBoolean("transfers", request.Transfers is not null);
        json.WriteNumber("labels", request.Labels.Count);
        json.WriteObjects("labelFiles", labelFiles, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteString("tool", typeof(LinkRequest).Assembly.GetName().Version?.ToString(3));
        json.WriteObjects("kinds", LinkSearch.Kinds, kind => WriteRule(json, kind));
        json.WriteObjects("checks", LinkSearch.Checks, check => WriteRule(json, check));
        var incidents = request.Known.Concat(request.Against).Append(request.Case).DistinctBy(theft => theft.Id).OrderBy(theft => theft.Id, StringComparer.Ordinal);
        json.WriteObjects("incidents", incidents, theft =>
        {
            json.WriteString("id", theft.Id);
            json.WriteString("sha256", theft.Sha256);
        });
        json.WriteString("likelihoodTable", LikelihoodTable.Builtin.Version);
        Write(json, request.Parameters);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, (string Name, int Version) rule)
    {
        json.WriteString("name", rule.Name);
        json.WriteNumber("version", rule.Version);
    }

    private static void Write(Utf8JsonWriter json, LinkParameters parameters)
    {
        json.WriteStartObject("parameters");
        json.WriteNumber("threshold", parameters.Threshold);
        json.WriteNumber("maxHops", parameters.MaxHops);
        json.WriteNumber("materialPerMillion", parameters.MaterialPerMillion);
        json.WriteBoolean("wholeChains", parameters.WholeChains);
        json.WriteNumber("minCounterparties", parameters.Stops.MinCounterparties);
        json.WriteNumber("closedPercent", parameters.ClosedPercent);
        json.WriteNumber("quietCounterparties", parameters.QuietCounterparties);
        json.WriteNumber("depositFeeMicroCoins", parameters.DepositFeeMicroCoins);
        json.WriteNumber("depositBlocks", parameters.DepositBlocks);
        json.WriteNumber("maxDepositors", parameters.MaxDepositors);
        json.WriteNumber("minFresh", parameters.MinFresh);
        json.WriteNumber("fundingMinutes", (long)parameters.FundingWindow.TotalMinutes);
        json.WriteNumber("firstSpendMinutes", (long)parameters.FirstSpend.TotalMinutes);
        json.WriteNumber("sweepPercent", parameters.SweepPercent);
        json.WriteNumber("sweepMinutes", (long)parameters.SweepWindow.TotalMinutes);
        json.WriteEndObject();
    }
}
