using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Spoor.Storage;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Workspace.Watching;

namespace Spoor.Tests.Web.Browser;

/// <summary>A page of the watch that is reloaded, or loses its connection, while a replay is on its way.</summary>
public sealed class ReplayReloadTests
{
    private const string Waiting = "Waiting for its turn";

    private static readonly string Case = Repository.File("examples/backtest/coinex-2023");

    [Fact(Timeout = 300_000)]
    public async Task A_reload_finds_the_replay_again_and_its_alerts_are_those_of_one_without()
    {
        using var run = await ImportedAsync();
        await using var served = await ServedAsync(run);
        await using var browser = await BrowserSession.OpenAsync();
        await OpenAsync(browser, served);
        await using (await HeldBoard.OfAsync(served))
        {
            await OrderAsync(browser.Page);
            await browser.Page.GetByText(Waiting).WaitForAsync();
            await browser.Page.ReloadAsync();
            await browser.Page.GetByText(Waiting).WaitForAsync();
        }

        await ToldAsync(browser.Page);
        Assert.Single(ReplaysOf(served));
        string reloaded = AlertsOf(run);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Replay over the imported transfers" }).ClickAsync();
        while (ReplaysOf(served) is not [{ State: JobState.Done }, { State: JobState.Done }])
        {
            await Task.Delay(50, ServedCase.Cancellation);
        }

        Assert.Equal(AlertsOf(run), reloaded);
        Assert.Empty(browser.Faults);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_reload_shows_how_far_a_replay_is_and_the_button_to_stop_it()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await BrowserSession.OpenAsync();
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        served.Server.Jobs.Start(Caller.BySession(AccountName.Local, Role.Admin), "watch-replay", async (report, cancellation) =>
        {
            report([("block", 1_500), ("blocks", 3_000), ("notices", 2)]);
            await half.Task.WaitAsync(cancellation);
            return [];
        });
        await OpenAsync(browser, served);
        await browser.Page.GetByText("Block 1,500 of 3,000, 2 notices so far").WaitForAsync();
        await browser.Page.ReloadAsync();
        await browser.Page.GetByText("Block 1,500 of 3,000, 2 notices so far").WaitForAsync();
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();

        await browser.Page.GetByText("The replay was cancelled").WaitForAsync();
        Assert.Equal(JobState.Cancelled, Assert.Single(ReplaysOf(served)).State);
        Assert.Empty(browser.Faults);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_lost_connection_comes_back_and_the_replay_is_told_to_its_end()
    {
        using var run = await ImportedAsync();
        await using var served = await ServedAsync(run);
        await using var browser = await BrowserSession.OpenAsync();
        ConcurrentQueue<(IWebSocketRoute Page, IWebSocketRoute Server)> connections = [];
        await browser.Page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), page => connections.Enqueue((page, page.ConnectToServer())));
        await OpenAsync(browser, served);
        await using (await HeldBoard.OfAsync(served))
        {
            await OrderAsync(browser.Page);
            await browser.Page.GetByText(Waiting).WaitForAsync();
            int before = connections.Count;
            var (page, server) = connections.Last();
            await server.CloseAsync();
            await page.CloseAsync();
            while (connections.Count == before)
            {
                await Task.Delay(50, ServedCase.Cancellation);
            }
        }

        await ToldAsync(browser.Page);
        Assert.Single(ReplaysOf(served));
    }

    private static async Task<CommandRun> ImportedAsync()
    {
        var run = new CommandRun();
        Assert.Equal(0, (await run.RunAsync("import", Path.Combine(Case, "transfers.csv"))).Code);
        return run;
    }

    private static Task<ServedCase> ServedAsync(CommandRun run) => ServedCase.StartAsync(settings => settings with
    {
        Folder = DataFolder.At(Path.Combine(run.Folder, "spoor-data")),
        Prices = [Path.Combine(Case, "prices.csv")],
        Replay = new() { Watch = Path.Combine(Case, "watch.yaml"), Recipients = Path.Combine(Case, "recipients.csv") },
    });

    private static async Task OpenAsync(BrowserSession browser, ServedCase served)
    {
        await browser.GoAsync(served.Server.StartUrl);
        await browser.GoAsync(new(served.Server.Url, "/watch"));
    }

    private static Task OrderAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Replay over the imported transfers" }).ClickAsync();

    private static async Task ToldAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("article.alert")).ToContainTextAsync("USD 8,286,559 gone in 4 transactions");
        await page.GetByText("Replayed 4 transfers: 1 alert").WaitForAsync();
    }

    private static IReadOnlyList<Job> ReplaysOf(ServedCase served) =>
        [.. served.Server.Jobs.Of(Caller.BySession(AccountName.Local, Role.Admin)).Where(job => job.Kind == "watch-replay")];

    private static string AlertsOf(CommandRun run)
    {
        using var last = JsonDocument.Parse(ReplayFolder.In(DataFolder.At(Path.Combine(run.Folder, "spoor-data"))).Last()!);
        return last.RootElement.GetProperty("alerts").ToString();
    }
}
