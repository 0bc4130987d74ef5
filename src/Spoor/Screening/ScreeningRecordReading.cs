using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>Reads the screenings of a <c>screen/1</c> document back, as far as a comparison needs them.</summary>
public static class ScreeningRecordReading
{
    /// <summary>A screening writes a few kilobytes; a list of ten thousand fits.</summary>
    public const int MaxBytes = 256 << 20;

    private const string Version = "screen/1";
    private const int MaxScreenings = 10_000;
    private const int MaxUsdDigits = 60;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    /// <exception cref="FormatException">Not such a document.</exception>
    public static IReadOnlyList<ScreeningRecord> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            throw new FormatException($"Expected a {Version} document of at most {MaxBytes} bytes, found {json.Length}.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            if (Text(root, "spoor") != Version)
            {
                throw new FormatException($"Expected a {Version} document, found '{Text(root, "spoor")}'.");
            }

            var heads = root.GetProperty("chains").EnumerateArray()
                .ToDictionary(head => ChainId.Parse(Text(head, "chain")), head => head.GetProperty("block").GetInt64());
            var rules = root.GetProperty("rules");
            var screenings = root.GetProperty("screenings");
            return screenings.GetArrayLength() <= MaxScreenings
                ? [.. screenings.EnumerateArray().Select(screening => RecordOf(screening, rules, heads))]
                : throw new FormatException($"Expected at most {MaxScreenings} screenings, found {screenings.GetArrayLength()}.");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"This is not a {Version} document: {failure.Message}", failure);
        }
    }

    private static ScreeningRecord RecordOf(JsonElement screening, JsonElement rules, Dictionary<ChainId, long> heads)
    {
        ChainId? chain = TextOrNull(screening, "chain") is { } name ? ChainId.Parse(name) : null;
        return new()
        {
            Address = AccountText.Parse(Text(screening, "address"), chain).Address,
            Chain = chain,
            Rules = Text(rules, "version"),
            RulesDigest = Text(rules, "digest"),
            Score = screening.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetInt32() : null,
            Fired = [.. screening.GetProperty("fired").EnumerateArray().Select(fired => Text(fired, "rule"))],
            Facts = [.. Each(screening, "labels", FactOfLabel), .. Each(screening, "exposures", FactOfExposure)],
            Labels = [.. Each(screening, "labels", NameOf)],
            Ends = [.. screening.GetProperty("exposures").EnumerateArray().SelectMany(exposure => Each(exposure, "ends", EndOf))],
            Payments = screening.GetProperty("received").GetProperty("payments").GetInt64() + screening.GetProperty("sent").GetProperty("payments").GetInt64(),
            Heads = heads,
        };
    }

    private static RiskFact FactOfLabel(JsonElement label) => RiskFact.OfLabel(CategoryOf(label, "exposure"), label.GetProperty("elsewhere").GetBoolean());

    private static RiskFact FactOfExposure(JsonElement exposure) => new(
        Text(exposure, "reach") switch
        {
            "direct" => RuleGround.Direct,
            "indirect" => RuleGround.Indirect,
            var reach => throw new FormatException($"Expected a reach of direct or indirect, found '{reach}'."),
        },
        CategoryOf(exposure, "category"),
        Text(exposure, "side") switch
        {
            "incoming" => ExposureSide.Incoming,
            "outgoing" => ExposureSide.Outgoing,
            var side => throw new FormatException($"Expected a side of incoming or outgoing, found '{side}'."),
        },
        exposure.GetProperty("sharePerMillion").GetInt64(),
        TextOrNull(exposure, "usd") is { } usd ? UsdOf(usd) : null);

    private static RecordedEnd EndOf(JsonElement end)
    {
        var chain = ChainId.Parse(Text(end, "chain"));
        var label = end.GetProperty("label");
        return new(
            chain, AddressText.Parse(chain, Text(end, "address")),
            label.ValueKind == JsonValueKind.Null ? null : NameOf(label),
            end.GetProperty("firstBlock").GetInt64());
    }

    private static RecordedName NameOf(JsonElement label) => new(Text(label, "id"), Text(label, "name"));

    private static ExposureCategory CategoryOf(JsonElement of, string member) =>
        ExposureCategories.Find(Text(of, member)) ?? throw new FormatException($"Expected a category of exposure, found '{Text(of, member)}'.");

    // As UsdValue writes itself: six digits after the point.
    private static UsdValue UsdOf(string text) =>
        text.Length is > 7 and <= MaxUsdDigits && text[^7] == '.'
        && BigInteger.TryParse(text.Remove(text.Length - 7, 1), NumberStyles.None, CultureInfo.InvariantCulture, out var micros)
            ? new(micros)
            : throw new FormatException($"Expected dollars with six digits after the point, found '{text}'.");

    private static IEnumerable<T> Each<T>(JsonElement of, string member, Func<JsonElement, T> read) => of.GetProperty(member).EnumerateArray().Select(read);

    private static string Text(JsonElement of, string member) =>
        of.GetProperty(member).GetString() ?? throw new FormatException($"Expected text in '{member}', found nothing.");

    private static string? TextOrNull(JsonElement of, string member) => of.GetProperty(member).GetString();
}
