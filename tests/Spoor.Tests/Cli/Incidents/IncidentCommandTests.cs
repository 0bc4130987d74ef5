using System.Text.Json;
using Spoor.Tests.Approved;
using Spoor.Tests.Files.Incidents;

namespace Spoor.Tests.Cli.Incidents;

/// <summary><c>spoor incident</c> as a user meets it.</summary>
public sealed class IncidentCommandTests
{
    [Fact]
    public async Task An_incident_is_shown_with_who_said_so()
    {
        using var run = new CommandRun();

        var (code, result, talk) = await run.RunAsync("incident", "show", "alphapo-2023");

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("incident-show.txt", result);
    }

    [Fact]
    public async Task A_checked_folder_shows_every_fault_with_file_and_line()
    {
        using var run = new CommandRun();
        WriteSmall(run, SmallIncident.Yaml.Replace("victim:", "vicitm:", StringComparison.Ordinal).Replace("usd: 1000", "usd: 1,000", StringComparison.Ordinal));

        var (code, result, _) = await run.RunAsync("incident", "check", "small-2023");

        Assert.Equal(2, code);
        ApprovedText.Check("incident-check.txt", result);
    }

    [Fact]
    public async Task A_folder_of_folders_is_checked_whole_and_a_name_that_is_not_the_id_is_a_fault()
    {
        using var run = new CommandRun();
        WriteSmall(run, SmallIncident.Yaml, "cases/small-2023");
        WriteSmall(run, SmallIncident.Yaml, "cases/other");

        var (code, result, _) = await run.RunAsync("incident", "check", "cases");

        Assert.Equal(2, code);
        Assert.Contains("id: expected the name of the folder, 'other', found 'small-2023'", result, StringComparison.Ordinal);
        Assert.EndsWith("2 folders checked: 1 fault, 0 warnings.\n", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_of_a_folder_stands_beside_those_of_the_program()
    {
        using var run = new CommandRun();
        WriteSmall(run, SmallIncident.Yaml, "cases/small-2023");

        var ids = JsonDocument.Parse((await run.RunAsync("incident", "list", "--incidents", "cases", "--json")).Result)
            .RootElement.GetProperty("incidents").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ToList();

        Assert.Contains("small-2023", ids);
        Assert.Contains("coinex-2023", ids);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(0, (await run.RunAsync("incident", "show", "cases/small-2023")).Code);
    }

    [Fact]
    public async Task An_id_that_is_not_there_brings_those_that_are_near()
    {
        using var run = new CommandRun();

        var (code, _, talk) = await run.RunAsync("incident", "show", "stake-2032");
        var (_, _, prefix) = await run.RunAsync("incident", "show", "coinex");

        Assert.Equal(2, code);
        Assert.Contains("Near are: stake-2023", talk, StringComparison.Ordinal);
        Assert.Contains("Near are: coinex-2023", prefix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incident-show", "show", "coinex-2023")]
    [InlineData("incident-show", "show", "ronin-2022")]
    [InlineData("incident-list", "list")]
    [InlineData("incident-check", "check", "small-2023")]
    public async Task The_documents_are_those_of_the_schemas(string schema, params string[] arguments)
    {
        using var run = new CommandRun();
        WriteSmall(run, SmallIncident.Yaml.Replace("usd: 1000", "usd: 1,000", StringComparison.Ordinal));

        var (_, result, _) = await run.RunAsync(["incident", .. arguments, "--json"]);

        using var document = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read($"docs/{schema}.schema.json").Faults(document.RootElement));
    }

    [Fact]
    public async Task The_list_names_every_incident_with_what_was_last_stated()
    {
        using var run = new CommandRun();

        var (code, result, _) = await run.RunAsync("incident", "list");

        Assert.Equal(0, code);
        Assert.Contains("  coinex-2023 ", result, StringComparison.Ordinal);
        Assert.Matches(@"stake-2023 +2023-09-04 +Stake\.com +41,000,000 +40 +4 +Lazarus Group", result);
    }

    private static void WriteSmall(CommandRun run, string yaml, string folder = "small-2023")
    {
        Directory.CreateDirectory(Path.Combine(run.Folder, folder));
        run.Write($"{folder}/incident.yaml", yaml);
        run.Write($"{folder}/wallets.csv", SmallIncident.Wallets);
        run.Write($"{folder}/totals.csv", SmallIncident.Totals);
    }
}
