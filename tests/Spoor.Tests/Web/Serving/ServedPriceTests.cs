using System.Net;
using System.Text.Json;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

/// <summary>Prices that a server was started with, in the place of each incident's own.</summary>
public sealed class ServedPriceTests
{
    private const string Loss = "/api/v1/incidents/coinex-2023/loss";
    private const string Closes = "date,symbol,close_usd\n2023-09-12,ETH,2000\n2023-09-12,TRX,0.5\n2023-09-12,MATIC,1\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loss_is_the_document_that_the_verb_writes_with_the_same_prices()
    {
        using var run = await SmallCase.ImportedAsync();
        string file = run.Write("closes.csv", Closes);
        var (_, own, _) = await run.RunAsync("loss", "coinex-2023", "--data", "spoor-data", "--json");
        var (_, verb, _) = await run.RunAsync("loss", "coinex-2023", "--prices", "closes.csv", "--data", "spoor-data", "--json");
        await using var served = await ServedCase.StartAsync(settings => settings with { Prices = [file] });
        using var answer = await served.Client(Role.Viewer).GetAsync(Loss, Cancellation);

        Assert.Equal(verb, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.NotEqual(own, verb);
    }

    [Fact]
    public async Task A_report_names_them_and_values_with_them_and_a_case_file_holds_without_them()
    {
        using var run = new CommandRun();
        string file = run.Write("closes.csv", Closes);
        await using var served = await ServedCase.StartAsync(settings => settings with { Prices = [file] });
        await using var plain = await ServedCase.StartAsync();
        string with = await ReportAsync(served);
        string without = await ReportAsync(plain);
        byte[] sealedWith = await SealedAsync(served);

        Assert.Contains("closes.csv", with, StringComparison.Ordinal);
        Assert.DoesNotContain("closes.csv", without, StringComparison.Ordinal);
        Assert.Equal(await SealedAsync(plain), sealedWith);
    }

    [Fact]
    public async Task Screening_has_dollars_and_prices_for_a_replay_cannot_be_uploaded()
    {
        using var run = new CommandRun();
        string file = run.Write("closes.csv", Closes);
        await using var served = await ServedCase.StartAsync(settings => settings with { Prices = [file] });
        await using var plain = await ServedCase.StartAsync();
        string body = $"{{\"addresses\":[\"{SmallCase.Thief}\"]}}";
        var (_, with) = await served.SendAsync(HttpMethod.Post, "/api/v1/screen", body, Role.Viewer);
        var (_, without) = await plain.SendAsync(HttpMethod.Post, "/api/v1/screen", body, Role.Viewer);
        var (status, _) = await served.SendAsync(HttpMethod.Post, "/api/v1/watch/replays", JsonSerializer.Serialize(new { watch = "owners: []", prices = Closes }), Role.Investigator);

        Assert.NotEqual(without.ToString(), with.ToString());
        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task A_faulty_price_file_is_told_before_anybody_is_let_in()
    {
        using var run = new CommandRun();
        string file = run.Write("closes.csv", "date,symbol,close_usd\n2023-09-12,ETH,much\n");

        var failure = await Assert.ThrowsAsync<FormatException>(() => ServedCase.StartAsync(settings => settings with { Prices = [file] }));

        Assert.Contains("closes.csv, line 2", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(ServedCase served)
    {
        using var answer = await served.Client(Role.Investigator).GetAsync("/api/v1/incidents/coinex-2023/report/report.md", Cancellation);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private static async Task<byte[]> SealedAsync(ServedCase served)
    {
        var (_, job) = await served.SendAsync(HttpMethod.Post, "/api/v1/incidents/coinex-2023/case", "{}", Role.Investigator);
        job = await served.EndedAsync(job);
        return await served.Client(Role.Investigator).GetByteArrayAsync(job.GetProperty("document").GetString(), Cancellation);
    }
}
