using System.Text.Json;
using Spoor.Records;
using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>Everything in which the inputs, rules and parameters of two cases differ.</summary>
public static class CaseChanges
{
    /// <summary>In order of group, code and subject.</summary>
    public static IReadOnlyList<CaseChange> Between(CaseSide before, CaseSide after) =>
    [
        .. OfRules(before, after).Concat(OfParameters(before, after)).Concat(IncidentChanges.Between(before, after)).Concat(TransferChanges.Between(before, after))
            .Concat(LabelChanges.Between(before, after)).Concat(OfActs(before, after))
            .OrderBy(change => change.Group).ThenBy(change => change.Code, StringComparer.Ordinal).ThenBy(change => change.Subject, StringComparer.Ordinal),
    ];

    private static IEnumerable<CaseChange> OfRules(CaseSide before, CaseSide after)
    {
        if (before.Manifest.Tool != after.Manifest.Tool)
        {
            yield return new("TOOL_VERSION", InputGroup.Rules, "spoor", before.Manifest.Tool, after.Manifest.Tool);
        }

        var versions = Keyed(before.Manifest.Rules, after.Manifest.Rules, rule => $"{rule.Kind} {rule.Name}", rule => rule.Version);
        foreach (var (name, from, to) in versions)
        {
            yield return new("RULE_VERSION", InputGroup.Rules, name, from, to);
        }

        var tables = Keyed(Of(before, CaseNames.RuleFolder), Of(after, CaseNames.RuleFolder), entry => entry.Name, entry => entry.Sha256);
        foreach (var (name, from, to) in tables)
        {
            yield return new("RULE_TABLE", InputGroup.Rules, name, from, to);
        }
    }

    private static IEnumerable<CaseChange> OfParameters(CaseSide before, CaseSide after) =>
        Keyed(Leaves("", before.ManifestJson.GetProperty("parameters")), Leaves("", after.ManifestJson.GetProperty("parameters")), leaf => leaf.Name, leaf => leaf.Value)
            .Select(one => new CaseChange("PARAMETER", InputGroup.Parameters, one.Key, one.From, one.To));

    private static IEnumerable<CaseChange> OfActs(CaseSide before, CaseSide after) =>
        Keyed(ActsOf(before), ActsOf(after), act => $"act {act.Number}", act => act.Id)
            .Select(one => new CaseChange(one.From is null ? "ACT_ADDED" : one.To is null ? "ACT_REMOVED" : "ACT_CHANGED", InputGroup.Desk, one.Key, one.From, one.To));

    private static IEnumerable<Act> ActsOf(CaseSide side) =>
        side.Entries.TryGetValue(CaseNames.Acts, out var entry) ? CaseMaterialEntries.ActsOf(entry).Acts : [];

    private static IEnumerable<CaseEntry> Of(CaseSide side, string folder) =>
        side.Entries.Values.Where(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Value)> Leaves(string place, JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? json.EnumerateObject().SelectMany(member => Leaves(place.Length == 0 ? member.Name : $"{place}.{member.Name}", member.Value))
        : [(place, json.ToString())];

    /// <summary>What has another value on the other side, or none there; of equal keys the first counts.</summary>
    internal static IEnumerable<(string Key, string? From, string? To)> Keyed<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key, Func<T, string> value)
    {
        var left = before.DistinctBy(key).ToDictionary(key, value, StringComparer.Ordinal);
        var right = after.DistinctBy(key).ToDictionary(key, value, StringComparer.Ordinal);
        return left.Keys.Union(right.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(one => (Key: one, From: left.GetValueOrDefault(one), To: right.GetValueOrDefault(one)))
            .Where(one => one.From != one.To);
    }
}
