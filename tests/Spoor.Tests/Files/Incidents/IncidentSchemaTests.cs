using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Tests.Cli;
using YamlDotNet.RepresentationModel;

namespace Spoor.Tests.Files.Incidents;

/// <summary>The schema of <c>incident.yaml</c> and the checker say the same, as far as a schema can say it.</summary>
public sealed class IncidentSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read("docs/incident.schema.json");

    [Fact]
    public void Every_shipped_incident_is_valid() =>
        Assert.All(
            Directory.GetFiles(Repository.File("examples"), "incident.yaml", SearchOption.AllDirectories),
            file => Assert.Empty(Faults(File.ReadAllText(file))));

    [Fact]
    public void The_small_incident_is_valid_and_uses_every_key_but_three()
    {
        string[] unused = ["discovered_utc", "cause", "rescue"];

        Assert.Empty(Faults(SmallIncident.Yaml));
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs/incident.schema.json")));
        var keys = schema.RootElement.GetProperty("properties").EnumerateObject().Select(key => key.Name);
        Assert.All(keys.Except(unused), key => Assert.Contains($"{key}:", SmallIncident.Yaml, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("victim: A bank", "vicitm: A bank")]
    [InlineData("victim: A bank", "victim: \"\"")]
    [InlineData("id: small-2023", "id: Small_2023")]
    [InlineData("started_utc: 2023-09-12T13:20:59Z", "started_utc: 12.9.2023")]
    [InlineData("interpol: service_hack", "interpol: theft")]
    [InlineData("interpol: service_hack", "europol: service_hack")]
    [InlineData("usd: 1000", "usd: 1,000")]
    [InlineData("usd: 1000", "usd: 0")]
    [InlineData("made: 2023-09-14", "made: 2023-9-14")]
    [InlineData("actor: FBI says Lazarus", "who: Lazarus")]
    [InlineData("kind: authority", "kind: police")]
    [InlineData("grade: A2", "grade: A7")]
    [InlineData("url: https://example.org/fbi", "url: example.org")]
    [InlineData("derived_from: [fbi]", "derived_from: fbi")]
    [InlineData("published: 2023-09-13", "published: soon")]
    [InlineData("address: \"0xf54635836862aAD6e255E9B4FE49275fA5047E5d\"", "note: none")]
    public void A_planted_fault_is_one_for_both(string right, string wrong)
    {
        string planted = SmallIncident.Yaml.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(SmallIncident.Yaml, planted);
        Assert.NotEmpty(Faults(planted));
        Assert.Null(SmallIncident.Check(planted).Facts);
    }

    [Fact]
    public void The_vocabularies_are_those_of_the_program()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs/incident.schema.json")));
        var categories = schema.RootElement.GetProperty("properties").GetProperty("categories").GetProperty("properties");

        Assert.Equal(
            Spoor.Incidents.IncidentCategory.Vocabularies.Select(one => $"{one.Vocabulary}: {string.Join(' ', one.Words)}"),
            categories.EnumerateObject().Select(one => $"{one.Name}: {string.Join(' ', one.Value.GetProperty("enum").EnumerateArray())}"));
    }

    private static IEnumerable<string> Faults(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        using var json = JsonDocument.Parse(ToJson(stream.Documents[0].RootNode, "")!.ToJsonString());
        return [.. Schema.Faults(json.RootElement)];
    }

    // Scalars are text, as the reader takes them, but for the one number.
    private static JsonNode? ToJson(YamlNode node, string key) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child =>
            KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, ToJson(child.Value, ((YamlScalarNode)child.Key).Value!)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(item => ToJson(item, ""))]),
        YamlScalarNode scalar when key == "usd" && long.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long usd) => usd,
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };
}
