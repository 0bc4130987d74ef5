using Microsoft.Playwright;
using Spoor.Storage;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Browser;

/// <summary>What a desk looks at first.</summary>
public sealed class OverviewPageTests
{
    [Fact]
    public async Task A_new_folder_says_what_to_do_next()
    {
        using var run = new CommandRun();
        await using var served = await ServedCase.StartAsync(settings => settings with { Folder = DataFolder.At(Path.Combine(run.Folder, "new")) });
        await using var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(served.Server.StartUrl);
        var steps = browser.Page.GetByLabel("First steps");
        await steps.WaitForAsync();

        Assert.Equal(["/import", "/watch#replay", "/cases"], await steps.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
        await Assertions.Expect(browser.Page.GetByText("The folder holds no transfers yet")).ToBeVisibleAsync();
        await WatchPageTests.LookAsync(browser, "overview-new");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task What_waits_what_is_overdue_and_how_a_response_stands_are_shown_as_they_come()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await WatchPageTests.OpenedAsync(served, page: "/");
        await Assertions.Expect(browser.Page.GetByText("None was told yet")).ToBeVisibleAsync();
        await WatchPageTests.TellAsync(served, 1);
        var alert = browser.Page.GetByRole(AriaRole.Link, new() { Name = "4,947 ETH left" });
        await alert.WaitForAsync();
        await served.SendAsync(HttpMethod.Post, "/api/v1/responses/coinex-2023/notes", "{\"milestone\":\"aware\",\"why\":\"alert of the watch\",\"at\":\"2023-09-12T13:25:00Z\"}", Role.Responder);
        await browser.Page.ReloadAsync();
        var clocks = browser.Page.GetByRole(AriaRole.Region, new() { Name = "Clocks due" });
        await Assertions.Expect(clocks).ToContainTextAsync("Overdue", new() { Timeout = 60_000 });
        await Assertions.Expect(clocks).ToContainTextAsync("coinex-2023: initial notification");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Region, new() { Name = "Open incidents" })).ToContainTextAsync("note.aware by responder-bot");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Region, new() { Name = "Last loss figures" })).ToContainTextAsync("CoinEx");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Region, new() { Name = "Health of the data" })).ToContainTextAsync("105");
        await WatchPageTests.LookAsync(browser, "overview");
        await browser.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await WatchPageTests.FitsAsync(browser.Page), "The page is wider than a phone.");
        await browser.PictureAsync("overview-phone");

        await browser.Page.SetViewportSizeAsync(1280, 900);
        await alert.ClickAsync();
        await browser.Page.Locator("article.alert details[open]").WaitForAsync();
        Assert.Empty(browser.Faults);
    }
}
