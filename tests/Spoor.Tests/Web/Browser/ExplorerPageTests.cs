using Microsoft.Playwright;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;

namespace Spoor.Tests.Web.Browser;

/// <summary>Somebody looks things up.</summary>
public sealed class ExplorerPageTests(ServedCase served) : IClassFixture<ServedCase>
{
    [Fact]
    public async Task An_address_shows_its_balance_labels_transfers_and_risk_and_hostile_labels_stay_text()
    {
        await using var browser = await OpenedAsync($"/explorer?q={SmallCase.Thief}");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Region, new() { Name = "Balances" })).ToContainTextAsync("ETH");
        await Assertions.Expect(browser.Page.GetByText(ServedCase.HostileLabel, new() { Exact = true })).ToBeVisibleAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("explorer-address");

        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Transfers (4)" }).ClickAsync();
        await Assertions.Expect(browser.Page.Locator("tbody tr[aria-rowindex]")).ToHaveCountAsync(4);
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Counterparties" }).ClickAsync();
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Region, new() { Name = "Counterparties" }).Locator("tbody tr")).ToHaveCountAsync(3);
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Screening", Exact = true }).ClickAsync();
        await Assertions.Expect(browser.Page.Locator(".score")).ToContainTextAsync("of 100");
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("explorer-screening-dark");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_transaction_shows_its_movements_and_leads_to_a_trace()
    {
        await using var browser = await OpenedAsync("/explorer");
        await browser.Page.GetByLabel("Address, transaction, incident or label").FillAsync("0x0000000000000000000000000000000000000000000000000000000000000002");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Look up" }).ClickAsync();

        await Assertions.Expect(browser.Page.GetByText("2 movements, in the order of the chain.")).ToBeVisibleAsync();
        Assert.Contains("/flow?theft=0x", await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Trace from this transaction" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Empty(browser.Faults);
        await browser.PictureAsync("explorer-transaction");
    }

    [Theory]
    [InlineData("coinex", "CoinEx")]
    [InlineData("0x12345678901234567890123456789012345678zz", "This cannot be looked up|Nothing found")]
    [InlineData("0x00000000000000000000000000000000000000000000000000000000000000ff", "no transaction of this hash")]
    [InlineData("<script>alert(1)</script>x", "Nothing goes by '<script>alert(1)</script>x'")]
    public async Task Several_matches_are_listed_and_what_is_nothing_gets_a_word_on_what_to_do(string asked, string answer)
    {
        await using var browser = await OpenedAsync($"/explorer?q={Uri.EscapeDataString(asked)}");

        await Assertions.Expect(browser.Page.Locator("#content")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(string.Join('|', answer.Split('|').Select(System.Text.RegularExpressions.Regex.Escape)), System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        Assert.Empty(await browser.FindAccessFaultsAsync());
        Assert.Empty(browser.Faults);
    }

    private async Task<BrowserSession> OpenedAsync(string path)
    {
        var browser = await BrowserSession.OpenAsync();
        await PageVisits.SignInAsync(browser, served, path);
        return browser;
    }
}
