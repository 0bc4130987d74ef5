using Microsoft.Playwright;
using Spoor.Tests.Web.Serving;

namespace Spoor.Tests.Web.Browser;

/// <summary>Somebody asks what was lost.</summary>
public sealed class LedgerPageTests(ServedCase served) : IClassFixture<ServedCase>
{
    [Fact]
    public async Task Months_lead_to_their_incidents_and_the_figure_is_saved_and_written_down()
    {
        await using var browser = await BrowserSession.OpenAsync();
        await PageVisits.SignInAsync(browser, served, "/ledger?year=2023");
        await Assertions.Expect(browser.Page.Locator("table.bars tbody tr")).ToHaveCountAsync(12);
        await Assertions.Expect(browser.Page.GetByText("small ledger of 2023 that Spoor carries")).ToBeVisibleAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("ledger");

        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "2023-09" }).ClickAsync();
        await Assertions.Expect(browser.Page.Locator("#entries")).ToContainTextAsync("CoinEx");
        var download = await browser.Page.RunAndWaitForDownloadAsync(() => browser.Page.GetByRole(AriaRole.Button, new() { Name = "Save table (CSV)" }).ClickAsync());
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "By category" }).ClickAsync();
        await Assertions.Expect(browser.Page.Locator("table.bars thead")).ToContainTextAsync("Category");
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("ledger-dark");

        var (_, audit) = await served.GetAsync("/api/v1/audit?limit=1000", Spoor.Web.Accounts.Role.Admin);
        Assert.Equal("ledger-2023-month.csv", download.SuggestedFilename);
        Assert.Contains("ledger.exported", audit.ToString(), StringComparison.Ordinal);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_year_that_is_none_gets_a_word()
    {
        await using var browser = await BrowserSession.OpenAsync();
        await PageVisits.SignInAsync(browser, served, "/ledger?year=1066");

        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("expected a year from 2009");
        Assert.Empty(browser.Faults);
    }
}
