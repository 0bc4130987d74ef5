using System.Text.Json;
using Spoor.Attribution.Checks;
using Spoor.Attribution.Linking;

namespace Spoor.Reporting;

/// <summary>The versions of all rules that find and refute links, as the member <c>versions</c>.</summary>
internal static class RuleVersionsJson
{
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("versions");
        Write(json, "kinds", PairSearch.Kinds.Select(kind => (kind.Name, kind.Version)));
        Write(json, "checks", CounterChecks.All.Select(check => (check.Name, check.Version)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Name, int Version)> rules)
    {
        json.WriteStartObject(name);
        foreach (var (rule, version) in rules)
        {
            json.WriteNumber(rule, version);
        }

        json.WriteEndObject();
    }
}
