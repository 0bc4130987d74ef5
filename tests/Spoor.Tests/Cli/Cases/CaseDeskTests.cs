using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Spoor.Reporting.Cases.Seals;
using Spoor.Tests.Cli.Compensation;
using Spoor.Tests.Cli.Responding;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Tests.Cli.Cases;

/// <summary>A case that is sealed with the desk of its incident: the log of acts, and every table that an act names.</summary>
public sealed class CaseDeskTests : IAsyncLifetime
{
    private static readonly string[] Who = ["--by", "Ana", "--why", "a test"];

    private CommandRun _spoor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Desk => Path.Combine(_spoor.Folder, "spoor-desk", "coinex-2023");

    public async ValueTask InitializeAsync()
    {
        _spoor = await StolenTether.ImportedAsync(new FakeTimeProvider(new(2023, 9, 12, 14, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) });
        _spoor.Write("balances.csv", CompensationDesk.Balances);
        _spoor.Write("losses.csv", CompensationDesk.Losses);
        _spoor.Write("payments.csv", "reference,customer,asset,amount\nP-1,c-1001,ETH,10\nP-2,c-1004,USDT,1\n");
        _spoor.Write("old.csv", $"chain,address\nethereum,{StolenTether.Between}\n");
        await DoAsync(["compensation", "open", "coinex-2023", "--balances", "balances.csv", "--losses", "losses.csv", "--policy", "full", .. Who]);
        await DoAsync(["compensation", "pay", "coinex-2023", "--payments", "payments.csv", .. Who]);
        await DoAsync(["respond", "check", "coinex-2023", "--asset", "ETH", "--item", "old-addresses-dead", "--dead", "old.csv", .. Who]);

        // Made twice: the second takes the place of the first, of which only the act stays.
        await DoAsync(["respond", "freeze", "coinex-2023", "--data", "spoor-data", "--to", "Tether", .. Who]);
        await DoAsync(["respond", "freeze", "coinex-2023", "--data", "spoor-data", "--to", "Tether", .. Who]);
    }

    public ValueTask DisposeAsync()
    {
        _spoor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_table_that_an_act_names_is_sealed_byte_for_byte_and_the_case_holds()
    {
        var opened = await SealAsync();

        string[] tables = [.. Tables(opened).Select(entry => entry.Name[CaseNames.DeskFolder.Length..].Split('-')[0])];
        Assert.Equal(["balances", "dead", "losses", "packet", "payments", "pledges"], tables);
        Assert.All(Tables(opened), entry => Assert.Contains(entry.Sha256, entry.Name, StringComparison.Ordinal));
        Assert.Contains(Tables(opened), entry => entry.OpenText().ReadToEnd() == CompensationDesk.Balances);
        Assert.DoesNotContain(opened.Entries, entry => entry.OpenText().ReadToEnd().Contains(File.ReadAllText(Path.Combine(Desk, "compensation", "secret")).Trim(), StringComparison.Ordinal));
        Assert.Empty((await CaseVerification.OfAsync(opened, null, Cancellation)).Faults);
    }

    [Theory]
    [InlineData("balances")]
    [InlineData("dead")]
    [InlineData("losses")]
    [InlineData("packet")]
    [InlineData("payments")]
    [InlineData("pledges")]
    public async Task A_table_that_was_changed_and_sealed_again_is_named(string kind)
    {
        var opened = await SealAsync();
        var table = Tables(opened).Single(entry => entry.Name.StartsWith($"{CaseNames.DeskFolder}{kind}-", StringComparison.Ordinal));
        byte[] changed = [.. table.Content.ToArray().Select((letter, at) => at == table.Content.Length / 2 ? (byte)(letter ^ 1) : letter)];

        var fault = Assert.Single(await FaultsAsync(opened, [.. opened.Content.Where(entry => entry != table), new(table.Name, changed)]));

        Assert.Equal((CaseFaultKind.Input, table.Name), (fault.Kind, fault.Entry));
        Assert.Contains("that act", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_missing_or_that_no_act_names_is_named()
    {
        var opened = await SealAsync();
        var table = Tables(opened)[0];
        var stray = new CaseEntry($"{CaseNames.DeskFolder}balances-{new string('0', 64)}.csv", "customer,asset,amount\n"u8.ToArray());

        var missing = Assert.Single(await FaultsAsync(opened, [.. opened.Content.Where(entry => entry != table)]));
        var strange = Assert.Single(await FaultsAsync(opened, [.. opened.Content, stray]));

        Assert.Contains(table.Name, missing.Text, StringComparison.Ordinal);
        Assert.Equal((CaseFaultKind.Input, stray.Name), (strange.Kind, strange.Entry));
    }

    [Fact]
    public async Task A_desk_whose_table_was_changed_or_lost_is_not_sealed()
    {
        string pledges = Directory.GetFiles(Path.Combine(Desk, "compensation"), "pledges-*.csv").Single();
        await File.AppendAllTextAsync(pledges, "c-9999,0,1\n", Cancellation);
        var changed = await _spoor.RunAsync("case", "seal", "coinex-2023", "--desk", "spoor-desk");
        File.Delete(pledges);
        var lost = await _spoor.RunAsync("case", "seal", "coinex-2023", "--desk", "spoor-desk");

        Assert.Equal((2, 2), (changed.Code, lost.Code));
        Assert.Contains(Path.GetFileName(pledges), changed.Talk, StringComparison.Ordinal);
        Assert.Contains($"{Path.GetFileName(pledges)}: expected the file with SHA-256", lost.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_spoor.Folder, "coinex-2023.case")));
    }

    [Fact]
    public void What_was_handed_in_is_kept_beside_the_log()
    {
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CompensationDesk.Losses)));

        Assert.Equal(CompensationDesk.Losses, File.ReadAllText(Path.Combine(Desk, "compensation", $"losses-{sha256}.csv")));
    }

    private static async Task<IReadOnlyList<CaseFault>> FaultsAsync(OpenedCase opened, IReadOnlyList<CaseEntry> entries) =>
        (await CaseVerification.OfAsync(OpenedCase.Of(SealedDemo.Resealed(opened, entries)), null, Cancellation)).Faults;

    private static List<CaseEntry> Tables(OpenedCase opened) =>
        [.. opened.Entries.Where(entry => entry.Name.StartsWith(CaseNames.DeskFolder, StringComparison.Ordinal) && entry.Name != CaseNames.Acts)];

    private async Task<OpenedCase> SealAsync()
    {
        await DoAsync(["case", "seal", "coinex-2023", "--desk", "spoor-desk"]);
        return OpenedCase.Read(Path.Combine(_spoor.Folder, "coinex-2023.case"));
    }

    private async Task DoAsync(string[] arguments)
    {
        var (code, _, talk) = await _spoor.RunAsync(arguments);
        Assert.True(code == 0, talk);
    }
}
