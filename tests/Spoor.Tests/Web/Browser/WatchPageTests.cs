using Microsoft.Playwright;
using Spoor.Reporting;
using Spoor.Response.Watching;
using Spoor.Storage;
using Spoor.Storage.Acts;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;
using Spoor.Web.Suspensions;

namespace Spoor.Tests.Web.Browser;

/// <summary>The watch page as somebody at a desk uses it.</summary>
public sealed class WatchPageTests
{
    private const string Hostile = "<img src=x onerror=alert(1)> 4,947 ETH left for an address without a past";

    // Answers every order and every question with what it was asked, and that it is suspended.
    private const string Switch = """
        body=$(cat)
        member() { printf %s "$body" | sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"; }
        printf '{"format":"suspension-state/1","key":"%s","asset":"%s","chain":"%s","direction":"%s","state":"suspended"}' "$(member key)" "$(member asset)" "$(member chain)" "$(member direction)"
        """;

    private static readonly string Case = Repository.File("examples/backtest/coinex-2023");

    [Fact]
    public async Task An_alert_comes_without_reload_is_acknowledged_and_a_reload_keeps_both()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await OpenedAsync(served);
        await browser.Page.GetByText("Nothing is watched yet").WaitForAsync();
        await TellAsync(served, 1);
        var alert = browser.Page.Locator("article.alert");
        await alert.WaitForAsync();
        await Assertions.Expect(alert).ToContainTextAsync(Hostile);
        await Assertions.Expect(alert).ToContainTextAsync("Critical");

        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await browser.Page.GetByLabel("What becomes of it?").FillAsync("false alarm: <b>ours</b>");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Take note" }).ClickAsync();
        await browser.Page.GetByText("Nobody waits for you").WaitForAsync();
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "All 1", Exact = true }).ClickAsync();
        await Assertions.Expect(alert).ToContainTextAsync("alice took note");
        await browser.Page.ReloadAsync();
        await Assertions.Expect(alert).ToContainTextAsync("false alarm: <b>ours</b>");

        var noted = Assert.Single(Acknowledgement.Of(ActFile.Read(Path.Combine(served.Folder, "alerts.acknowledged.jsonl"))));
        Assert.Equal(("a1", "alice", "false alarm: <b>ours</b>"), (noted.Alert, noted.By, noted.Note));
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task The_watch_of_coinex_replayed_over_imported_transfers_tells_of_the_theft_and_leads_to_its_case()
    {
        using var run = new CommandRun();
        Assert.Equal(0, (await run.RunAsync("import", Path.Combine(Case, "transfers.csv"))).Code);
        await using var served = await ServedCase.StartAsync(settings => settings with { Folder = DataFolder.At(Path.Combine(run.Folder, "spoor-data")) });
        await using var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(served.Server.StartUrl);
        await browser.GoAsync(new(served.Server.Url, "/watch"));
        await BrowserSession.ChooseAsync(browser.Page.GetByLabel("Another watch file"), Path.Combine(Case, "watch.yaml"));
        await BrowserSession.ChooseAsync(browser.Page.GetByLabel("Another price file"), Path.Combine(Case, "prices.csv"));
        await BrowserSession.ChooseAsync(browser.Page.GetByLabel("Another recipients"), Path.Combine(Case, "recipients.csv"));
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Replay over the imported transfers" }).ClickAsync();

        var alert = browser.Page.Locator("article.alert");
        await alert.WaitForAsync();
        await Assertions.Expect(alert).ToContainTextAsync("USD 8,286,559 gone in 4 transactions");
        await Assertions.Expect(alert).ToContainTextAsync("Replayed, as of 2023-09-12 13:20:59 UTC");
        await Assertions.Expect(browser.Page.Locator("table.wallets")).ToContainTextAsync("$7,877,748.45, beyond");
        await browser.Page.GetByText("Replayed 4 transfers: 1 alert").WaitForAsync();
        await Assertions.Expect(alert.GetByRole(AriaRole.Link, new() { Name = "Open case coinex-2023" })).ToHaveAttributeAsync("href", "/cases/coinex-2023");
        await LookAsync(browser, "watch");
        await browser.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await FitsAsync(browser.Page), "The page is wider than a phone.");
        await browser.PictureAsync("watch-phone");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_watch_file_with_faults_is_not_used_and_each_fault_has_its_line()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await OpenedAsync(served);
        await BrowserSession.ChooseAsync(browser.Page.GetByLabel("Another watch file"), new FilePayload
        {
            Name = "watch.yaml",
            MimeType = "text/yaml",
            Buffer = "owners:\n  - name: Desk\n    wallets:\n      - {chain: ethereum, address: \"0x12\", use: hot}\n      - {chain: nowhere, use: hot}\n"u8.ToArray(),
        });
        var faults = browser.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(faults).ToContainTextAsync("faults in the watch file");
        await Assertions.Expect(faults.GetByRole(AriaRole.Cell, new() { Name = "4", Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Button, new() { Name = "Replay over the imported transfers" })).ToBeDisabledAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_field_for_a_file_takes_none_before_the_page_listens_to_it()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await OpenedAsync(served, page: "/");
        await browser.Page.EvaluateAsync("""
            () => {
              const files = Blazor._internal.InputFile, listen = files.init;
              window.held = new Promise(go => window.letGo = go);
              files.init = async (...field) => { await window.held; listen(...field); };
            }
            """);
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Watch", Exact = true }).ClickAsync();
        var field = browser.Page.GetByLabel("Another watch file");
        await Assertions.Expect(field).ToBeDisabledAsync();
        await browser.Page.EvaluateAsync("() => window.letGo()");
        await BrowserSession.ChooseAsync(field, new FilePayload { Name = "watch.yaml", MimeType = "text/yaml", Buffer = "owners: 1\n"u8.ToArray() });
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("in the watch file");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_responder_suspends_from_an_alert_after_confirming_and_sees_what_the_exchange_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the switch of this test is a shell");
        await using var served = await ServedCase.StartAsync(settings => settings with { Hook = new CommandHook("/bin/sh", ["-c", Switch], TimeProvider.System, TimeSpan.FromSeconds(30)) });
        await TellAsync(served, 1);
        await using var browser = await OpenedAsync(served);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Suspend:" }).ClickAsync();
        var dialog = browser.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Incident whose log keeps it").FillAsync("coinex-2023");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("asset: expected a name");
        await dialog.GetByLabel("Asset, as the exchange calls it").FillAsync("ETH");
        await browser.PictureAsync("suspend");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("withdrawals of ETH on Ethereum?");
        await Assertions.Expect(dialog.Locator(".message")).ToContainTextAsync("\"direction\":\"withdrawals\"");
        await browser.PictureAsync("suspend-review");
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend now" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("Suspended: withdrawals of ETH on Ethereum");

        var acts = ActFile.Read(Path.Combine(served.Folder, "..", "desk", "coinex-2023", "acts.jsonl")).Acts;
        Assert.Equal(["suspend.requested", "suspend.confirmed"], acts.Select(act => act.Kind));
        Assert.Equal("alice", acts[0].By);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_viewer_sees_everything_and_may_do_nothing()
    {
        await using var served = await ServedCase.StartAsync();
        served.Accounts.Change(book => book.With(new Account("victor", Role.Viewer, PasswordHash.Of(ServedCase.Password, iterations: 10))));
        await TellAsync(served, 1);
        await using var browser = await OpenedAsync(served, "victor");
        await browser.Page.Locator("article.alert").WaitForAsync();

        await Assertions.Expect(browser.Page.GetByText("needs the role investigator").First).ToBeVisibleAsync();
        Assert.Equal(0, await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).CountAsync());
        Assert.Equal(0, await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).CountAsync());
        Assert.Equal(0, await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Replay over" }).CountAsync());
        Assert.Empty(browser.Faults);
    }

    /// <summary>The watch page before somebody who signed in.</summary>
    internal static async Task<BrowserSession> OpenedAsync(ServedCase served, string name = "alice", string page = "/watch")
    {
        var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(new(served.Server.Url, page));
        await browser.Page.GetByLabel("Name").FillAsync(name);
        await browser.Page.GetByLabel("Password").FillAsync(ServedCase.Password);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await browser.Page.Locator("h1", new() { HasNotText = "Sign in" }).WaitForAsync();
        await browser.Page.Locator("h2").First.WaitForAsync();
        return browser;
    }

    /// <summary>Looks at a page in both themes: a picture of each, and what axe says.</summary>
    internal static async Task LookAsync(BrowserSession browser, string name)
    {
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync(name);
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync($"{name}-dark");
        await browser.Page.GetByLabel("Light theme").ClickAsync();
    }

    /// <summary>As a watch does: a line more at the end of the alert file.</summary>
    internal static Task TellAsync(ServedCase served, int number) => File.AppendAllTextAsync(
        served.AlertFile, System.Text.Encoding.UTF8.GetString(AlertJson.Document(Notices.Of(number) with { Headline = Hostile })) + "\n", ServedCase.Cancellation);

    internal static Task<bool> FitsAsync(IPage page) => page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth");
}
