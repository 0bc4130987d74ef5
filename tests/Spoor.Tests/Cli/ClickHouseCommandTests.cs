using System.Text.Json;
using Spoor.Tests.Engines;

namespace Spoor.Tests.Cli;

/// <summary>The verbs on a store in ClickHouse, as a user meets them.</summary>
public sealed class ClickHouseCommandTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_copy_says_what_it_did_and_every_verb_answers_as_from_the_folder_byte_for_byte(int shards)
    {
        using var run = await SmallCase.ImportedAsync();
        string url = await ClickHouseServers.NewUrlAsync(shards);

        var (code, json, _) = await run.RunAsync("store", "copy", "--from", "spoor-data", "--to", url, "--json");

        Assert.Equal(0, code);
        using var document = JsonDocument.Parse(json);
        Assert.Empty(JsonSchema.Read("docs/store-copy.schema.json").Faults(document.RootElement));
        Assert.Equal(7, document.RootElement.GetProperty("added").GetInt64());
        string[][] questions =
        [
            ["trace", "--theft", SmallCase.Theft, "--json"],
            ["trace", "--theft", SmallCase.Theft, "--rule", "fifo", "--csv"],
            ["trace", "--holding", "0x00000000000000000000000000000000000000d1", "--at", "2023-09-13T00:00:00Z", "--direction", "in", "--json"],
            ["rank", "--theft", SmallCase.Theft, "--json"],
            ["compare", SmallCase.Thief, "--json"],
        ];
        foreach (string[] question in questions)
        {
            var fromFolder = await run.RunAsync(question);
            Assert.Equal(fromFolder, await run.RunAsync([.. question, "--store", url]));
            Assert.Equal(0, fromFolder.Code);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Files_go_straight_into_a_store_and_again_add_nothing(int shards)
    {
        using var run = await SmallCase.ImportedAsync();
        string url = await ClickHouseServers.NewUrlAsync(shards);

        var first = await run.RunAsync("import", "case.csv", "--store", url, "--json");
        var again = await run.RunAsync("import", "case.csv", "--store", url, "--json");

        Assert.Equal((0, 7L), (first.Code, AddedIn(first.Result)));
        Assert.Equal((0, 0L), (again.Code, AddedIn(again.Result)));
        Assert.Equal(
            (await run.RunAsync("trace", "--theft", SmallCase.Theft, "--json")).Result,
            (await run.RunAsync("trace", "--theft", SmallCase.Theft, "--json", "--store", url)).Result);
    }

    [Fact]
    public async Task A_copy_told_to_people_names_counts_and_checksum()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, text, _) = await run.RunAsync("store", "copy", "--from", "spoor-data", "--to", "copy");

        Assert.Equal(0, code);
        Approved.ApprovedText.Check("store-copy.txt", text);
    }

    [Fact]
    public async Task The_status_tells_where_the_store_is_and_what_it_holds()
    {
        using var run = await SmallCase.ImportedAsync();
        string url = await ClickHouseServers.NewUrlAsync(2);
        await run.RunAsync("store", "copy", "--from", "spoor-data", "--to", url);

        using var status = JsonDocument.Parse((await run.RunAsync("status", "--store", url, "--json")).Result);

        Assert.Equal(7, status.RootElement.GetProperty("transfers").GetInt64());
        Assert.True(status.RootElement.GetProperty("bytes").GetInt64() > 0);
    }

    [Theory]
    [InlineData("--store", "clickhouse://eve:geheim@127.0.0.1:1/none", 3, "the server 127.0.0.1:1 does not answer")]
    [InlineData("--store", "clickhouse://eve:geheim@127.0.0.1", 2, "Expected --store clickhouse://")]
    [InlineData("--stroe", "clickhouse://eve:geheim@127.0.0.1/none", 2, "--stroe")]
    public async Task What_does_not_work_is_said_without_the_password(string option, string url, int code, string said)
    {
        using var run = new CommandRun();

        var (found, result, talk) = await run.RunAsync("trace", "--theft", SmallCase.Theft, option, url);

        Assert.Equal((code, ""), (found, result));
        Assert.Contains(said, talk, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_and_a_store_at_once_are_refused()
    {
        using var run = new CommandRun();

        var (code, _, talk) = await run.RunAsync("status", "--data", "here", "--store", "clickhouse://127.0.0.1/none");

        Assert.Equal(2, code);
        Assert.Contains("Expected --data or --store, found both.", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_makes_no_store()
    {
        using var run = new CommandRun();
        string url = await ClickHouseServers.NewUrlAsync(1);

        Assert.Equal(3, (await run.RunAsync("status", "--store", url)).Code);
        var (code, _, talk) = await run.RunAsync("trace", "--theft", SmallCase.Theft, "--store", url);

        Assert.Equal(3, code);
        Assert.Contains("there is no store here", talk, StringComparison.Ordinal);
    }

    private static long AddedIn(string import)
    {
        using var document = JsonDocument.Parse(import);
        return document.RootElement.GetProperty("added").GetInt64();
    }
}
