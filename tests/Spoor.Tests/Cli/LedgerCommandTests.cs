using System.Text.Json;
using System.Xml.Linq;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary>The ledger of losses, as a user meets it.</summary>
public sealed class LedgerCommandTests
{
    private const string Rekt = """
        slug,title,incident_date,article_date,amount_usd,audit,tags
        stake-rekt,Stake - REKT,2023-09-04,2023-09-05,41600000,N/A,Stake|Casino|REKT
        coinex-rekt,CoinEx - REKT,2023-09-12,2023-09-13,54300000,N/A,CoinEx|CEX|REKT
        nightmare-ftm,Nightmare on FTM Street,2023-10-17,2023-10-18,7500000,N/A,FTM|Phishing|REKT
        sbf-mask-off,SBF - MASK OFF,0022-11-12,0022-11-18,477000000,N/A,SBF|REKT

        """;

    private const string Dprk = """
        date,victim,usd
        2023-09-04,Stake.com,41000000
        2023-09-12,CoinEx,54000000
        2023-10-17,Fantom Foundation,7624588

        """;

    private const string Labs = """
        date,name,root_cause,lost_text,tx_hashes,links
        2023-09-05,JumpFarm,Rebasing logic issue,~$2.4ETH,,https://etherscan.io/tx/0x01
        2023-09-08,APIG,Business Logic Flaw,~$169K,,

        """;

    [Fact]
    public async Task An_import_says_what_it_mended_and_what_is_in_no_dollars()
    {
        using var run = await ImportedAsync();

        var text = await run.RunAsync("ledger", "import", "rekt.csv", "dprk.csv", "labs.csv", "--data", "again");
        var json = await run.RunAsync("ledger", "import", "rekt.csv", "--json");

        Assert.Equal((0, 0), (text.Code, json.Code));
        ApprovedText.Check("ledger-import.txt", text.Result);
        Assert.Empty(FaultsOf(json.Result));
    }

    [Fact]
    public async Task Merged_incidents_are_listed_with_their_reasons()
    {
        using var run = await ImportedAsync();

        var text = await run.RunAsync("ledger", "list", "--year", "2023");
        var json = await run.RunAsync("ledger", "list", "--merged", "--json");

        ApprovedText.Check("ledger-list.txt", text.Result);
        Assert.Empty(FaultsOf(json.Result));
        using var document = JsonDocument.Parse(json.Result);
        Assert.Equal(2, document.RootElement.GetProperty("incidents").GetArrayLength());
    }

    [Fact]
    public async Task A_merge_is_written_down_and_a_split_undoes_it()
    {
        using var run = await ImportedAsync();
        string before = (await run.RunAsync("ledger", "list", "--year", "2023")).Result;

        var merged = await run.RunAsync("ledger", "merge", "rekt:nightmare-ftm", "dprk:2023-10-17-fantom-foundation", "--reason", "one phishing case", "--author", "me");
        var split = await run.RunAsync("ledger", "split", "dprk:2023-10-17-fantom-foundation", "--reason", "two after all", "--author", "me");

        Assert.Equal((0, 0), (merged.Code, split.Code));
        ApprovedText.Check("ledger-merge.txt", merged.Result);
        Assert.Equal(before, (await run.RunAsync("ledger", "list", "--year", "2023")).Result);
        Assert.Empty(FaultsOf((await run.RunAsync("ledger", "list", "--json")).Result));
    }

    [Fact]
    public async Task Without_a_store_the_ledger_inside_the_program_is_tallied_and_says_so()
    {
        using var run = new CommandRun();

        var (code, text, talk) = await run.RunAsync("ledger", "tally", "--year", "2023", "--until", "2023-08");

        Assert.Equal(0, code);
        ApprovedText.Check("ledger-tally.txt", text);
        Assert.Contains("the small one inside the program", talk, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(run.Folder));
    }

    [Theory]
    [InlineData("month", "111193588")]
    [InlineData("category", "111193588")]
    [InlineData("actor", "110293588")]
    [InlineData("chain", "111193588")]
    public async Task A_tally_for_programs_fits_its_schema_and_is_the_same_twice(string by, string usd)
    {
        using var run = await ImportedAsync();
        string[] arguments = ["ledger", "tally", "--year", "2023", "--by", by, "--json"];

        var first = await run.RunAsync(arguments);

        Assert.Empty(FaultsOf(first.Result));
        Assert.Equal(first.Result, (await run.RunAsync(arguments)).Result);
        using var document = JsonDocument.Parse(first.Result);
        Assert.Equal(usd, document.RootElement.GetProperty("total").GetProperty("usd").GetString());
    }

