using System.Globalization;
using System.Text.Json;
using Spoor.Tracing;
using Spoor.Tracing.Relevance;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>What decided a trace, as the member <c>request</c> of <c>trace/1</c> and <c>compare/1</c>.</summary>
internal static class RequestJson
{
    /// <summary>All but the rule, which in a comparison is not one.</summary>
    /// <param name="version">Of the rule; null where there are several.</param>
    public static void Write(Utf8JsonWriter json, TraceRequest request, int? version, IReadOnlyList<CitedFile> labelFiles)
    {
        json.WriteStartObject("request");
        if (version is { } ofRule)
        {
            json.WriteNumber("ruleVersion", ofRule);
        }

        json.WriteObjects("claims", request.Claims, claim => Write(json, claim));
        json.WriteString("opening", request.OpeningStolen ? "stolen" : "clean");
        json.WriteString("openingAt", request.OpeningEntry == OpeningEntry.FromBeginning ? "beginning" : "need");
        json.WriteBoolean("swaps", request.FollowSwaps);
        json.WriteNumber("bridges", request.Crossings.Count);
        Write(json, request.Stops);
        json.WriteNumber("labels", request.Stops.Labels.Count);
        json.WriteObjects("labelFiles", labelFiles, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TheftClaim claim)
    {
        switch (claim)
        {
            case TheftClaim.ByTransaction transaction:
                json.WriteString("kind", "transaction");
                json.WriteString("chain", transaction.Chain.Value);
                json.WriteString("tx", transaction.Tx.Render(transaction.Chain));
                WriteNumber(json, "phase", (byte?)transaction.Phase);
                WriteNumber(json, "index", transaction.Index);
                break;
            case TheftClaim.BySeed seed:
                json.WriteString("kind", "seed");
                json.WriteString("chain", seed.Chain.Value);
                json.WriteString("address", Rendered.Account(seed.Chain, seed.Address));
                json.WriteString("since", Exact(seed.Since));
                json.WriteString("until", Exact(seed.Until));
                break;
            case TheftClaim.ByHolding holding:
                json.WriteString("kind", "holding");
                json.WriteString("chain", holding.Chain.Value);
                json.WriteString("address", Rendered.Account(holding.Chain, holding.Address));
                json.WriteString("at", Exact(holding.At));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(claim), claim, "A claim that trace/1 has no words for.");
        }
    }

    private static void Write(Utf8JsonWriter json, StopRules stops)
    {
        json.WriteStartObject("stops");
        json.WriteNumber("maxHops", stops.MaxHops);
        WriteNumber(json, "days", stops.Horizon is { } horizon ? (decimal)horizon.Ticks / TimeSpan.TicksPerDay : null);
        json.WriteNumber("minCounterparties", stops.MinCounterparties);
        json.WriteNumber("minTransfersPerDay", stops.MinTransfersPerDay);
        WriteNumber(json, "minRoundTheClock", Limit(stops.MinRoundTheClock));
        WriteNumber(json, "minPassThroughPayers", Limit(stops.MinPassThroughPayers));
        json.WriteNumber("dustPerMillion", stops.DustPerMillion);
        json.WriteNumber("dilutionPerMillion", stops.DilutionPerMillion);
        json.WriteNumber("maxTransfers", stops.MaxTransfers);
        WriteAccounts(json, "through", stops.Through);
        WriteAccounts(json, "stopAt", stops.StopAt);
        WriteRelevance(json, stops.Relevance);
        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, string name, IEnumerable<(ChainId Chain, Address Address)> accounts)
    {
        json.WriteStartArray(name);
        foreach (var (chain, address) in accounts.Order())
        {
            json.WriteStringValue(AddressText.ToCaip10(chain, address));
        }

        json.WriteEndArray();
    }

    private static void WriteRelevance(Utf8JsonWriter json, RelevanceRule? rule)
    {
        if (rule is null)
        {
            json.WriteNull("relevance");
            return;
        }

        json.WriteStartObject("relevance");
        json.WriteNumber("threshold", rule.Threshold);
        json.WriteNumber("alwaysPerMillion", rule.AlwaysPerMillion);
        foreach (var (trait, weights) in RelevanceTrait.All.Zip(rule.Weights.ByTrait))
        {
            json.WriteStartArray(trait.Member);
            foreach (int weight in weights)
            {
                json.WriteNumberValue(weight);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static decimal? Limit(long least) => least == long.MaxValue ? null : least;

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
            return;
        }

        json.WriteNull(name);
    }

    // A boundary within a second takes in other transfers than the second itself, so no part of it is dropped.
    private static string? Exact(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
