using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli.Labels;

/// <summary>The store of labels as a user meets it: what is known, since when, and what contradicts what.</summary>
public sealed class LabelCommandTests
{
    public static TheoryData<string, string[]> Pages => new()
    {
        { "labels-find.txt", ["find", $"eip155:137:{SmallLabels.Pivot}"] },
        { "labels-find-name.txt", ["find", "fence"] },
        { "labels-at.txt", ["at", "2023-09-12"] },
        { "labels-conflicts.txt", ["conflicts"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_reads_as_approved_and_its_json_keeps_the_schema(string approved, string[] arguments)
    {
        using var run = await SmallLabels.ImportedAsync();

        var (code, result, talk) = await run.RunAsync(["labels", .. arguments]);
        var json = await run.RunAsync(["labels", .. arguments, "--json"]);

        Assert.Equal((0, "", 0), (code, talk, json.Code));
        ApprovedText.Check(approved, result);
        Assert.Empty(FaultsOf(json.Result));
    }

    [Fact]
    public async Task An_import_reads_as_approved_and_again_adds_nothing()
    {
        using var run = new CommandRun();
        run.Write("labels.csv", SmallLabels.Csv);

        var first = await run.RunAsync("labels", "import", "labels.csv");
        var second = await run.RunAsync("labels", "import", "labels.csv", "--json");

        ApprovedText.Check("labels-import.txt", first.Result);
        Assert.Empty(FaultsOf(second.Result));
        using var json = JsonDocument.Parse(second.Result);
        Assert.Equal((0, 11), (json.RootElement.GetProperty("added").GetInt64(), json.RootElement.GetProperty("known").GetInt64()));
    }

    [Fact]
    public async Task Copies_of_one_statement_are_one_witness()
    {
        using var run = await SmallLabels.ImportedAsync();

        using var json = JsonDocument.Parse((await run.RunAsync("labels", "find", $"eip155:137:{SmallLabels.Pivot}", "--json")).Result);

        var witnesses = json.RootElement.GetProperty("witnesses").EnumerateArray().Select(one => string.Join(' ', one.EnumerateArray()));
        Assert.Equal(["fbi-stake polygonscan slowmist", "zachxbt"], witnesses);
    }

    [Fact]
    public async Task Who_imports_a_list_can_say_whom_it_repeats()
    {
        using var run = await SmallLabels.ImportedAsync();
        run.Write("copy.csv", $"chain,address,name,category\neip155:137,{SmallLabels.Pivot},Stake theft,heist\n");

        await run.RunAsync("labels", "import", "copy.csv", "--source", "newspaper", "--derived-from", "polygonscan", "--learned", "2023-09-09");

        using var json = JsonDocument.Parse((await run.RunAsync("labels", "at", "2023-09-12", SmallLabels.Pivot, "--json")).Result);
        var witness = Assert.Single(json.RootElement.GetProperty("witnesses").EnumerateArray());
        Assert.Equal(["fbi-stake", "newspaper", "polygonscan", "slowmist"], witness.EnumerateArray().Select(key => key.GetString()));
    }

    [Theory]
    [InlineData("2023-09-05", 1, "")]
    [InlineData("2023-09-06", 0, "Stake.com thief")]
    [InlineData("2023-09-12", 0, "Stake.com thief, Stake thief 7, Stake.com Hacker")]
    [InlineData("2023-09-13", 0, "Stake.com thief, Stake thief 7, CoinEx thief, CoinEx thief, Stake.com Hacker")]
    public async Task A_label_learned_later_did_not_exist_on_a_day(string day, int code, string names)
    {
        using var run = await SmallLabels.ImportedAsync();

        var at = await run.RunAsync("labels", "at", day, SmallLabels.Pivot, "--json");
        var find = await run.RunAsync("labels", "find", SmallLabels.Pivot, "--as-of", day, "--json");

        Assert.Equal((code, code), (at.Code, find.Code));
        Assert.Equal((names, names), (NamesOf(at.Result), NamesOf(find.Result)));
    }

    [Fact]
    public async Task The_token_contract_blamed_as_a_thief_is_caught_and_can_be_retracted()
    {
        using var run = await SmallLabels.ImportedAsync();
        string dai = $"eip155:1:{SmallLabels.Dai}";
        string[] retract = ["labels", "retract", dai, "--source", "hasty-list", "--reason", "DAI is a token", "--learned", "2023-09-20", "--author", "me"];
        string before = (await run.RunAsync("labels", "conflicts")).Result;

        var first = await run.RunAsync(retract);
        var again = await run.RunAsync([.. retract, "--json"]);

        Assert.Contains("token DAI", before, StringComparison.Ordinal);
        ApprovedText.Check("labels-retract.txt", first.Result);
        Assert.Empty(FaultsOf(again.Result));
        Assert.Contains("\"added\": 0", again.Result, StringComparison.Ordinal);
        Assert.DoesNotContain("token DAI", (await run.RunAsync("labels", "conflicts")).Result, StringComparison.Ordinal);
        Assert.Contains("token DAI", (await run.RunAsync("labels", "conflicts", "--as-of", "2023-09-19")).Result, StringComparison.Ordinal);
        Assert.Equal((0, 1), ((await run.RunAsync("labels", "at", "2023-09-19", dai)).Code, (await run.RunAsync("labels", "at", "2023-09-20", dai)).Code));
        ApprovedText.Check("labels-find-retracted.txt", (await run.RunAsync("labels", "find", dai)).Result);
    }

    [Fact]
    public async Task A_label_is_retracted_by_the_beginning_of_its_id()
    {
        using var run = await SmallLabels.ImportedAsync();
        using var found = JsonDocument.Parse((await run.RunAsync("labels", "find", SmallLabels.Dai, "--json")).Result);
        string id = found.RootElement.GetProperty("labels")[0].GetProperty("id").GetString()!;

        Assert.Equal(0, (await run.RunAsync("labels", "retract", id[..8], "--reason", "wrong", "--learned", "2023-09-20")).Code);
        Assert.Equal(1, (await run.RunAsync("labels", "at", "2023-09-20", SmallLabels.Dai)).Code);
        Assert.Equal(1, (await run.RunAsync("labels", "retract", "00000000", "--reason", "wrong")).Code);
    }

    [Fact]
    public async Task An_address_is_not_retracted_without_naming_the_source()
    {
        using var run = await SmallLabels.ImportedAsync();

        var (code, _, talk) = await run.RunAsync("labels", "retract", SmallLabels.Pivot, "--reason", "wrong");

        Assert.Equal(2, code);
        Assert.Contains("fbi-stake, polygonscan, slowmist, zachxbt", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_in_a_run_leaves_nothing_of_the_run_and_every_fault_is_named()
    {
        using var run = new CommandRun();
        run.Write("good.csv", SmallLabels.Csv);
        run.Write("one.csv", "address,name\n0x00,a\n");
        run.Write("two.csv", $"address,name,observed\n{SmallLabels.Dai},a,2023-02-30\n0x01,b,\n");

        var (code, result, talk) = await run.RunAsync("labels", "import", "good.csv", "one.csv", "two.csv");

        Assert.Equal((2, ""), (code, result));
        Assert.Contains("one.csv, line 2, address: expected", talk, StringComparison.Ordinal);
        Assert.Contains("two.csv, line 2, observed: expected", talk, StringComparison.Ordinal);
        Assert.Contains("two.csv, line 3, address: expected", talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "spoor-data")));
        Assert.Equal(0, (await run.RunAsync("labels", "import", "good.csv", "one.csv", "two.csv", "--on-error", "report")).Code);
    }

    [Fact]
    public async Task A_damaged_address_is_imported_told_counted_and_found()
    {
        const string Damaged = "0x6B175474E89094C44Da98b954EedeAC495271d0f";
        using var run = new CommandRun();
        run.Write("damaged.csv", $"address,name\n{Damaged},Dai\n");

        var (code, result, talk) = await run.RunAsync("labels", "import", "damaged.csv");
        var again = await run.RunAsync("labels", "import", "damaged.csv", "--json");

        Assert.Equal(0, code);
        Assert.Contains("1 damaged address kept as written", result, StringComparison.Ordinal);
        Assert.Contains("damaged.csv, line 2, address: expected an address of Ethereum (eip155:1); the checksum does not match", talk, StringComparison.Ordinal);
        Assert.Empty(FaultsOf(again.Result));
        Assert.Equal("Dai", NamesOf((await run.RunAsync("labels", "find", Damaged, "--json")).Result));
    }

    [Fact]
    public async Task An_import_that_is_interrupted_leaves_no_label()
    {
        using var run = await SmallLabels.ImportedAsync();
        run.Write("more.csv", $"address,name,category\n{SmallLabels.Dai},Dai,token\n");
        string before = (await run.RunAsync("labels", "at", "2030-01-01", "--json")).Result;

        Assert.Equal(130, (await run.RunInterruptedAsync("labels", "import", "more.csv")).Code);
        Assert.Equal(before, (await run.RunAsync("labels", "at", "2030-01-01", "--json")).Result);
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_are_no_second_witness()
    {
        using var run = new CommandRun();
        string text = $"address,name\n{SmallLabels.Dai},Dai\n";
        run.Write("first.csv", text);
        run.Write("copy.csv", text);
        await run.RunAsync("labels", "import", "first.csv", "--source", "a-blog");

        var (_, result, talk) = await run.RunAsync("labels", "import", "copy.csv");

        Assert.Contains("0 labels new, 1 known", result, StringComparison.Ordinal);
        Assert.Contains("copy.csv: the same bytes came before; their source stays 'a-blog'", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sources_file_has_the_last_word_on_who_repeats_whom()
    {
        using var run = new CommandRun();
        run.Write("list.csv", $"address,name,source\n{SmallLabels.Dai},a,bscscan\n{SmallLabels.Dai},b,polygonscan\n");
        run.Write("sources.csv", "key,kind,title\nbscscan,primary,A team of its own\n");
        await run.RunAsync("labels", "import", "list.csv");
        string before = (await run.RunAsync("labels", "find", SmallLabels.Dai)).Result;

        await run.RunAsync("labels", "import", "sources.csv");
        await run.RunAsync("labels", "import", "list.csv");

        Assert.Contains("1 independent witness", before, StringComparison.Ordinal);
        Assert.Contains("2 independent witnesses", (await run.RunAsync("labels", "find", SmallLabels.Dai)).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_tells_of_labels_that_are_retracted_here()
    {
        using var run = await SmallLabels.ImportedAsync();
        await run.RunAsync("labels", "retract", SmallLabels.Dai, "--source", "hasty-list", "--reason", "a token");

        Assert.Contains("1 of the known ones is retracted here, and stays so.", (await run.RunAsync("labels", "import", "labels.csv")).Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "labels.csv", "--learned", "2099-01-01")]
    [InlineData("retract", SmallLabels.Dai, "--source", "hasty-list", "--reason", "a token", "--learned", "2099-01-01")]
    [InlineData("find", "0x6B175474E89094C44Da98b954EedeAC495271d0f")]
    [InlineData("find", "x", "--as-of", "yesterday")]
    [InlineData("at", "2023-9-1")]
    [InlineData("import", "nothing.csv")]
    [InlineData("import", "labels.csv", "--tlp", "pink")]
    [InlineData("retract", "12345678")]
    [InlineData("retract", "12345678", "--reason", "\u001b[2J")]
    [InlineData("export", "--format", "xml")]
    [InlineData]
    public async Task What_is_not_right_is_refused_with_a_reason(params string[] arguments)
    {
        using var run = await SmallLabels.ImportedAsync();

        var (code, result, talk) = await run.RunAsync(["labels", .. arguments]);

        Assert.Equal((2, ""), (code, result));
        Assert.NotEmpty(talk);
    }

    [Theory]
    [InlineData("find", "nobody")]
    [InlineData("find", "0x00000000000000000000000000000000000000F1")]
    [InlineData("at", "1999-12-31")]
    [InlineData("conflicts", "--as-of", "1999-12-31")]
    [InlineData("export", "--actor", "nobody")]
    public async Task Nothing_is_an_answer_with_an_exit_code_of_its_own(params string[] arguments)
    {
        using var run = await SmallLabels.ImportedAsync();

        Assert.Equal(1, (await run.RunAsync(["labels", .. arguments])).Code);
        Assert.Equal(3, (await run.RunAsync(["labels", .. arguments, "--data", "elsewhere"])).Code);
    }

    [Fact]
    public async Task Every_verb_of_labels_has_examples()
    {
        using var run = new CommandRun();

        foreach (string verb in new[] { "import", "find", "at", "conflicts", "retract", "export" })
        {
            Assert.Contains($"Examples:\n  spoor labels {verb}", (await run.RunAsync("labels", verb, "--help")).Result.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }

        Assert.Contains("Examples:\n  spoor labels import", (await run.RunAsync("labels", "--help")).Result.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0x0000000000000000000000000000000000000000000000000000000000000001", "the theft")]
    [InlineData("4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAXUjnSn", "donations")]
    [InlineData("eip155:1:0x00000000000000000000000000000000000000e1", "the launderer, Fence & Sons, hot wallet, Fence & Co.")]
    [InlineData("LAZARUS", "Stake.com thief")]
    [InlineData("thief", "CoinEx thief, CoinEx thief, CoinEx thief 9, Stake thief 7, Stake.com thief")]
    [InlineData("thief", "CoinEx thief 9, Stake thief 7", "--offset", "2", "--limit", "2")]
    public async Task Transactions_unread_addresses_names_and_actors_are_found(string asked, string names, params string[] options)
    {
        using var run = await SmallLabels.ImportedAsync();

        var (code, result, _) = await run.RunAsync(["labels", "find", asked, "--json", .. options]);

        Assert.Equal((0, names), (code, NamesOf(result)));
        Assert.Empty(FaultsOf(result));
    }

    [Fact]
    public async Task What_no_file_dates_is_known_from_the_day_of_its_import_and_retracted_from_the_day_of_that()
    {
        using var run = new CommandRun { Clock = new DayClock("2024-02-29") };
        run.Write("undated.csv", $"address,name,category\n{SmallLabels.Dai},Dai,token\n");
        await run.RunAsync("labels", "import", "undated.csv");

        Assert.Equal((1, 0), ((await run.RunAsync("labels", "at", "2024-02-28")).Code, (await run.RunAsync("labels", "at", "2024-02-29")).Code));
        await run.RunAsync("labels", "retract", SmallLabels.Dai, "--source", "undated.csv", "--reason", "no");
        Assert.Equal(1, (await run.RunAsync("labels", "at", "2024-02-29")).Code);
    }

    [Fact]
    public async Task A_packed_file_that_is_cut_off_is_refused_whole()
    {
        using var run = new CommandRun();
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(SmallLabels.Csv));
        }

        File.WriteAllBytes(Path.Combine(run.Folder, "cut.csv.gz"), packed.ToArray()[..^40]);

        var (code, _, talk) = await run.RunAsync("labels", "import", "cut.csv.gz");

        Assert.Equal(2, code);
        Assert.Contains("cut.csv.gz", talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "spoor-data")));
    }

    [Theory]
    [InlineData("""{"spoor":"labels/2","verb":"retract","learned":"2023-09-20","author":"","reason":"x","added":0,"labels":[]}""")]
    [InlineData("""{"spoor":"labels/1","verb":"retract","learned":null,"author":"","reason":"x","added":0,"labels":[]}""")]
    [InlineData("""{"spoor":"labels/1","verb":"retract","learned":"2023-09-20","author":"","reason":"x","added":0,"labels":[{}]}""")]
    [InlineData("""{"spoor":"labels/1","verb":"conflicts","asOf":null,"total":0,"conflicts":[],"more":1}""")]
    public void The_schema_check_can_fail(string json) => Assert.NotEmpty(FaultsOf(json));

    private static string NamesOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join(", ", document.RootElement.GetProperty("labels").EnumerateArray().Select(label => label.GetProperty("name").GetString()));
    }

    private static IEnumerable<string> FaultsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. JsonSchema.Read("docs/labels.schema.json").Faults(document.RootElement)];
    }

    private sealed class DayClock(string day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Spoor.Tests.Labels.SomeLabels.Day(day), new TimeOnly(23, 59), TimeSpan.Zero);
    }
}