    [Fact]
    public async Task The_comparison_for_programs_fits_its_schema()
    {
        using var run = new CommandRun();

        var (_, json, _) = await run.RunAsync("ledger", "tally", "--year", "2023", "--json");

        Assert.Empty(FaultsOf(json));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(11, document.RootElement.GetProperty("comparison").GetProperty("periods").GetArrayLength());
    }

    [Fact]
    public async Task A_tally_is_also_a_table_for_spreadsheets_and_a_chart()
    {
        using var run = new CommandRun();

        var csv = await run.RunAsync("ledger", "tally", "--year", "2023", "--until", "2023-09", "--scope", "rekt", "--csv", "--svg", "losses.svg");
        string svg = File.ReadAllText(Path.Combine(run.Folder, "losses.svg"));

        ApprovedText.Check("ledger-tally.csv", csv.Result);
        ApprovedText.Check("ledger-tally.svg", svg);
        var root = XDocument.Parse(svg).Root!;
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal(9, root.Elements().Count(element => element.Attribute("class")?.Value == "level"));
        Assert.DoesNotContain("href", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scope: expected 'merged' or some of rekt,dprk,defihacklabs, found 'cyvers'", "tally", "--year", "2023", "--scope", "cyvers")]
    [InlineData("--until: expected a month or a day of 2023", "tally", "--year", "2023", "--until", "2024-01")]
    [InlineData("Expected one of --json and --csv", "tally", "--year", "2023", "--json", "--csv")]
    [InlineData("--year: expected a year", "tally", "--year", "23")]
    [InlineData("There is no entry 'rekt:nobody' in the ledger", "merge", "rekt:nobody", "rekt:stake-rekt", "--reason", "x", "--author", "me")]
    [InlineData("Expected two entries to merge", "merge", "rekt:stake-rekt", "rekt:stake-rekt", "--reason", "x", "--author", "me")]
    [InlineData("line 1: expected the columns of a known ledger", "import", "strange.csv", "rekt.csv")]
    public async Task What_cannot_be_done_is_refused_with_a_reason(string expected, params string[] arguments)
    {
        using var run = await ImportedAsync();
        run.Write("strange.csv", "colour,shape\nred,round\n");

        var (code, result, talk) = await run.RunAsync(["ledger", .. arguments]);

        Assert.Equal((2, ""), (code, result));
        Assert.Contains(expected, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_incidents_is_told_apart_by_the_exit_code()
    {
        using var run = await ImportedAsync();

        Assert.Equal(1, (await run.RunAsync("ledger", "tally", "--year", "2019")).Code);
        Assert.Equal(3, (await run.RunAsync("ledger", "split", "rekt:x", "--reason", "x", "--author", "me", "--data", "nowhere")).Code);
    }

    [Fact]
    public async Task Help_of_each_part_ends_with_examples()
    {
        using var run = new CommandRun();

        foreach (string part in new[] { "import", "list", "merge", "split", "tally" })
        {
            Assert.Contains("Examples:\n  spoor ledger", (await run.RunAsync("ledger", part, "--help")).Result, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2")]
    [InlineData("month,chain")]
    [InlineData("Month")]
    public async Task A_tally_by_something_else_is_refused(string by)
    {
        using var run = new CommandRun();

        var (code, result, talk) = await run.RunAsync("ledger", "tally", "--year", "2023", "--by", by);

        Assert.Equal((2, ""), (code, result));
        Assert.Contains("'month'", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_the_last_file_stores_nothing_of_the_first()
    {
        using var run = new CommandRun();
        run.Write("rekt.csv", Rekt);
        run.Write("labs.csv", Labs + "2023-09-09,X,x,999999999999999 billion USD,,\n");

        Assert.Equal(2, (await run.RunAsync("ledger", "import", "rekt.csv", "labs.csv")).Code);
        Assert.Empty(Directory.GetFiles(run.Folder, "*.duckdb", SearchOption.AllDirectories));
    }

    private static async Task<CommandRun> ImportedAsync()
    {
        var run = new CommandRun();
        run.Write("rekt.csv", Rekt);
        run.Write("dprk.csv", Dprk);
        run.Write("labs.csv", Labs);
        Assert.Equal(0, (await run.RunAsync("ledger", "import", "rekt.csv", "dprk.csv", "labs.csv")).Code);
        return run;
    }

    private static List<string> FaultsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. JsonSchema.Read("docs/ledger.schema.json").Faults(document.RootElement)];
    }
}
