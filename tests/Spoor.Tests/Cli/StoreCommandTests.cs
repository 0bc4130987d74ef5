using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary>Import, status and compare, as a user meets them.</summary>
public sealed class StoreCommandTests
{
    [Fact]
    public async Task A_file_imported_twice_adds_nothing()
    {
        using var run = new CommandRun();
        run.Write("case.csv", SmallCase.Transfers);

        var first = await run.RunAsync("import", "case.csv");
        var second = await run.RunAsync("import", "case.csv", "--json");

        Assert.Equal((0, 0), (first.Code, second.Code));
        ApprovedText.Check("import.txt", first.Result);
        using var json = JsonDocument.Parse(second.Result);
        Assert.Equal(("import/1", 0), (json.RootElement.GetProperty("spoor").GetString(), json.RootElement.GetProperty("added").GetInt64()));
        Assert.Equal(7, json.RootElement.GetProperty("files")[0].GetProperty("known").GetInt64());
    }

    [Fact]
    public async Task A_bad_row_is_named_and_the_store_is_as_before()
    {
        using var run = await SmallCase.ImportedAsync();
        run.Write("bad.csv", SmallCase.Transfers.Replace("39000000000000000000", "39e", StringComparison.Ordinal));
        string before = (await run.RunAsync("status", "--json")).Result;

        var (code, result, talk) = await run.RunAsync("import", "bad.csv");

        Assert.Equal((2, ""), (code, result));
        Assert.Contains("bad.csv, line 5, column amount: expected", talk, StringComparison.Ordinal);
        Assert.Equal(before, (await run.RunAsync("status", "--json")).Result);
    }

    [Fact]
    public async Task A_pattern_names_all_files_that_fit_it()
    {
        using var run = new CommandRun();
        run.Write("a.csv", SmallCase.Transfers);
        run.Write("b.csv", SmallCase.Transfers);

        using var json = JsonDocument.Parse((await run.RunAsync("import", "?.csv", "a.csv", "--json")).Result);

        Assert.Equal(["a.csv", "b.csv"], json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task A_list_with_a_file_of_no_known_format_imports_none_of_it()
    {
        using var run = new CommandRun();
        run.Write("case.csv", SmallCase.Transfers);
        run.Write("strange.csv", "colour,shape\nred,round\n");

        var (code, _, talk) = await run.RunAsync("import", "case.csv", "strange.csv");

        Assert.Equal(2, code);
        Assert.Contains("strange.csv: no known format has the columns colour,shape", talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "spoor-data")));
    }

    [Fact]
    public async Task Good_rows_can_be_imported_and_the_bad_ones_listed()
    {
        using var run = new CommandRun();
        run.Write("bad.csv", SmallCase.Transfers.Replace("28000000000000000000", "x", StringComparison.Ordinal));

        var (code, result, _) = await run.RunAsync("import", "bad.csv", "--on-error", "report", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(result);
        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal((6, 1), (file.GetProperty("added").GetInt64(), file.GetProperty("bad").GetInt64()));
        Assert.Contains("amount", File.ReadAllText(file.GetProperty("rejects").GetString()!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "nothing.csv")]
    [InlineData("import", "strange.csv")]
    [InlineData("import", "nothing.csv", "--data", "X")]
    [InlineData("import", "case.csv", "nothing.csv", "--data", "X")]
    [InlineData("import", "case.csv", "--chain", "nowhere", "--data", "X")]
    [InlineData("import")]
    [InlineData("improt", "case.csv")]
    [InlineData("evaluate", "laundernet", "--noise", "abc")]
    [InlineData("evaluate", "laundernet", "--noise", "-1")]
    public async Task What_cannot_be_imported_is_refused_with_a_reason(params string[] arguments)
    {
        using var run = new CommandRun();
        run.Write("strange.csv", "colour,shape\nred,round\n");
        run.Write("case.csv", SmallCase.Transfers);

        var (code, result, talk) = await run.RunAsync(arguments);

        Assert.Equal((2, ""), (code, result));
        Assert.NotEmpty(talk);
        Assert.Empty(Directory.GetDirectories(run.Folder));
    }

    [Fact]
    public async Task The_status_names_chains_heights_and_transfers()
    {
        using var run = await SmallCase.ImportedAsync();

        using var json = JsonDocument.Parse((await run.RunAsync("status", "--json")).Result);
        var text = await run.RunAsync("status");

        Assert.Equal(7, json.RootElement.GetProperty("transfers").GetInt64());
        Assert.Equal((100, 105), (json.RootElement.GetProperty("chains")[0].GetProperty("lowest").GetInt64(), json.RootElement.GetProperty("chains")[0].GetProperty("highest").GetInt64()));
        Assert.Contains("Ethereum  eip155:1          7           100            105  2023-09-12T13:20:59Z  2023-09-12T13:21:59Z", text.Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_counts_labels_only_where_there_are_any()
    {
        using var run = await SmallCase.ImportedAsync();
        string before = (await run.RunAsync("status")).Result;
        await run.RunAsync("labels", "import", "labels.csv");
        await run.RunAsync("labels", "import", "labels.csv", "--learned", "1999-12-31");

        using var json = JsonDocument.Parse((await run.RunAsync("status", "--json")).Result);
        string after = (await run.RunAsync("status")).Result;

        Assert.Equal((1, 0), (json.RootElement.GetProperty("labels").GetInt64(), json.RootElement.GetProperty("ledgerEntries").GetInt64()));
        Assert.DoesNotContain("label", before, StringComparison.Ordinal);
        Assert.Contains("1 label of addresses and transactions", after, StringComparison.Ordinal);
        Assert.DoesNotContain("ledgers", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare.txt")]
    [InlineData("compare.csv", "--csv")]
    [InlineData("compare.json", "--json")]
    public async Task A_comparison_of_rules_reads_as_approved(string approved, params string[] options)
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, _) = await run.RunAsync(["compare", SmallCase.Thief, "--labels", "labels.csv", .. options]);

        Assert.Equal(0, code);
        ApprovedText.Check(approved, result);
    }

    [Fact]
    public async Task The_help_names_every_verb_and_every_verb_has_examples()
    {
        using var run = new CommandRun();

        var (code, help, _) = await run.RunAsync("--help");

        Assert.Equal(0, code);
        ApprovedText.Check("help.txt", help);
        foreach (string verb in new[] { "import", "status", "trace", "compare", "labels", "evaluate" })
        {
            string page = (await run.RunAsync(verb, "--help")).Result;
            Assert.Contains($"Examples:\n  spoor {verb}", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }
}
