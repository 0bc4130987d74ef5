using System.Security.Cryptography;
using System.Text.Json;
using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>Reads a table of screening rules; whatever is not as described is refused with its place.</summary>
public static class ScreeningRulesJson
{
    private const int MaxBytes = 1 << 20;
    private const int MaxRules = 1_000;
    private const int MostPerMillion = 1_000_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <exception cref="FormatException">Not a table of screening rules.</exception>
    public static ScreeningRules Read(byte[] json)
    {
        if (json.Length > MaxBytes)
        {
            throw new FormatException($"Expected screening rules of at most {MaxBytes} bytes, found {json.Length}.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            var rules = root.GetProperty("rules").EnumerateArray().Take(MaxRules + 1).Select(RuleOf).ToList();
            Require(rules.Count <= MaxRules, $"at most {MaxRules} rules", "more");
            Require(rules.DistinctBy(rule => rule.Id).Count() == rules.Count, "rules with different ids", "one id twice");
            return new(
                root.GetProperty("version").GetString()!,
                "sha256:" + Convert.ToHexStringLower(SHA256.HashData(json)),
                MethodOf(root.GetProperty("method")),
                [.. Enum.GetNames<RiskLevel>().Select(level => Number(root.GetProperty("levelsFrom"), level.ToLowerInvariant(), ScreeningRules.MaxScore))],
                rules);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException($"This is not a table of screening rules: {failure.Message}", failure);
        }
    }

    private static ScreeningMethod MethodOf(JsonElement method) => new()
    {
        MaxHops = Number(method, "maxHops", 100),
        Budget = Number(method, "budget", int.MaxValue),
        ThinPerMillion = Number(method, "thinPerMillion", MostPerMillion),
        HubCounterparties = Number(method, "hubCounterparties", int.MaxValue),
        DustUsd = UsdValue.OfDollars(Number(method, "dustUsd", int.MaxValue)),
        DustPerMillion = Number(method, "dustPerMillion", MostPerMillion),
    };

    private static ScreeningRule RuleOf(JsonElement rule) => new(
        rule.GetProperty("id").GetString() is { Length: > 0 } id ? id : throw new FormatException("Expected a rule with an id, found one without."),
        One<RuleGround>(rule.GetProperty("ground").GetString()),
        rule.GetProperty("categories").EnumerateArray().Select(CategoryOf).ToHashSet(),
        Number(rule, "points", ScreeningRules.MaxScore))
    {
        Side = rule.TryGetProperty("side", out var side) ? One<ExposureSide>(side.GetString()) : null,
        LeastSharePerMillion = rule.TryGetProperty("leastSharePerMillion", out _) ? Number(rule, "leastSharePerMillion", MostPerMillion) : 0,
        OrFromUsd = rule.TryGetProperty("orFromUsd", out _) ? UsdValue.OfDollars(Number(rule, "orFromUsd", int.MaxValue)) : null,
    };

    private static ExposureCategory CategoryOf(JsonElement name) =>
        ExposureCategories.Find(name.GetString()!) ?? throw new FormatException($"Expected a category of exposure, found '{name.GetString()}'.");

    private static T One<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => string.Equals(value.ToString(), name?.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"Expected one of {string.Join(", ", Enum.GetNames<T>())}, found '{name}'.");

    private static int Number(JsonElement of, string member, int most) =>
        of.GetProperty(member).TryGetInt32(out int number) && number >= 0 && number <= most
            ? number
            : throw new FormatException($"Expected '{member}' from 0 to {most}, found {of.GetProperty(member).GetRawText()}.");

    private static void Require(bool holds, string expected, string found)
    {
        if (!holds)
        {
            throw new FormatException($"Expected {expected}, found {found}.");
        }
    }
}
