using System.Text;
using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Tests.Cli.Cases;

/// <summary>Cases that somebody changed and then put in order again, hashes and all.</summary>
public sealed class CaseForgeryTests(SealedDemo demo) : IClassFixture<SealedDemo>
{
    [Fact]
    public async Task A_result_that_was_changed_and_sealed_again_is_named_with_the_figure()
    {
        var found = await CheckAsync(demo.Forged(CaseNames.Attribution, bytes => Replaced(bytes, "\"probability\": \"0.7360157017\"", "\"probability\": \"0.9360157017\"")));

        var fault = Assert.Single(found.Faults);
        Assert.Equal((CaseFaultKind.Results, CaseNames.Attribution, "/routes/0/probability"), (fault.Kind, fault.Entry, fault.Place));
        Assert.Contains("it states \"0.9360157017\"; the inputs give \"0.7360157017\"", fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaseNames.Figures)]
    [InlineData(CaseNames.Links)]
    [InlineData(CaseNames.Loss)]
    [InlineData(CaseNames.Trace)]
    public async Task A_result_in_another_spelling_is_named(string entry)
    {
        var fault = Assert.Single((await CheckAsync(demo.Forged(entry, bytes => [.. bytes, (byte)'\n']))).Faults);

        Assert.Equal((CaseFaultKind.Results, entry), (fault.Kind, fault.Entry));
    }

    [Fact]
    public async Task An_input_that_was_changed_and_sealed_again_shows_in_the_results_that_rest_on_it()
    {
        string prices = CaseNames.OfIncident("coinex-2023", "prices.csv");
        var found = await CheckAsync(demo.Forged(prices, bytes => Replaced(bytes, "2023-09-12,ETH,1", "2023-09-12,ETH,2")));

        Assert.Contains(found.Faults, fault => fault.Entry == CaseNames.Loss && fault.Place!.StartsWith("/prices/files/0/sha256", StringComparison.Ordinal));
        Assert.Contains(found.Faults, fault => fault.Entry == CaseNames.Figures);
    }

    [Fact]
    public async Task A_table_of_rules_that_is_not_ours_is_named()
    {
        var fault = Assert.Single((await CheckAsync(demo.Forged("rules/likelihood-table.json", bytes => Replaced(bytes, "log10", "log11")))).Faults);

        Assert.Equal((CaseFaultKind.Rule, "rules/likelihood-table.json"), (fault.Kind, fault.Entry));
    }

    [Fact]
    public async Task Transfers_that_are_not_those_published_are_named()
    {
        var found = await CheckAsync(demo.Forged(CaseNames.Transfers, bytes => Replaced(bytes, ",rounded,", ",exact,")));

        Assert.Equal((CaseFaultKind.Input, CaseNames.Transfers), (found.Faults[0].Kind, found.Faults[0].Entry));
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_any_more_is_a_fault_and_no_crash()
    {
        string wallets = CaseNames.OfIncident("coinex-2023", "wallets.csv");
        var found = await CheckAsync(demo.Forged(wallets, _ => "no,wallets\n"u8.ToArray()));

        Assert.Contains("cannot be computed from the inputs", Assert.Single(found.Faults).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inputs/incidents/coinex-2023/confession.txt")]
    [InlineData("inputs/incidents/coinex-2023/deeper/losses.csv")]
    [InlineData("inputs/incidents/nobody/confession.txt")]
    [InlineData("inputs/incidents/confession.txt")]
    [InlineData("inputs/incidents/easyfi-2021/losses.csv")]
    [InlineData("inputs/desk/confession.txt")]
    [InlineData("inputs/confession.txt")]
    public async Task An_input_that_no_result_rests_on_is_named(string name)
    {
        var found = await CheckAsync(demo.ForgedWith(new CaseEntry(name, "CoinEx did it itself\n"u8.ToArray())));

        var fault = Assert.Single(found.Faults);
        Assert.Equal((CaseFaultKind.Input, name), (fault.Kind, fault.Entry));
        Assert.Contains("the results do not rest on it", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_folder_of_an_incident_under_another_spelling_is_named()
    {
        const string Twin = "%63oinex-2023";
        string folder = CaseNames.OfIncident("coinex-2023", "");
        var twins = demo.Opened.Content.Where(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal))
            .Select(entry => new CaseEntry(entry.Name.Replace("coinex-2023", Twin, StringComparison.Ordinal), Altered(entry)));

        var fault = Assert.Single((await CheckAsync(demo.ForgedWith(twins))).Faults);

        Assert.StartsWith($"{CaseNames.IncidentFolder}{Twin}/", fault.Entry, StringComparison.Ordinal);
        Assert.Contains("'coinex-2023', found '%63oinex-2023'", fault.Text, StringComparison.Ordinal);

        static byte[] Altered(CaseEntry entry) => Encoding.UTF8.GetBytes(entry.OpenText().ReadToEnd().Replace("4947", "9947", StringComparison.Ordinal));
    }

    private static Task<CaseVerification> CheckAsync(byte[] file) =>
        CaseVerification.OfAsync(OpenedCase.Of(file), null, TestContext.Current.CancellationToken);

    private static byte[] Replaced(byte[] bytes, string from, string to)
    {
        string text = Encoding.UTF8.GetString(bytes);
        int at = text.IndexOf(from, StringComparison.OrdinalIgnoreCase);
        Assert.True(at >= 0, $"there is no {from}");
        return Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
    }
}
