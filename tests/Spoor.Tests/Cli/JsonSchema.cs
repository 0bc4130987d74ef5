using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spoor.Tests.Cli;

/// <summary>Checks a document against one of our schemas: the keywords of draft 2020-12 that they use, and no others.</summary>
internal sealed class JsonSchema
{
    private static readonly string[] Silent = ["$schema", "$defs", "title", "description", "format", "additionalProperties"];

    private readonly JsonElement _root;

    private JsonSchema(JsonElement root) => _root = root;

    public static JsonSchema Read(string file)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File(file)));
        return new(schema.RootElement.Clone());
    }

    /// <summary>The schema in a folder that describes a document, by what it says of itself; null where none does.</summary>
    public static JsonSchema? For(string folder, string format)
    {
        foreach (string file in Directory.EnumerateFiles(Repository.File(folder), "*.schema.json").Order(StringComparer.Ordinal))
        {
            var schema = Read(file);
            if (schema.Described(format) is { } part)
            {
                return new(schema._root) { Part = part };
            }
        }

        return null;
    }

    /// <summary>The part that is meant where a schema describes several documents.</summary>
    private JsonElement? Part { get; init; }

    /// <summary>What is wrong, each with its place.</summary>
    public IEnumerable<string> Faults(JsonElement document) => Faults(Part ?? _root, document, "");

    private JsonElement? Described(string format)
    {
        List<JsonElement> parts = [_root];
        if (_root.TryGetProperty("$defs", out var more))
        {
            parts.AddRange(more.EnumerateObject().Select(one => one.Value));
        }

        var told = parts.Where(part => part.TryGetProperty("properties", out var members) && members.TryGetProperty("spoor", out var word)
            && word.TryGetProperty("const", out var name) && name.ValueEquals(format)).ToList();
        return told.Count switch { 0 => null, 1 => told[0], _ => _root };
    }

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string place) =>
        schema.EnumerateObject().SelectMany(keyword => FaultsOf(keyword, schema, value, place));

    private IEnumerable<string> FaultsOf(JsonProperty keyword, JsonElement schema, JsonElement value, string place)
    {
        var wanted = keyword.Value;
        return keyword.Name switch
        {
            "type" => Unless(TypesOf(wanted).Any(type => IsOf(type, value)), place, $"of type {wanted}, found {value.ValueKind}"),
            "const" => Unless(JsonElement.DeepEquals(wanted, value), place, $"{wanted}, found {value}"),
            "enum" => Unless(wanted.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), place, $"one of {wanted}, found {value}"),
            "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, wanted.GetString()!), place, $"{wanted}, found {value}"),
            "minLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= wanted.GetInt32(), place, $"{wanted} characters"),
            "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= wanted.GetInt32(), place, $"{wanted} items"),
            "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetInt64() >= wanted.GetInt64(), place, $"at least {wanted}, found {value}"),
            "required" => wanted.EnumerateArray().SelectMany(name => Unless(
                value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name.GetString()!, out _), place, $"a member {name}")),
            "properties" => value.ValueKind != JsonValueKind.Object ? [] : wanted.EnumerateObject()
                .Where(member => value.TryGetProperty(member.Name, out _))
                .SelectMany(member => Faults(member.Value, value.GetProperty(member.Name), $"{place}/{member.Name}"))
                .Concat(Additional(schema, value, place)),
            "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Faults(wanted, item, $"{place}/{i}")),
            "anyOf" => Unless(wanted.EnumerateArray().Any(one => !Faults(one, value, place).Any()), place, $"any of {wanted}, found {value}"),
            "$ref" => Faults(_root.GetProperty("$defs").GetProperty(wanted.GetString()!.Split('/')[^1]), value, place),
            _ => Unless(Silent.Contains(keyword.Name), place, $"a schema without the keyword {keyword.Name}, which this check does not know"),
        };
    }

    private IEnumerable<string> Additional(JsonElement schema, JsonElement value, string place)
    {
        if (!schema.TryGetProperty("additionalProperties", out var additional))
        {
            return [];
        }

        var known = schema.GetProperty("properties");
        var others = value.EnumerateObject().Where(member => !known.TryGetProperty(member.Name, out _));
        return additional.ValueKind == JsonValueKind.False
            ? others.Select(member => $"{place}: expected no member {member.Name}")
            : others.SelectMany(member => Faults(additional, member.Value, $"{place}/{member.Name}"));
    }

    private static IEnumerable<string> Unless(bool holds, string place, string expected) => holds ? [] : [$"{place}: expected {expected}"];

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
