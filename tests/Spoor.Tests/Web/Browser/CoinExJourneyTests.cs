using Microsoft.Playwright;
using Spoor.Tests.Web.Serving;

namespace Spoor.Tests.Web.Browser;

/// <summary>The whole way of a new user, from files to a report, in one browser and without a command.</summary>
public sealed class CoinExJourneyTests(OpenedCases cases) : IClassFixture<OpenedCases>
{
    private static readonly string Files = Repository.File("examples/backtest/coinex-2023");

    [Fact]
    public async Task From_dropped_files_over_the_alert_and_the_flow_to_the_suspension_and_the_report()
    {
        await using var browser = await cases.OpenAsync("/");
        await ImportAsync(browser);
        await ReplayAsync(browser);
        await OpenCaseAsync(browser);
        await FollowAsync(browser);
        await ReadAsync(browser);
        await SuspendAsync(browser);
        await ExportAsync(browser);
        Assert.Empty(browser.Faults);
    }

    private static async Task ImportAsync(BrowserSession browser)
    {
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Import", Exact = true }).ClickAsync();
        await browser.Page.SetInputFilesAsync("#files", Path.Combine(Files, "transfers.csv"));
        await browser.Page.GetByText("4 transfers added").WaitForAsync();
        await browser.PictureAsync("journey-1-import");
    }

    private static async Task ReplayAsync(BrowserSession browser)
    {
        var page = browser.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Watch", Exact = true }).ClickAsync();
        await BrowserSession.ChooseAsync(page.GetByLabel("Another watch file"), Path.Combine(Files, "watch.yaml"));
        await BrowserSession.ChooseAsync(page.GetByLabel("Another price file"), Path.Combine(Files, "prices.csv"));
        await BrowserSession.ChooseAsync(page.GetByLabel("Another recipients"), Path.Combine(Files, "recipients.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Replay over the imported transfers" }).ClickAsync();
        await Assertions.Expect(page.Locator("article.alert")).ToContainTextAsync("USD 8,286,559 gone in 4 transactions");
        await browser.PictureAsync("journey-2-alert");
    }

    private static async Task OpenCaseAsync(BrowserSession browser)
    {
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Open case coinex-2023" }).ClickAsync();
        await browser.Page.Locator("h1", new() { HasText = "The theft from CoinEx" }).WaitForAsync();
        await OpenedCases.SettledAsync(browser.Page);
        await browser.PictureAsync("journey-3-case");
    }

    private static async Task FollowAsync(BrowserSession browser)
    {
        var page = browser.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Flow graph" }).First.ClickAsync();
        await page.Locator(".flow-books").WaitForAsync();
        Assert.Contains("0, balances", await page.Locator(".flow-books").InnerTextAsync(), StringComparison.Ordinal);
        await browser.PictureAsync("journey-4-flow");
        string before = page.Url;
        await page.GetByLabel("Rule", new() { Exact = true }).SelectOptionAsync("fifo");
        await page.WaitForURLAsync(url => url != before);
        await Assertions.Expect(page.Locator(".flow-books")).ToContainTextAsync("0, balances");
        await page.GetByRole(AriaRole.Link, new() { Name = "The case" }).ClickAsync();
    }

    private static async Task ReadAsync(BrowserSession browser)
    {
        var page = browser.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Evidence", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#content")).ToContainTextAsync("Stake.com");
        await page.Locator("#link-1 a.mono").First.WaitForAsync();
        await browser.PictureAsync("journey-5-evidence");
        await page.GetByRole(AriaRole.Link, new() { Name = "Attribution", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#content")).ToContainTextAsync("Lazarus Group");
        await OpenedCases.SettledAsync(page);
        await browser.PictureAsync("journey-6-attribution");
    }

    private async Task SuspendAsync(BrowserSession browser)
    {
        var page = browser.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Response", Exact = true }).ClickAsync();
        await CaseActTests.ReviewAsync(page, "ETH", "the hot wallet is being drained");
        await browser.PictureAsync("journey-7-suspend");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Suspend now" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome.good")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.Locator(".state.held", new() { HasText = "suspended, confirmed" }).First.WaitForAsync();
        Assert.Contains("\"want\":\"suspended\"", await File.ReadAllTextAsync(cases.Asked, ServedCase.Cancellation), StringComparison.Ordinal);
        await browser.PictureAsync("journey-8-response");
    }

    private static async Task ExportAsync(BrowserSession browser)
    {
        var page = browser.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Report", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the report" }).ClickAsync();
        var html = page.GetByRole(AriaRole.Link, new() { Name = "report.html" });
        await html.WaitForAsync();
        await browser.PictureAsync("journey-9-report");
        var download = await page.RunAndWaitForDownloadAsync(() => html.ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var text = new StreamReader(content);
        Assert.Contains("Lazarus Group", await text.ReadToEndAsync(ServedCase.Cancellation), StringComparison.Ordinal);
    }
}
