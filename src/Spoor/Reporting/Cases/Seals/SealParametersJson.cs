using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Tracing;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>The parameters of a seal as the member <c>parameters</c> of a manifest; numbers are text, because some are beyond 2^53.</summary>
internal static class SealParametersJson
{
    public static JsonObject Of(SealParameters parameters) => new()
    {
        ["asOf"] = parameters.Case.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["rule"] = parameters.Case.Rule.Name,
        ["prior"] = parameters.Case.Prior.ToString(CultureInfo.InvariantCulture),
        ["transfersName"] = parameters.TransfersName,
        ["publishedOnly"] = parameters.IsPublishedOnly,
        ["stops"] = StopsOf(parameters.Case.Stops),
    };

    public static SealParameters Read(JsonElement json) => new(
        new()
        {
            AsOf = json.Day("asOf"),
            Rule = TaintRule.Find(json.Text("rule")),
            Prior = decimal.TryParse(json.Text("prior"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal prior) && prior is > 0 and < 1
                ? prior
                : throw new FormatException($"prior: expected a number between 0 and 1, found '{json.Text("prior")}'."),
            Stops = ReadStops(json.Member("stops")),
        },
        json.Text("transfersName"),
        json.Truth("publishedOnly"));

    private static JsonObject StopsOf(StopRules stops) => SealParameters.CanState(stops)
        ? new()
        {
            ["maxHops"] = Text(stops.MaxHops),
            ["minCounterparties"] = Text(stops.MinCounterparties),
            ["minTransfersPerDay"] = Text(stops.MinTransfersPerDay),
            ["minRoundTheClock"] = Text(stops.MinRoundTheClock),
            ["minPassThroughPayers"] = Text(stops.MinPassThroughPayers),
            ["dustPerMillion"] = Text(stops.DustPerMillion),
            ["dilutionPerMillion"] = Text(stops.DilutionPerMillion),
            ["maxTransfers"] = Text(stops.MaxTransfers),
            ["horizonTicks"] = stops.Horizon is { } horizon ? Text(horizon.Ticks) : null,
        }
        : throw new FormatException("A seal states stops by their figures only: not by relevance, nor by addresses to stop at or to pass through.");

    private static StopRules ReadStops(JsonElement json) => new()
    {
        MaxHops = (int)Math.Min(json.Counted("maxHops"), int.MaxValue),
        MinCounterparties = json.Counted("minCounterparties"),
        MinTransfersPerDay = json.Counted("minTransfersPerDay"),
        MinRoundTheClock = json.Counted("minRoundTheClock"),
        MinPassThroughPayers = json.Counted("minPassThroughPayers"),
        DustPerMillion = json.Counted("dustPerMillion"),
        DilutionPerMillion = json.Counted("dilutionPerMillion"),
        MaxTransfers = json.Counted("maxTransfers"),
        Horizon = json.TextOrNull("horizonTicks") is null ? null : TimeSpan.FromTicks(json.Counted("horizonTicks")),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
