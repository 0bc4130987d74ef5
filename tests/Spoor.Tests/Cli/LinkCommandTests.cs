using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary><c>spoor link</c> as a user meets it.</summary>
public sealed class LinkCommandTests
{
    [Fact]
    public async Task CoinEx_is_linked_to_Stake_with_both_sides_and_every_check()
    {
        using var run = new CommandRun();

        var (code, result, talk) = await run.RunAsync("link", "coinex-2023", "--against", "stake-2023", "--against", "alphapo-2023", "--against", "kucoin-2020");

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("link.txt", result);
        Assert.Empty(Directory.GetFileSystemEntries(run.Folder));
    }

    [Fact]
    public async Task The_document_for_programs_is_as_its_schema_says_and_the_same_each_time()
    {
        using var run = await SmallCase.ImportedAsync();
        string[] words = ["link", "stake-2023", "--labels", "labels.csv", "--as-of", "2024-01-01", "--without", "rekt-coinex", "--all", "--json"];

        var (code, result, _) = await run.RunAsync(words);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/links.schema.json").Faults(json.RootElement));
        Assert.Equal(result, (await run.RunAsync(words)).Result);
    }

    [Fact]
    public async Task A_label_of_a_file_refutes_and_all_shows_how()
    {
        using var run = new CommandRun();
        run.Write("services.csv", "address,name,category\n0x75497999432B8701330fB68058bd21918C02Ac59,Made-up exchange,exchange\n");

        var (code, result, _) = await run.RunAsync("link", "coinex-2023", "--labels", "services.csv", "--all");

        Assert.Equal(1, code);
        Assert.Contains("is linked to none", result, StringComparison.Ordinal);
        Assert.Contains("FAILED", result, StringComparison.Ordinal);
        Assert.Contains("'Made-up exchange' (exchange), says services.csv", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_of_the_store_are_used_as_of_the_day()
    {
        using var run = new CommandRun();
        run.Write("services.csv", "address,name,category\n0x75497999432B8701330fB68058bd21918C02Ac59,Made-up exchange,exchange\n");
        var imported = await run.RunAsync("labels", "import", "services.csv", "--learned", "2023-10-01");
        Assert.True(imported.Code == 0, imported.Talk);

        Assert.Equal(0, (await run.RunAsync("link", "coinex-2023", "--as-of", "2023-09-30")).Code);
        Assert.Equal(1, (await run.RunAsync("link", "coinex-2023", "--as-of", "2023-10-01")).Code);
    }

    [Fact]
    public async Task A_pivot_of_neither_list_is_found_in_imported_transfers()
    {
        using var run = new CommandRun();
        run.Write("flows.csv", TwoThefts.Transfers);
        TwoThefts.WriteIncidents(run);
        Assert.Equal(0, (await run.RunAsync("import", "flows.csv")).Code);

        var (code, result, _) = await run.RunAsync("link", "north-2023", "--incidents", "cases", "--against", "south-2023");

        Assert.Equal(0, code);
        ApprovedText.Check("link-flow.txt", result);
    }

    [Fact]
    public async Task The_labels_of_an_incidents_folder_refute_a_link_from_the_day_they_were_learned()
    {
        using var run = new CommandRun();
        run.Write("flows.csv", TwoThefts.Transfers);
        TwoThefts.WriteIncidents(run);
        run.Write("cases/north-2023/labels.yaml", """
            title: Services
            creator: A bank
            source: statement
            confidence: ownership
            lastmod: 2023-10-01
            tags:
              - address: "0x5b5a4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b"
                label: Exchange 4
                network: ETH
                category: exchange

            """);
        Assert.Equal(0, (await run.RunAsync("import", "flows.csv")).Code);
        string[] question = ["link", "south-2023", "--incidents", "cases", "--against", "north-2023", "--all"];

        Assert.Equal(0, (await run.RunAsync([.. question, "--as-of", "2023-09-30"])).Code);
        var (code, result, talk) = await run.RunAsync([.. question, "--as-of", "2023-10-01"]);

        Assert.True(code == 1, talk);
        Assert.Contains("is linked to none of 1 other", result, StringComparison.Ordinal);
        Assert.Equal(0, (await run.RunAsync([.. question, "--as-of", "2023-10-01", "--without", "statement"])).Code);
    }

    [Fact]
    public async Task An_incident_of_a_folder_that_stands_for_the_programs_is_told_of_and_hashed()
    {
        using var run = new CommandRun();
        TwoThefts.WriteIncidents(run);
        Directory.Move(Path.Combine(run.Folder, "cases", "north-2023"), Path.Combine(run.Folder, "cases", "kucoin-2020"));
        string facts = Path.Combine(run.Folder, "cases", "kucoin-2020", "incident.yaml");
        File.WriteAllText(facts, File.ReadAllText(facts).Replace("north-2023", "kucoin-2020", StringComparison.Ordinal));

        var own = await run.RunAsync("link", "south-2023", "--incidents", "cases", "--json");
        var plain = await run.RunAsync("link", "coinex-2023", "--json");

        Assert.Contains("The incident kucoin-2020 that the program carries is replaced by", own.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("replaced", plain.Talk, StringComparison.Ordinal);
        Assert.NotEqual(HashOf(own.Result, "kucoin-2020"), HashOf(plain.Result, "kucoin-2020"));
        Assert.Equal(HashOf(own.Result, "stake-2023"), HashOf(plain.Result, "stake-2023"));
    }

    [Fact]
    public async Task A_faulty_folder_is_named_whichever_question_meets_it()
    {
        using var run = new CommandRun();
        TwoThefts.WriteIncidents(run);
        run.Write("cases/north-2023/incident.yaml", "id: north-2023\nvicitm: North\n");

        var (code, _, talk) = await run.RunAsync("link", "coinex-2023", "--incidents", "cases");

        Assert.Equal(2, code);
        Assert.Contains($"Incident north-2023 in {Path.Combine(run.Folder, "cases", "north-2023")}: incident.yaml, line", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("link", "coinex-2032")]
    [InlineData("link", "coinex-2023", "--as-of", "yesterday")]
    [InlineData("link", "coinex-2023", "--threshold", "much")]
    [InlineData("link", "coinex-2023", "--max-hops", "-1")]
    [InlineData("link", "coinex-2023", "--against", "nobody")]
    [InlineData("link", "coinex-2023", "--labels", "nothing.csv")]
    [InlineData("link", "coinex-2023", "--against", "coinex-2023")]
    [InlineData("link", "coinex-2023", "--without", "slowmits")]
    public async Task What_cannot_be_asked_is_refused_with_a_reason(params string[] words)
    {
        using var run = new CommandRun();

        var (code, result, talk) = await run.RunAsync(words);

        Assert.Equal((2, ""), (code, result));
        Assert.NotEmpty(talk);
    }

    private static string? HashOf(string json, string incident)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("request").GetProperty("incidents").EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == incident).GetProperty("sha256").GetString();
    }
}
