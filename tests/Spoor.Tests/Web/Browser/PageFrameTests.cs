using Microsoft.Playwright;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Browser;

/// <summary>What stands around every page: signing in, the theme, the list of pages, a session that ends.</summary>
public sealed class PageFrameTests(ServedCase served) : IClassFixture<ServedCase>
{
    [Fact]
    public async Task The_url_of_the_terminal_opens_the_overview_without_a_fault()
    {
        await using var own = await ServedCase.StartAsync();
        await using var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(own.Server.StartUrl);
        Assert.Equal("Overview", await browser.Page.Locator("h1").InnerTextAsync());
        Assert.DoesNotContain("token", browser.Page.Url, StringComparison.Ordinal);
        Assert.Empty(browser.Faults);
        await browser.PictureAsync("overview");
    }

    [Fact]
    public async Task A_page_sends_a_stranger_to_sign_in_and_back_to_where_they_were_going()
    {
        await using var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(new(served.Server.Url, "/?from=a%26b"));
        Assert.Equal("Sign in", await browser.Page.Locator("h1").InnerTextAsync());
        await SignInAsync(browser.Page, "wrong");
        await Assertions.Expect(browser.Page.Locator("#refusal")).ToContainTextAsync("do not go together");
        await SignInAsync(browser.Page, ServedCase.Password);
        await browser.Page.Locator("h1", new() { HasText = "Overview" }).WaitForAsync();
        Assert.EndsWith("/?from=a%26b", browser.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_theme_changes_and_stays_and_axe_finds_nothing_in_either()
    {
        await using var browser = await OpenedAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        await browser.Page.ReloadAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_every_page()
    {
        await using var browser = await OpenedAsync();
        await browser.Page.GetByLabel("Signed in as").ClickAsync();
        await browser.Page.GetByText("Sign out").ClickAsync();
        await browser.Page.Locator("h1", new() { HasText = "Sign in" }).WaitForAsync();
        await browser.GoAsync(served.Server.Url);
        Assert.Equal("Sign in", await browser.Page.Locator("h1").InnerTextAsync());
    }

    // A page of somebody who signed in as the responder of the case.
    private async Task<BrowserSession> OpenedAsync()
    {
        var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(new(served.Server.Url, SignInPath.Path));
        await SignInAsync(browser.Page, ServedCase.Password);
        await browser.Page.Locator("h1", new() { HasText = "Overview" }).WaitForAsync();
        return browser;
    }

    private static async Task SignInAsync(IPage page, string password)
    {
        await page.GetByLabel("Name").FillAsync("alice");
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
