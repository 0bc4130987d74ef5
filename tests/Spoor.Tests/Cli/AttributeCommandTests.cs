using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary>Who is behind CoinEx, asked of the incidents that the program carries.</summary>
public sealed class AttributeCommandTests
{
    private const string Coinex = "coinex-2023";

    // The neighbours by name, so that an incident more in the program does not change what is approved.
    private static readonly string[] Neighbours = ["--against", "stake-2023", "--against", "alphapo-2023"];

    [Theory]
    [InlineData("attribute.txt", "--as-of", "2023-09-14")]
    [InlineData("attribute-before.txt", "--as-of", "2023-09-12")]
    [InlineData("attribute-without.txt", "--without", "fbi-stake")]
    public async Task The_answer_reads_as_approved(string approved, params string[] options)
    {
        using var run = new CommandRun();

        var (code, result, talk) = await run.RunAsync(["attribute", Coinex, .. Neighbours, .. options]);

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check(approved, result);
    }

    [Fact]
    public async Task Among_all_incidents_the_two_factors_name_the_group_two_days_after_the_theft()
    {
        var json = await JsonAsync("--as-of", "2023-09-14");
        var route = json.GetProperty("routes")[0];

        Assert.Equal(("actor", "Lazarus Group"), (Text(json, "verdict"), Text(json, "actor")));
        Assert.Equal(("0.9813542689", "0.7500000000", "0.7360157017"), (Text(route, "sameActor"), Text(route, "actorOfLast"), Text(route, "probability")));
        Assert.Equal([Coinex, "stake-2023"], route.GetProperty("incidents").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(("fbi-stake", "A2"), (Text(route.GetProperty("finding"), "source"), Text(route.GetProperty("finding"), "grade")));
    }

    [Fact]
    public async Task On_the_day_of_the_theft_it_cannot_be_told()
    {
        var json = await JsonAsync("--as-of", "2023-09-12");

        Assert.Equal(("cannot-tell", null), (Text(json, "verdict"), Text(json, "actor")));
        Assert.Empty(json.GetProperty("routes").EnumerateArray());
    }

    [Fact]
    public async Task Without_the_authority_the_name_goes_and_the_link_stays()
    {
        var json = await JsonAsync("--without", "fbi-stake");

        Assert.Equal(("same-actor", null), (Text(json, "verdict"), Text(json, "actor")));
        Assert.Equal(("stake-2023", "0.9813542689"), (Text(json.GetProperty("relations")[0], "there"), Text(json.GetProperty("relations")[0], "probability")));
        Assert.DoesNotContain("Lazarus", Text(json, "conclusion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_everybody_who_saw_the_key_there_is_no_link_and_no_name()
    {
        var json = await JsonAsync("--without", "slowmist", "--without", "zachxbt");

        Assert.Equal("cannot-tell", Text(json, "verdict"));
        Assert.Empty(json.GetProperty("relations").EnumerateArray());
    }

    [Theory]
    [InlineData("2023-09-01", "cannot-tell")]
    [InlineData("2023-10-01", "actor")]
    public async Task A_label_that_makes_the_key_a_service_refutes_the_link_from_the_day_it_was_learned(string learned, string verdict)
    {
        using var run = new CommandRun();
        run.Write("known.csv", "address,category,name,source\n0x75497999432b8701330fb68058bd21918c02ac59,exchange,Some exchange,made up\n");
        Assert.Equal(0, (await run.RunAsync("labels", "import", "known.csv", "--learned", learned, "--data", "case")).Code);

        var json = await JsonAsync(run, "--as-of", "2023-09-14", "--data", "case");

        Assert.Equal(verdict, Text(json, "verdict"));
        Assert.Equal(verdict == "actor" ? 0 : 1, json.GetProperty("relations")[0].GetProperty("refuted").GetArrayLength());
    }

    [Fact]
    public async Task The_document_keeps_its_schema_and_its_bytes()
    {
        using var run = new CommandRun();
        var schema = JsonSchema.Read("docs/attribution.schema.json");

        foreach (string[] arguments in new string[][] { [Coinex], [Coinex, "--as-of", "2023-09-12"], ["alphapo-2023"], ["kucoin-2020"], [Coinex, "--without", "fbi-stake"] })
        {
            string first = (await run.RunAsync(["attribute", .. arguments, "--json"])).Result;
            using var document = JsonDocument.Parse(first);

            Assert.Empty(schema.Faults(document.RootElement));
            Assert.Equal(first, (await run.RunAsync(["attribute", .. arguments, "--json"])).Result);
        }
    }

    [Fact]
    public async Task The_figure_is_written_where_it_is_wanted()
    {
        using var run = new CommandRun();

        var (code, _, talk) = await run.RunAsync(["attribute", Coinex, .. Neighbours, "--svg", "why.svg"]);

        Assert.Equal(0, code);
        Assert.Contains("why.svg", talk, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", File.ReadAllText(Path.Combine(run.Folder, "why.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_row_of_what_would_change_it_is_what_setting_that_source_aside_gives()
    {
        using var run = new CommandRun();
        run.Write("known.csv", "address,category,name,source\n0x75497999432b8701330fb68058bd21918c02ac59,exchange,Some exchange,made-up\n");
        Assert.Equal(0, (await run.RunAsync("labels", "import", "known.csv", "--learned", "2023-09-01", "--data", "case")).Code);

        foreach (string[] options in new string[][] { [], ["--data", "case"] })
        {
            var rows = (await JsonAsync(run, options)).GetProperty("withoutSource").EnumerateArray().ToList();
            Assert.NotEmpty(rows);
            foreach (var row in rows)
            {
                var real = await JsonAsync(run, [.. options, "--without", Text(row, "source")!]);

                Assert.Equal((Text(row, "verdict"), Text(row, "actor")), (Text(real, "verdict"), Text(real, "actor")));
                Assert.Equal(Text(row, "probability"), Text(row, "verdict") switch
                {
                    "actor" => Text(real.GetProperty("routes")[0], "probability"),
                    "same-actor" => Text(real.GetProperty("relations")[0], "probability"),
                    _ => null,
                });
            }
        }
    }

    [Fact]
    public async Task The_label_that_refutes_a_link_is_among_what_would_change_it()
    {
        using var run = new CommandRun();
        run.Write("known.csv", "address,category,name,source\n0x75497999432b8701330fb68058bd21918c02ac59,exchange,Some exchange,made-up\n");
        Assert.Equal(0, (await run.RunAsync("labels", "import", "known.csv", "--learned", "2023-09-01", "--data", "case")).Code);

        var rows = (await JsonAsync(run, "--data", "case")).GetProperty("withoutSource").EnumerateArray();

        Assert.Equal(("actor", true), rows.Where(row => Text(row, "source") == "made-up").Select(row => (Text(row, "verdict"), row.GetProperty("changes").GetBoolean())).Single());
    }

    [Theory]
    [InlineData("no-such-incident", null, null, "no-such-incident")]
    [InlineData(Coinex, "--prior", "0", "found '0'")]
    [InlineData(Coinex, "--prior", "1", "found '1'")]
    [InlineData(Coinex, "--prior", "often", "found 'often'")]
    [InlineData(Coinex, "--as-of", "yesterday", "found 'yesterday'")]
    [InlineData(Coinex, "--without", "fbi-steak", "found 'fbi-steak'")]
    [InlineData(Coinex, "--against", "stake", "stake-2023")]
    [InlineData(Coinex, "--against", Coinex, "found only itself")]
    [InlineData(Coinex, "--labels", "none.csv", "none.csv")]
    public async Task What_cannot_be_asked_is_refused_with_a_reason(string incident, string? option, string? word, string reason)
    {
        using var run = new CommandRun();

        var (code, result, talk) = await run.RunAsync(["attribute", incident, .. new[] { option, word }.OfType<string>()]);

        Assert.Equal((2, ""), (code, result));
        Assert.Contains(reason, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_named_must_be_there()
    {
        using var run = new CommandRun();

        Assert.Equal(3, (await run.RunAsync("attribute", Coinex, "--data", "nowhere")).Code);
    }

    [Fact]
    public async Task A_stronger_prior_gives_a_stronger_answer()
    {
        string low = Text((await JsonAsync("--prior", "0.001")).GetProperty("relations")[0], "probability")!;
        string high = Text((await JsonAsync("--prior", "0.5")).GetProperty("relations")[0], "probability")!;

        Assert.Equal(("0.5002501251", "0.9990009990"), (low, high));
    }

    private static async Task<JsonElement> JsonAsync(params string[] options)
    {
        using var run = new CommandRun();
        return await JsonAsync(run, options);
    }

    private static async Task<JsonElement> JsonAsync(CommandRun run, params string[] options)
    {
        var (code, result, talk) = await run.RunAsync(["attribute", Coinex, .. options, "--json"]);
        Assert.Equal((0, ""), (code, talk));
        using var document = JsonDocument.Parse(result);
        return document.RootElement.Clone();
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
