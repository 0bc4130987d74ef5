using Microsoft.Playwright;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Browser;

/// <summary>Opens pages as alice, a responder.</summary>
internal static class PageVisits
{
    public static async Task SignInAsync(BrowserSession browser, ServedCase served, string path)
    {
        await browser.GoAsync(new(served.Server.Url, $"{SignInPath.Path}?{SignInPath.Parameter}={Uri.EscapeDataString(path)}"));
        await browser.Page.GetByLabel("Name").FillAsync("alice");
        await browser.Page.GetByLabel("Password").FillAsync(ServedCase.Password);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await browser.Page.Locator("#content h1").WaitForAsync();
    }
}
