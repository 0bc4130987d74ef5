namespace Spoor.Tests.Cli.Labels;

/// <summary>What goes out reads back as the same labels, and goes no further than its mark allows.</summary>
public sealed class LabelExportTests
{
    [Theory]
    [InlineData("csv", "out.csv")]
    [InlineData("tagpack", "out.yaml")]
    public async Task What_is_exported_and_imported_again_is_equal(string format, string file)
    {
        using var run = await SmallLabels.ImportedAsync();
        string[] export = ["labels", "export", "--format", format, "--max-tlp", "red"];

        var (code, _, talk) = await run.RunAsync([.. export, "--out", file]);
        Assert.Equal((0, 0), (code, (await run.RunAsync("labels", "import", file, "--trust-context", "--data", "second")).Code));

        Assert.Contains("11 labels written.", talk, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(run.Folder, file)), (await run.RunAsync([.. export, "--data", "second"])).Result);
        Assert.Equal(
            (await run.RunAsync("labels", "export", "--json", "--max-tlp", "red")).Result,
            (await run.RunAsync("labels", "export", "--json", "--max-tlp", "red", "--data", "second")).Result);
        Assert.Contains("0 labels new, 11 known", (await run.RunAsync("labels", "import", file, "--trust-context")).Result, StringComparison.Ordinal);
        string[] find = ["labels", "find", SmallLabels.Pivot];
        Assert.Equal((await run.RunAsync(find)).Result, (await run.RunAsync([.. find, "--data", "second"])).Result);
        Assert.False(File.Exists(Path.Combine(run.Folder, file + ".part")));
    }

    [Fact]
    public async Task No_name_is_a_formula_in_a_spreadsheet_and_each_reads_back_as_it_was()
    {
        using var run = new CommandRun();
        run.Write("labels.csv", "address,name,category,source\n" + string.Join('\n',
            "0x00000000000000000000000000000000000000a1,\"=HYPERLINK(\"\"http://evil.example\"\")\",exchange,list",
            "0x00000000000000000000000000000000000000a2,@SUM(1),exchange,+list",
            "0x00000000000000000000000000000000000000a3,''=quoted,exchange,list",
            "0x00000000000000000000000000000000000000a4,'plain,exchange,list", ""));
        await run.RunAsync("labels", "import", "labels.csv");

        await run.RunAsync("labels", "export", "--out", "out.csv");
        await run.RunAsync("labels", "import", "out.csv", "--data", "second");

        Assert.DoesNotContain(Cells(File.ReadAllText(Path.Combine(run.Folder, "out.csv"))), cell => cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal));
        Assert.Equal((await run.RunAsync("labels", "export", "--json")).Result, (await run.RunAsync("labels", "export", "--json", "--data", "second")).Result);
        Assert.Contains("@SUM(1)", (await run.RunAsync("labels", "export", "--json", "--data", "second")).Result, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cells(string csv) => csv.Split('\n').SelectMany(line => line.Split(',')).Select(cell => cell.TrimStart('"'));

    [Fact]
    public async Task A_copy_goes_out_with_all_whom_it_repeats_though_those_between_stay()
    {
        using var run = await SmallLabels.ImportedAsync();
        await run.RunAsync("labels", "export", "--source", "polygonscan", "--source", "fbi-stake", "--out", "two.csv");

        await run.RunAsync("labels", "import", "two.csv", "--data", "second");

        Assert.Contains("1 independent witness;", (await run.RunAsync("labels", "find", SmallLabels.Pivot, "--data", "second")).Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "chain,network,address", "--out", "all.csv")]
    [InlineData(0, "title:", "--out", "all.yml")]
    [InlineData(0, "{", "--out", "all.json")]
    [InlineData(2, "", "--out", "all.csv", "--format", "tagpack")]
    [InlineData(2, "", "--out", "all.yaml", "--json")]
    public async Task The_name_of_the_file_says_the_format_and_is_not_contradicted(int code, string beginning, params string[] options)
    {
        using var run = await SmallLabels.ImportedAsync();

        Assert.Equal(code, (await run.RunAsync(["labels", "export", .. options])).Code);
        string path = Path.Combine(run.Folder, options[1]);
        Assert.Equal(code == 0, File.Exists(path) && File.ReadAllText(path).StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Labels_marked_above_green_stay_unless_asked_for()
    {
        using var run = await SmallLabels.ImportedAsync();

        var green = await run.RunAsync("labels", "export", "--format", "csv");
        var amber = await run.RunAsync("labels", "export", "--format", "csv", "--max-tlp", "amber");

        Assert.DoesNotContain("the launderer", green.Result, StringComparison.Ordinal);
        Assert.Contains("1 label left out: not to be shared as widely as green", green.Talk, StringComparison.Ordinal);
        Assert.Contains("the launderer", amber.Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "--actor", "LazarusGroup")]
    [InlineData(2, "--category", "exchange")]
    [InlineData(5, "--category", "service_hack", "--as-of", "2023-09-13")]
    [InlineData(3, "--source", "fbi-stake", "--source", "zachxbt")]
    [InlineData(1, "--source", "zachxbt", "--source", "fbi-stake", "--actor", "lazarusgroup")]
    public async Task Only_what_is_chosen_goes_out(int labels, params string[] selection)
    {
        using var run = await SmallLabels.ImportedAsync();

        var (_, result, _) = await run.RunAsync(["labels", "export", "--format", "csv", .. selection]);

        Assert.Equal(1 + labels, result.Count(c => c == '\n'));
    }

    [Fact]
    public async Task What_was_retracted_does_not_go_out()
    {
        using var run = await SmallLabels.ImportedAsync();
        await run.RunAsync("labels", "retract", SmallLabels.Dai, "--source", "hasty-list", "--reason", "a token", "--learned", "2023-09-20");

        Assert.DoesNotContain("hasty-list", (await run.RunAsync("labels", "export", "--format", "csv")).Result, StringComparison.Ordinal);
        Assert.Contains("hasty-list", (await run.RunAsync("labels", "export", "--format", "csv", "--as-of", "2023-09-19")).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_given_at_the_import_only_closes()
    {
        using var run = new CommandRun();
        run.Write("labels.csv", SmallLabels.Csv);
        await run.RunAsync("labels", "import", "labels.csv", "--tlp", "green");

        var (_, result, _) = await run.RunAsync("labels", "export", "--json", "--max-tlp", "red");

        Assert.DoesNotContain("\"CLEAR\"", result, StringComparison.Ordinal);
        Assert.Contains("\"AMBER\"", result, StringComparison.Ordinal);
    }
}
