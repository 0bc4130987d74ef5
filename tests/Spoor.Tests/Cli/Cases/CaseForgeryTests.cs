using System.Text;
using Spoor.Cli.Cases;
using Spoor.Reporting.Cases.Seals;

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
