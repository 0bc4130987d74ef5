using System.Diagnostics;
using System.Globalization;
using Spoor.Labels;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Cases.Seals;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Cases.Seals;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Transfers;

namespace Spoor.Tests.Cli.Cases;

public sealed class CaseSealTests : IClassFixture<SealedDemo>
{
    private readonly SealedDemo _demo;

    public CaseSealTests(SealedDemo demo) => _demo = demo;

    [Fact]
    public async Task A_case_with_a_store_holds_what_its_findings_rest_on_and_no_more()
    {
        using var seals = await TwoSeals.ImportedAsync();
        seals.Spoor.Write("labels.csv", $"address,name,category\n{TwoSeals.Pivot},Fence,exchange\n0x00000000000000000000000000000000000000e1,Elsewhere,exchange\n");
        string file = await seals.SealAsync("out", "--data", "data", "--labels", "labels.csv");

        Assert.Empty(await TwoSeals.FaultsAsync(file));
        Assert.Contains("Fence", TwoSeals.TextOf(file, CaseNames.FileLabels), StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", TwoSeals.TextOf(file, CaseNames.FileLabels), StringComparison.Ordinal);
        Assert.Contains("\nactivity,eip155:1,", TwoSeals.TextOf(file, CaseNames.Answers), StringComparison.Ordinal);
        Assert.Contains("\"stolen/eip155:1/slip44:60\"", TwoSeals.TextOf(file, CaseNames.Figures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_seals_of_one_state_are_identical_bytes_whatever_culture_and_order()
    {
        using var one = await TwoSeals.ImportedAsync();
        byte[] first = await File.ReadAllBytesAsync(await one.SealAsync("out", "--data", "data"), TestContext.Current.CancellationToken);
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            using var other = new TwoSeals();
            TwoThefts.WriteIncidents(other.Spoor);
            string[] rows = TwoThefts.Transfers.TrimEnd('\n').Split('\n');
            await other.ImportAsync("elsewhere", string.Join('\n', rows.Skip(1).Reverse().Prepend(rows[0])) + "\n");

            Assert.Equal(first, await File.ReadAllBytesAsync(await other.SealAsync("another", "--data", "elsewhere"), TestContext.Current.CancellationToken));
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public async Task A_store_on_disk_and_one_in_memory_give_the_same_seal()
    {
        using var seals = await TwoSeals.ImportedAsync();
        var token = TestContext.Current.CancellationToken;
        var library = IncidentLibrary.Open(Path.Combine(seals.Folder, "cases"));
        var request = new SealRequest { Parameters = new() };
        using var onDisk = DuckDbTransferStore.Open(DataFolder.At(Path.Combine(seals.Folder, "data")));
        var inMemory = await onDisk.ToMemoryAsync(token);
        var files = new List<byte[]>();
        foreach (var store in new ITransferStore[] { onDisk, inMemory })
        {
            var material = new CaseMaterial { IsPublishedOnly = false, Transfers = store };
            files.Add((await CaseSealing.SealAsync(library, library.Find("north-2023"), material, request, null, token)).ToFile(null));
        }

        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public async Task The_figures_are_those_of_the_store_itself()
    {
        using var seals = await TwoSeals.ImportedAsync();
        var token = TestContext.Current.CancellationToken;
        var library = IncidentLibrary.Open(Path.Combine(seals.Folder, "cases"));
        var incident = library.Find("north-2023");
        var inputs = await CaseReading.ReadAsync(library, incident, DataFolder.At(Path.Combine(seals.Folder, "data")), new(LabelBook.Empty, []), new(), token);
        var real = CaseFigures.Of(await CaseFindings.OfAsync(inputs, null, token));
        var sealedCase = await CaseSealing.SealAsync(
            library, incident, new CaseMaterial { IsPublishedOnly = false, Transfers = inputs.Transfers }, new() { Parameters = new() }, null, token);

        Assert.Contains(real, figure => figure is { Name: "stolen/eip155:1/slip44:60", Value: "100000000000000000000" });
        Assert.Equal(real.Select(figure => (figure.Name, figure.Value)), CaseFigures.Of(sealedCase.Findings).Select(figure => (figure.Name, figure.Value)));
    }

    [Fact]
    public async Task Another_process_in_another_zone_and_language_seals_the_same_and_verifies_in_an_empty_folder()
    {
        using var empty = new CommandRun();
        using var elsewhere = new CommandRun();
        var (sealedCode, sealing) = await ProcessAsync(elsewhere.Folder, "tr_TR.UTF-8", "Pacific/Kiritimati", "case", "seal", "coinex-2023", "--key", Path.Combine(_demo.Folder, "seal.key"));
        Assert.True(sealedCode == 0, sealing);
        byte[] file = await File.ReadAllBytesAsync(Path.Combine(elsewhere.Folder, "coinex-2023.case"), TestContext.Current.CancellationToken);
        Assert.Equal(_demo.File.ToArray(), file);

        await File.WriteAllBytesAsync(Path.Combine(empty.Folder, "x.case"), file, TestContext.Current.CancellationToken);
        var (code, page) = await ProcessAsync(empty.Folder, "ar_SA.UTF-8", "America/St_Johns", "case", "verify", "x.case");

        Assert.True(code == 0, page);
        Assert.Contains("x.case: the case holds", page, StringComparison.Ordinal);
        Assert.Equal(["x.case"], Directory.EnumerateFileSystemEntries(empty.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_seal_names_the_one_it_follows_and_is_never_overwritten()
    {
        using var seals = await TwoSeals.ImportedAsync();
        string first = await seals.SealAsync("first");
        string second = await seals.SealAsync("second", "--previous", first, "--at", "2023-09-14T12:00:00Z");
        var (code, _, talk) = await seals.Spoor.RunAsync("case", "seal", "north-2023", "--incidents", "cases", "--out", "first", "--previous", second);

        Assert.Equal(OpenedCase.Read(first).Id, OpenedCase.Read(second).Manifest!.Previous);
        Assert.Equal(new DateTimeOffset(2023, 9, 14, 12, 0, 0, TimeSpan.Zero), OpenedCase.Read(second).Manifest!.At);
        Assert.Equal(2, code);
        Assert.Contains("a seal is never overwritten", talk, StringComparison.Ordinal);
        Assert.Equal(first, await seals.SealAsync("first"));
    }

    [Fact]
    public async Task The_demo_run_again_leaves_the_same_seal_and_follows_another_one()
    {
        using var spoor = new CommandRun();
        string path = Path.Combine(spoor.Folder, "out", "coinex-2023.case");
        Assert.Equal(0, (await spoor.RunAsync("case", "seal", "coinex-2023", "--as-of", "2023-09-13", "--out", "out")).Code);
        byte[] before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var (code, _, talk) = await spoor.RunAsync("demo", "--out", "out");
        byte[] after = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var again = await spoor.RunAsync("demo", "--out", "out");

        string[] seals = [.. Directory.GetFiles(Path.Combine(spoor.Folder, "out"), "*.case").Order(StringComparer.Ordinal)];
        Assert.True(code == 0 && again.Code == 0, talk + again.Talk);
        Assert.Equal(2, seals.Length);
        Assert.Equal(before, await File.ReadAllBytesAsync(seals[0], TestContext.Current.CancellationToken));
        Assert.Equal(OpenedCase.Of(before).Id, OpenedCase.Of(after).Manifest!.Previous);
        Assert.Contains(Path.GetFileName(seals[0]), talk, StringComparison.Ordinal);
        Assert.Equal(after, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Empty(await TwoSeals.FaultsAsync(path));
    }

    [Fact]
    public async Task The_demo_does_not_write_over_what_is_no_seal()
    {
        using var spoor = new CommandRun();
        Directory.CreateDirectory(Path.Combine(spoor.Folder, "out"));
        spoor.Write(Path.Combine("out", "coinex-2023.case"), "mine");

        var (code, _, talk) = await spoor.RunAsync("demo", "--out", "out");

        Assert.Equal(2, code);
        Assert.Contains("is no whole seal of coinex-2023", talk, StringComparison.Ordinal);
        Assert.Equal(["coinex-2023.case"], Directory.EnumerateFileSystemEntries(Path.Combine(spoor.Folder, "out")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--at", "yesterday", "Expected a time in UTC")]
    [InlineData("--previous", "north-2023.csv", "is no whole case file")]
    [InlineData("--key", "north-2023.csv", "Expected an Ed25519 key as PEM")]
    public async Task A_wrong_word_is_refused(string option, string value, string message)
    {
        using var spoor = new CommandRun();
        TwoThefts.WriteIncidents(spoor);
        spoor.Write("north-2023.csv", "nothing");
        var (code, _, talk) = await spoor.RunAsync("case", "seal", "north-2023", "--incidents", "cases", option, value);

        Assert.Equal(2, code);
        Assert.Contains(message, talk, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(spoor.Folder, "north-2023.case")));
    }

    private static CultureInfo Foreign()
    {
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NumberGroupSeparator = ".";
        foreign.NumberFormat.NegativeSign = "−";
        foreign.DateTimeFormat.DateSeparator = "x";
        foreign.DateTimeFormat.TimeSeparator = "h";
        return foreign;
    }

    private static async Task<(int Code, string Text)> ProcessAsync(string folder, string language, string zone, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Spoor.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = language;
        start.Environment["TZ"] = zone;
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await error);
    }
}
