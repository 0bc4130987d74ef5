using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Spoor.Chains.Files.Watches;
using Spoor.Tests.Cli;
using YamlDotNet.RepresentationModel;

namespace Spoor.Tests.Files.Watches;

/// <summary>The schema of a watch file, its page and its reader say the same, as far as each can say it.</summary>
public sealed partial class WatchSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read("docs/watch.schema.json");

    [Fact]
    public void The_small_watch_and_the_example_and_what_is_written_are_valid()
    {
        Assert.Empty(Faults(SmallWatch.Yaml));
        Assert.Empty(Faults(File.ReadAllText(Repository.File("examples/watches/coinex-2023.yaml"))));
        Assert.Empty(Faults(WatchText.Write(SmallWatch.Read(SmallWatch.Yaml))));
    }

    [Fact]
    public void The_small_watch_uses_every_key_of_the_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs/watch.schema.json")));
        var keys = Key().Matches(SmallWatch.Yaml).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Empty(KeysOf(schema.RootElement).Except(keys));
    }

    [Theory]
    [InlineData("use: cold", "use: colt")]
    [InlineData("hook:", "hok:")]
    [InlineData("https://hooks.example.org/spoor", "hooks.example.org")]
    [InlineData("reconcile: true", "reconcile: yes")]
    [InlineData("until: 2026-03-01T12:00Z", "until: soon")]
    [InlineData("amount: 1000000.25", "amount: 1_000")]
    [InlineData("units: 17", "units: 1.5")]
    [InlineData("floor_usd: 100000", "floor_usd: many")]
    [InlineData("id: cold-2026-03", "ident: cold-2026-03")]
    public void A_planted_fault_is_one_for_both(string right, string wrong)
    {
        string planted = SmallWatch.Yaml.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(SmallWatch.Yaml, planted);
        Assert.NotEmpty(Faults(planted));
        Assert.Null(SmallWatch.Check(planted).Watch);
    }

    [Fact]
    public void Every_example_of_the_page_is_read_and_valid()
    {
        string page = File.ReadAllText(Repository.File("docs/watches.md")).ReplaceLineEndings("\n");
        string[] watches = [.. Block().Matches(page).Where(block => block.Groups[1].Value == "yaml").Select(block => block.Groups[2].Value)];
        string[] logs = [.. Block().Matches(page).Where(block => block.Groups[1].Value == "csv").Select(block => block.Groups[2].Value)];

        Assert.NotEmpty(watches);
        Assert.NotEmpty(logs);
        Assert.All(watches, yaml => Assert.Empty(SmallWatch.Check(yaml).Faults));
        Assert.All(watches, yaml => Assert.Empty(Faults(yaml)));
        Assert.All(logs, csv => Assert.NotEmpty(WithdrawalLog.Check("withdrawals.csv", new StringReader(csv)).Withdrawals));
    }

    private static IEnumerable<string> KeysOf(JsonElement schema) => schema.ValueKind != JsonValueKind.Object ? [] : schema.EnumerateObject().SelectMany(member =>
        member.Name == "properties" ? member.Value.EnumerateObject().SelectMany(key => KeysOf(key.Value).Prepend(key.Name)) : KeysOf(member.Value));

    private static IEnumerable<string> Faults(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        using var json = JsonDocument.Parse(ToJson(stream.Documents[0].RootNode)!.ToJsonString());
        return [.. Schema.Faults(json.RootElement)];
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, ToJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };

    [GeneratedRegex("([a-z_]+):")]
    private static partial Regex Key();

    [GeneratedRegex("```(yaml|csv)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
