using Microsoft.Playwright;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Browser;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Security;

/// <summary>What a hostile label and a hostile site do in a real browser that has a session: nothing.</summary>
public sealed class BrowserAttackTests(ServedCase served) : IClassFixture<ServedCase>
{
    private const string Notes = "/api/v1/responses/coinex-2023/notes";

    // Everything a page of another origin can make a browser send without asking first, and what it cannot.
    private const string Attack = """
        <!doctype html><title>Win a prize</title>
        <iframe name="sink"></iframe><iframe id="frame" src="{0}/"></iframe>
        <form id="form" method="post" enctype="text/plain" target="sink" action="{0}{1}"><input name='{"milestone":"aware","why":"forged","x":"' value='"}'></form>
        <form id="plain" method="post" target="sink" action="{0}/api/v1/keys"><input name="name" value="evil"><input name="role" value="admin"></form>
        <img src="{0}/api/v1/status"><script src="{0}/api/v1/status"></script>
        <script>
          const tried = {};
          const tell = (name, promise) => promise.then(value => tried[name] = value, () => tried[name] = "refused");
          const body = '{"milestone":"aware","why":"forged"}';
          const json = { "Content-Type": "application/json" };
          const socket = url => new Promise((yes, no) => { const ws = new WebSocket(url); ws.onopen = () => yes("open"); ws.onerror = no; });
          window.attack = Promise.all([
            tell("read", fetch("{0}/api/v1/session", { credentials: "include" }).then(answer => answer.text())),
            tell("blind", fetch("{0}{1}", { method: "POST", mode: "no-cors", credentials: "include", body }).then(answer => answer.type + answer.status)),
            tell("json", fetch("{0}{1}", { method: "POST", credentials: "include", headers: json, body }).then(answer => answer.status)),
            tell("delete", fetch("{0}/api/v1/session", { method: "DELETE", credentials: "include" }).then(answer => answer.status)),
            tell("socket", socket("{0}/_blazor".replace("http", "ws"))),
            tell("stream", new Promise((yes, no) => { const source = new EventSource("{0}/api/v1/alerts/stream", { withCredentials: true }); source.onopen = () => yes("open"); source.onerror = no; })),
          ]).then(() => tried);
          document.getElementById("form").submit();
          document.getElementById("plain").submit();
        </script>
        """;

    [Fact]
    public async Task A_foreign_page_can_neither_read_nor_change_anything_in_the_name_of_whoever_looks_at_it()
    {
        await using var browser = await SignedInAsync();
        string own = served.Server.Url.GetLeftPart(UriPartial.Authority);
        await using var evil = await EvilSite.StartAsync(Attack.Replace("{0}", own, StringComparison.Ordinal).Replace("{1}", Notes, StringComparison.Ordinal));
        await browser.Page.GotoAsync(evil.Url.ToString());
        var tried = await browser.Page.EvaluateAsync<Dictionary<string, object>>("() => window.attack");
        await browser.Page.Context.Pages[0].WaitForTimeoutAsync(500);

        Assert.All(tried, attempt => Assert.True($"{attempt.Value}" is "refused" or "opaque0", $"{attempt}"));
        Assert.Empty((await served.GetAsync("/api/v1/responses/coinex-2023/acts")).Body.GetProperty("acts").EnumerateArray());
        Assert.DoesNotContain(served.Accounts.Current().Keys, key => key.Name == "evil");
        using var still = await SendWithCookiesAsync(browser, $"{own}/api/v1/session");
        Assert.Equal("alice", (await ServedCase.BodyOf(still)).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData($"/api/v1/addresses/{SmallCase.Thief}")]
    [InlineData("/api/v1/labels?q=script")]
    [InlineData("/api/v1/labels?q=x&asOf=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")]
    [InlineData("/api/v1/responses/stake-2023/acts")]
    [InlineData("/api/v1/incidents/coinex-2023/report/report.html")]
    [InlineData("/api/v1/incidents/coinex-2023/report/report.md")]
    [InlineData("/nowhere/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/?x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task What_a_stranger_wrote_is_shown_as_text_wherever_a_browser_opens_it(string path)
    {
        await WriteHostileNoteAsync();
        await using var browser = await SignedInAsync();
        List<string> ran = [];
        browser.Page.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        try
        {
            await browser.Page.GotoAsync(new Uri(served.Server.Url, path).ToString());
        }
        catch (PlaywrightException download) when (download.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            // What a browser saves, it does not run.
        }

        await browser.Page.WaitForTimeoutAsync(300);
        Assert.Empty(ran);
        Assert.Equal(0, await browser.Page.Locator("body img[onerror], body script:not([src])").CountAsync());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/%09/evil.example/")]
    public async Task Signing_in_leads_to_no_other_site(string target)
    {
        await using var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(new(served.Server.Url, $"{SignInPath.Path}?{SignInPath.Parameter}={Uri.EscapeDataString(target)}"));
        await FillAsync(browser.Page);
        await browser.Page.WaitForURLAsync(url => !url.Contains(SignInPath.Path, StringComparison.Ordinal));

        Assert.Equal(served.Server.Url.Authority, new Uri(browser.Page.Url).Authority);
    }

    private async Task WriteHostileNoteAsync()
    {
        var (_, acts) = await served.GetAsync("/api/v1/responses/stake-2023/acts");
        if (acts.GetProperty("acts").GetArrayLength() == 0)
        {
            await served.SendAsync(HttpMethod.Post, "/api/v1/responses/stake-2023/notes", "{\"milestone\":\"aware\",\"why\":\"<img src=x onerror=alert(1)><script>alert(2)</script>\"}", Role.Responder);
        }
    }

    private async Task<BrowserSession> SignedInAsync()
    {
        var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(new(served.Server.Url, SignInPath.Path));
        await FillAsync(browser.Page);
        await browser.Page.Locator("h1", new() { HasText = "Overview" }).WaitForAsync();
        return browser;
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GetByLabel("Name").FillAsync("alice");
        await page.GetByLabel("Password").FillAsync(ServedCase.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private async Task<HttpResponseMessage> SendWithCookiesAsync(BrowserSession browser, string url)
    {
        var cookies = await browser.Context.CookiesAsync([url]);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")) } } };
        return await served.Client().SendAsync(request, ServedCase.Cancellation);
    }
}
