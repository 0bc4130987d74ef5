using Microsoft.Playwright;

namespace Spoor.Tests.Web.Browser;

/// <summary>The list of cases and every tab of one, driven as somebody would who sees them for the first time.</summary>
public sealed class CasePageTests(OpenedCases cases) : IClassFixture<OpenedCases>
{
    public static TheoryData<string, string> Tabs => new()
    {
        { "summary", "Lazarus Group" },
        { "timeline", "Cyvers raises the alarm in public" },
        { "loss", "How the estimate changed, and why" },
        { "money", "By kind of place" },
        { "evidence", "CoinEx and Stake.com: the same key" },
        { "attribution", "What would change it" },
        { "response", "Deposits and withdrawals" },
        { "clock", "initial notification" },
        { "seal", "Seal this case" },
        { "report", "Make the report" },
        { "sources", "Sources of the incident" },
    };

    [Theory]
    [MemberData(nameof(Tabs))]
    public async Task Every_tab_shows_what_it_is_for_without_a_fault_in_both_themes(string tab, string expected)
    {
        await using var browser = await cases.OpenAsync($"/cases/coinex-2023?tab={tab}");
        await browser.Page.GetByText(expected).First.WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync($"case-{tab}");
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync($"case-{tab}-dark");
        await browser.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(0, await OverflowAsync(browser.Page));
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task The_list_finds_filters_and_sorts_and_the_url_keeps_it()
    {
        await using var browser = await cases.OpenAsync("/cases");
        var page = browser.Page;
        await Assertions.Expect(page.Locator("table.cases tbody tr")).ToHaveCountAsync(80);
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("cases");

        await page.GetByLabel("Attributed to").SelectOptionAsync("Lazarus Group");
        await page.GetByLabel("Year").SelectOptionAsync("2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stated loss, USD" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.cases tbody tr").First).ToContainTextAsync("Alphapo");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("table.cases tbody tr").First).ToContainTextAsync("Alphapo");
        await Assertions.Expect(page.Locator("th[aria-sort]")).ToHaveAttributeAsync("aria-sort", "descending");

        await page.GetByRole(AriaRole.Link, new() { Name = "CoinEx" }).ClickAsync();
        await page.Locator("h1", new() { HasText = "The theft from CoinEx" }).WaitForAsync();
        var taken = page.Locator(".card", new() { HasText = "Taken, by our estimate" });
        await Assertions.Expect(taken).ToContainTextAsync("49.57 million USD");
        await Assertions.Expect(taken).ToContainTextAsync("last 53.10 million by CertiK");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_filter_that_fits_nothing_says_what_to_do()
    {
        await using var browser = await cases.OpenAsync("/cases?own=1");
        await Assertions.Expect(browser.Page.Locator(".empty")).ToContainTextAsync("--incidents DIR");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task The_link_to_stake_shows_the_address_that_both_share_and_leads_to_the_explorer()
    {
        await using var browser = await cases.OpenAsync("/cases/coinex-2023?tab=evidence");
        var shared = browser.Page.Locator("#link-1 a.mono").First;
        await Assertions.Expect(shared).ToHaveAttributeAsync("href", "/explorer?q=0x75497999432B8701330fB68058bd21918C02Ac59");
        await Assertions.Expect(browser.Page.Locator("#link-1-checks tbody tr")).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task A_day_shows_the_case_as_it_was_known_then_and_every_tab_keeps_it()
    {
        await using var browser = await cases.OpenAsync("/cases/coinex-2023?tab=loss");
        var page = browser.Page;
        await page.GetByLabel("Known by").FillAsync("2023-09-12");
        await Assertions.Expect(page.Locator(".head p")).ToContainTextAsync("by the end of 2023-09-12");
        await OpenedCases.SettledAsync(page);
        await Assertions.Expect(page.Locator("#loss-estimates tbody tr")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Timeline" }).ClickAsync();
        await page.Locator(".timeline li").First.WaitForAsync();
        Assert.Contains("asOf=2023-09-12", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".timeline")).Not.ToContainTextAsync("2023-09-16");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_reference_leads_to_the_row_on_another_tab_that_it_means()
    {
        await using var browser = await cases.OpenAsync("/cases/coinex-2023?tab=timeline");
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "cyvers-post" }).First.ClickAsync();
        await browser.Page.Locator("#source-list").WaitForAsync();
        Assert.Matches("tab=sources#source-\\d+$", browser.Page.Url);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_case_that_nobody_knows_is_said_to_be_so()
    {
        await using var browser = await cases.OpenAsync("/cases/nobody-2023");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be shown");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task The_tabs_are_reached_and_opened_by_keyboard()
    {
        await using var browser = await cases.OpenAsync("/cases/coinex-2023");
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Summary", Exact = true }).FocusAsync();
        await browser.Page.Keyboard.PressAsync("Tab");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Page.Locator(".timeline li").First.WaitForAsync();
        Assert.Contains("tab=timeline", browser.Page.Url, StringComparison.Ordinal);
    }

    // How much wider than the window the page is; tables scroll inside themselves.
    private static Task<int> OverflowAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
