using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli.Screening;

/// <summary><c>spoor screen</c> as a user meets it.</summary>
public sealed class ScreenCommandTests
{
    private const string Receiver = "0x00000000000000000000000000000000000000d1";

    private const string Labels = """
        address,name,category,source
        0x00000000000000000000000000000000000000e1,Fence & Sons,exchange,made-up
        0x00000000000000000000000000000000000000a1,Thief of the small case,heist,made-up
        """;

    [Fact]
    public async Task Half_of_what_the_receiver_got_was_stolen_and_the_page_shows_which_way()
    {
        using var run = await CaseAsync();

        var (code, result, talk) = await run.RunAsync("screen", Receiver, "--chain", "ethereum", "--labels", "known.csv", "--prices", "closes.csv");

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("screen.txt", result);
    }

    [Fact]
    public async Task The_document_is_as_its_schema_says_and_the_same_each_time()
    {
        using var run = await CaseAsync();
        run.Write("list.txt", $"# customers\n{Receiver}\n\n{SmallCase.Thief}\neip155:1:0x00000000000000000000000000000000000000e1\n0x00000000000000000000000000000000000000ff\n");
        string[] words = ["screen", "--file", "list.txt", "--labels", "known.csv", "--prices", "closes.csv", "--json"];

        var (code, result, _) = await run.RunAsync(words);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/screen.schema.json").Faults(json.RootElement));
        Assert.Equal([80, 95, 92, null], json.RootElement.GetProperty("screenings").EnumerateArray().Select(Score));
        Assert.Equal(result, (await run.RunAsync(words)).Result);
    }

    [Fact]
    public async Task A_later_screening_says_that_a_label_made_the_difference()
    {
        using var run = await CaseAsync();
        run.Write("before.json", (await run.RunAsync("screen", Receiver, "--json")).Result);

        var (code, result, _) = await run.RunAsync("screen", Receiver, "--labels", "known.csv", "--earlier", "before.json");

        Assert.Equal(0, code);
        Assert.Contains("The score went from 0 to", result, StringComparison.Ordinal);
        Assert.Contains("New label: Thief of the small case at 0x00000000000000000000000000000000000000A1", result, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await run.RunAsync("screen", Receiver, "--labels", "known.csv", "--earlier", "before.json", "--json")).Result);
        Assert.Empty(JsonSchema.Read("docs/screen.schema.json").Faults(json.RootElement));
    }

    [Fact]
    public async Task Without_transfers_the_labels_that_the_program_carries_still_answer()
    {
        using var run = new CommandRun();

        var (code, result, talk) = await run.RunAsync("screen", "0x75497999432B8701330fB68058bd21918C02Ac59");

        Assert.Equal(0, code);
        Assert.Contains("There are no transfers at hand", talk, StringComparison.Ordinal);
        Assert.Contains("own-crime", result, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(run.Folder));
    }

    [Fact]
    public async Task Nothing_known_ends_with_one_and_says_that_this_is_not_clean()
    {
        using var run = new CommandRun();

        var (code, result, _) = await run.RunAsync("screen", "0x00000000000000000000000000000000000000ff");

        Assert.Equal(1, code);
        Assert.Contains("That is not the same as clean.", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0x12", "list.txt, line 2: ")]
    [InlineData("\u001b[31mred", "list.txt, line 2: ")]
    public async Task A_line_that_is_no_address_is_named(string line, string expected)
    {
        using var run = new CommandRun();
        run.Write("list.txt", $"{Receiver}\n{line}\n");

        var (code, result, talk) = await run.RunAsync("screen", "--file", "list.txt");

        Assert.Equal((2, ""), (code, result));
        Assert.Contains(expected, talk, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', talk);
    }

    [Fact]
    public async Task More_than_ten_thousand_addresses_are_refused()
    {
        using var run = new CommandRun();
        run.Write("list.txt", string.Join('\n', Enumerable.Repeat(Receiver, 10_001)));

        var (code, _, talk) = await run.RunAsync("screen", "--file", "list.txt");

        Assert.Equal(2, code);
        Assert.Contains("at most 10000", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_would_turn_the_page_around_is_refused()
    {
        using var run = new CommandRun();
        run.Write("known.csv", $"address,name,category\n{Receiver},\"Nice \u202eegnahcxe\",heist\n");

        var (code, result, talk) = await run.RunAsync("screen", Receiver, "--labels", "known.csv");

        Assert.Equal((2, ""), (code, result));
        Assert.Contains("known.csv, line 2, name", talk, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', talk);
    }

    [Fact]
    public async Task The_thief_of_Euler_paid_and_was_paid_by_the_sanctioned_thief_of_Ronin()
    {
        using var run = new CommandRun();
        var imported = await run.RunAsync("import", SharedData.File("heist_onehop/Euler_Finance_2023.csv.gz"), SharedData.File("heist_onehop/Ronin_Network_2022.csv.gz"));
        Assert.True(imported.Code == 0, imported.Talk);

        var (code, result, _) = await run.RunAsync(
            "screen", "0xb66cd966670d962c227b3eaba30a872dbfb995db", "--chain", "ethereum", "--json",
            "--labels", SharedData.File("labels/ofac_sdn_addresses_2024-09-27.csv"), "--prices", SharedData.File("prices/daily_close_usd.csv.gz"));

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/screen.schema.json").Faults(json.RootElement));
        var exposures = json.RootElement.GetProperty("screenings")[0].GetProperty("exposures").EnumerateArray().ToList();
        Assert.Equal(("2000000000000000000", "0xcf0b3487dc443f1ef92b4fe27ff7f89e07588cdc0e2b37d50adb8158c697cea6"), Ronin("incoming"));
        Assert.Equal(("100000000000000000000", "0x202a67d3a1d52e4dd5e1eebe49da511164b6e4a1ebe717dcf4674dd83a2bd457"), Ronin("outgoing"));

        (string?, string?) Ronin(string side) => exposures
            .Where(exposure => Text(exposure, "side") == side && Text(exposure, "category") == "sanctioned" && Text(exposure, "reach") == "direct")
            .SelectMany(exposure => exposure.GetProperty("trails").EnumerateArray())
            .Where(trail => Text(trail, "end") == "eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96")
            .Select(trail => (Text(trail, "amount"), Text(trail.GetProperty("steps")[0], "tx"))).Single();
    }

    private static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();

    private static int? Score(JsonElement screening) => screening.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetInt32() : null;

    private static async Task<CommandRun> CaseAsync()
    {
        var run = await SmallCase.ImportedAsync();
        run.Write("known.csv", Labels);
        run.Write("closes.csv", "date,symbol,close_usd\n2023-09-12,ETH,1592.43\n");
        return run;
    }
}
