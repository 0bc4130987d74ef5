using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spoor.Tests.Reporting.Forms;

/// <summary>The JSON Schemas of STIX 2.1 as OASIS publishes them, and whether an object is as the one of its type says (draft 2020-12, the keywords they use).</summary>
/// <remarks>
/// The published schema of a bundle lets no incident, note, opinion or extension definition pass: it wants exactly one of two general schemas to fit, and both fit
/// them. So each object is held against the schema of its own type.
/// </remarks>
internal sealed class OasisSchemas(string folder, string extensions)
{
    private static readonly string[] Silent = ["$schema", "$id", "title", "description", "examples", "format", "definitions", "$defs", "then"];

    private static readonly string[] Parts = ["sdos", "sros", "common", "observables"];

    private readonly Dictionary<string, JsonElement> _files = [];

    public IEnumerable<string> FaultsOf(JsonElement one)
    {
        string type = one.GetProperty("type").GetString()!;
        string file = Parts.Select(part => Path.Combine(folder, part, $"{type}.json"))
            .Append(Path.Combine(extensions, $"{type}.json")).First(File.Exists);
        return Faults(Read(file), file, one, type);
    }

    private JsonElement Read(string file)
    {
        if (!_files.TryGetValue(file, out var schema))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            _files[file] = schema = document.RootElement.Clone();
        }

        return schema;
    }

    private IEnumerable<string> Faults(JsonElement schema, string file, JsonElement value, string place) => schema.ValueKind switch
    {
        JsonValueKind.True => [],
        JsonValueKind.False => [$"{place}: nothing is allowed here"],
        _ => schema.EnumerateObject().SelectMany(keyword => FaultsOf(keyword, schema, file, value, place)),
    };

    private IEnumerable<string> FaultsOf(JsonProperty keyword, JsonElement schema, string file, JsonElement value, string place)
    {
        var wanted = keyword.Value;
        return keyword.Name switch
        {
            "type" => Unless(wanted.ValueKind == JsonValueKind.Array ? wanted.EnumerateArray().Any(type => Is(type, value)) : Is(wanted, value), place, keyword),
            "const" => Unless(JsonElement.DeepEquals(wanted, value), place, keyword),
            "enum" => Unless(wanted.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)), place, keyword),
            "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, wanted.GetString()!), place, keyword),
            "minLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= wanted.GetInt32(), place, keyword),
            "maxLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= wanted.GetInt32(), place, keyword),
            "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= wanted.GetInt32(), place, keyword),
            "minProperties" => Unless(value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= wanted.GetInt32(), place, keyword),
            "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= wanted.GetDecimal(), place, keyword),
            "maximum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= wanted.GetDecimal(), place, keyword),
            "required" => Unless(value.ValueKind != JsonValueKind.Object || wanted.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)), place, keyword),
            "allOf" => wanted.EnumerateArray().SelectMany(one => Faults(one, file, value, place)),
            "anyOf" => Unless(wanted.EnumerateArray().Any(one => !Faults(one, file, value, place).Any()), place, keyword),
            "oneOf" => Unless(wanted.EnumerateArray().Count(one => !Faults(one, file, value, place).Any()) == 1, place, keyword),
            "not" => Unless(Faults(wanted, file, value, place).Any(), place, keyword),
            "if" => Faults(wanted, file, value, place).Any() || !schema.TryGetProperty("then", out var then) ? [] : Faults(then, file, value, place),
            "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Faults(wanted, file, item, $"{place}/{i}")),
            "contains" => Unless(value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => !Faults(wanted, file, item, place).Any()), place, keyword),
            "propertyNames" => Members(value).SelectMany(member => Faults(wanted, file, JsonSerializer.SerializeToElement(member.Name), $"{place}/{member.Name}")),
            "properties" => Members(value).Where(member => wanted.TryGetProperty(member.Name, out _))
                .SelectMany(member => Faults(wanted.GetProperty(member.Name), file, member.Value, $"{place}/{member.Name}")),
            "patternProperties" => Members(value).SelectMany(member => wanted.EnumerateObject().Where(pattern => Regex.IsMatch(member.Name, pattern.Name))
                .SelectMany(pattern => Faults(pattern.Value, file, member.Value, $"{place}/{member.Name}"))),
            "additionalProperties" => Members(value).Where(member => !IsNamed(schema, member.Name)).SelectMany(member => Faults(wanted, file, member.Value, $"{place}/{member.Name}")),
            "$ref" => FaultsAt(wanted.GetString()!, file, value, place),
            _ => Unless(Silent.Contains(keyword.Name), place, keyword),
        };
    }

    private IEnumerable<string> FaultsAt(string reference, string file, JsonElement value, string place)
    {
        string[] halves = reference.Split('#');
        string target = halves[0].Length == 0 ? file
            : halves[0].StartsWith("http", StringComparison.Ordinal) ? Path.Combine(folder, "common", halves[0].Split('/')[^1])
            : Path.GetFullPath(halves[0], Path.GetDirectoryName(file)!);
        var schema = Read(target);
        foreach (string name in halves.Length > 1 ? halves[1].Split('/', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            schema = schema.GetProperty(name);
        }

        return Faults(schema, target, value, place);
    }

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name)));

    private static List<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static IEnumerable<string> Unless(bool holds, string place, JsonProperty keyword) => holds ? [] : [$"{place}: {keyword.Name} {keyword.Value}"];

    private static bool Is(JsonElement type, JsonElement value) => (type.GetString(), value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
