using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spoor.Cli.Mcp;

/// <summary>The JSON Schema of what a tool takes.</summary>
internal static class ToolSchema
{
    /// <summary>How the answer is written: <c>text</c>, as people read it, or <c>json</c> with a published schema.</summary>
    public const string Format = "format";

    public static JsonElement Of(IEnumerable<ToolInput> inputs, bool hasJson)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var input in inputs)
        {
            properties[input.Name] = Property(input);
            if (input.IsRequired)
            {
                required.Add(input.Name);
            }
        }

        if (hasJson)
        {
            properties[Format] = new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray("text", "json"),
                ["default"] = "text",
                ["description"] = "text: tables and sentences. json: every figure, by the format that docs/json.md describes.",
            };
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
        return JsonSerializer.SerializeToElement(schema, JsonSerializerOptions.Default);
    }

    /// <exception cref="FormatException">It is neither of the two.</exception>
    public static IEnumerable<string> WordsOf(JsonElement format) => format.ValueKind == JsonValueKind.String && format.GetString() is "text" or "json"
        ? format.GetString() == "json" ? ["--json"] : []
        : throw new FormatException($"{Format}: expected text or json.");

    private static JsonObject Property(ToolInput input)
    {
        JsonObject one = new() { ["type"] = input.IsSwitch ? "boolean" : input.IsNumber ? "integer" : "string" };
        if (input.Choices.Count > 0)
        {
            one["enum"] = new JsonArray([.. input.Choices.Select(choice => JsonValue.Create(choice))]);
        }

        var property = input.IsMany ? new JsonObject { ["type"] = "array", ["items"] = one } : one;
        property["description"] = input.Description;
        return property;
    }
}
