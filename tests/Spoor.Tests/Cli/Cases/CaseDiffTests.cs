using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli.Cases;

public sealed class CaseDiffTests
{
    private const string Stolen = "stolen/eip155:1/slip44:60";

    private static readonly string Label = $"address,name,category\n{TwoSeals.Pivot},Fence,exchange\n";

    [Fact]
    public async Task An_amount_that_changed_is_named_with_the_figures_it_moved()
    {
        using var seals = await TwoSeals.ImportedAsync();
        string before = await seals.SealAsync("before", "--data", "data");
        await seals.ImportAsync("changed", TwoThefts.Transfers.Replace(",100000000000000000000\n", ",90000000000000000000\n", StringComparison.Ordinal));
        string after = await seals.SealAsync("after", "--data", "changed", "--previous", before);
        var diff = await DiffAsync(seals, before, after);

        Assert.Empty(await TwoSeals.FaultsAsync(after));
        Assert.Equal(["TRANSFER_CHANGED"], Codes(diff));
        Assert.Equal(("100000000000000000000", "90000000000000000000", "TRANSFER_CHANGED", true), Moved(diff, Stolen));
        Assert.True(diff.GetProperty("follows").GetBoolean());
        Assert.Contains("100000000000000000000 of eip155:1/slip44:60", diff.GetProperty("changes")[0].GetProperty("from").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_changes_each_figure_has_its_own_reason()
    {
        using var seals = await TwoSeals.ImportedAsync();
        string before = await seals.SealAsync("before", "--data", "data");
        seals.Spoor.Write("labels.csv", Label);
        await seals.ImportAsync("changed", TwoThefts.Transfers.Replace("f1a,slip44:60,100", "f1a,slip44:60,101", StringComparison.Ordinal));
        string after = await seals.SealAsync("after", "--data", "changed", "--labels", "labels.csv");
        var diff = await DiffAsync(seals, before, after);

        Assert.Equal(["LABEL_ADDED", "LABEL_FILE", "TRANSFER_CHANGED"], Codes(diff).Where(code => code is not ("TRANSFER_REMOVED" or "STORE_ANSWER")));
        var (_, _, stolen, alone) = Moved(diff, Stolen);
        Assert.True(alone);
        Assert.DoesNotContain("LABEL_ADDED", stolen, StringComparison.Ordinal);
        var (from, to, exchange, _) = Moved(diff, "at-end/eip155:1/slip44:60/exchange-deposit");
        Assert.Null(from);
        Assert.NotNull(to);
        Assert.Contains("LABEL_ADDED", exchange, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_folder_of_the_incident_says_is_told_in_its_own_words()
    {
        using var seals = await TwoSeals.ImportedAsync();
        string before = await seals.SealAsync("before", "--data", "data");
        string file = Path.Combine(seals.Folder, "cases", "north-2023", "incident.yaml");
        await File.AppendAllTextAsync(
            file, "loss_statements:\n  - who: Police\n    when: 2023-09-13\n    usd: 1000\n    scope: all\n    source: police\n", TestContext.Current.CancellationToken);
        string after = await seals.SealAsync("after", "--data", "data", "--as-of", "2023-09-20");
        var diff = await DiffAsync(seals, before, after);

        Assert.Equal(["INCIDENT_FILE", "PARAMETER", "STATEMENT_ADDED"], Codes(diff));
    }

    [Fact]
    public async Task The_page_is_the_approved_one()
    {
        using var seals = await TwoSeals.ImportedAsync();
        string before = await seals.SealAsync("before", "--data", "data");
        seals.Spoor.Write("labels.csv", Label);
        string after = await seals.SealAsync("after", "--data", "data", "--labels", "labels.csv", "--previous", before);
        var (code, page, talk) = await seals.Spoor.RunAsync("case", "diff", before, after);

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("case-diff.txt", CaseText.WithoutHashes(page));
    }

    [Fact]
    public async Task One_seal_differs_from_itself_in_nothing()
    {
        using var seals = await TwoSeals.ImportedAsync();
        string only = await seals.SealAsync("only");
        var (code, page, _) = await seals.Spoor.RunAsync("case", "diff", only, only);

        Assert.Equal(1, code);
        Assert.Contains("one and the same seal", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_case_is_not_compared()
    {
        using var seals = await TwoSeals.ImportedAsync();
        string only = await seals.SealAsync("only");
        byte[] bytes = await File.ReadAllBytesAsync(only, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(seals.Folder, "damaged.case"), bytes, TestContext.Current.CancellationToken);
        var (code, _, talk) = await seals.Spoor.RunAsync("case", "diff", only, "damaged.case");

        Assert.Equal(2, code);
        Assert.Contains("damaged.case is not whole", talk, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> DiffAsync(TwoSeals seals, string before, string after)
    {
        var (code, json, talk) = await seals.Spoor.RunAsync("case", "diff", before, after, "--json");
        Assert.True(code == 0, talk);
        using var document = JsonDocument.Parse(json);
        Assert.Empty(JsonSchema.Read("docs/case-diff.schema.json").Faults(document.RootElement));
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Codes(JsonElement diff) =>
        diff.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("code").GetString()!).Distinct().Order(StringComparer.Ordinal);

    private static (string? From, string? To, string Reasons, bool Alone) Moved(JsonElement diff, string name)
    {
        var figure = diff.GetProperty("figures").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        return (
            figure.GetProperty("from").GetString(), figure.GetProperty("to").GetString(),
            string.Join(' ', figure.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString())), figure.GetProperty("alone").GetBoolean());
    }
}
