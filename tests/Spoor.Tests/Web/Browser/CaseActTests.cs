using System.Text.Json;
using Microsoft.Playwright;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Browser;

/// <summary>What somebody does on a case page: suspend, write down, seal, check, export; and what a viewer cannot.</summary>
public sealed class CaseActTests(OpenedCases cases) : IClassFixture<OpenedCases>
{
    private const string Hostile = "<img src=x onerror=alert(1)>\u202Eevil";

    [Fact]
    public async Task A_responder_suspends_through_the_hook_which_gets_exactly_what_the_dialog_showed()
    {
        await using var browser = await cases.OpenAsync("/cases/coinex-2023?tab=response");
        var page = browser.Page;
        await ReviewAsync(page, "ETH", Hostile);
        string shown = await page.Locator(".message").First.InnerTextAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("case-suspend");
        Assert.False(File.Exists(cases.Asked) && File.ReadAllText(cases.Asked).Contains("\"ETH\"", StringComparison.Ordinal), "The hook was asked before anybody confirmed.");

        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Suspend now" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome.good")).ToHaveCountAsync(2);
        await browser.PictureAsync("case-suspend-said");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state.held", new() { HasText = "suspended, confirmed" })).ToHaveCountAsync(2);
        Assert.Empty(browser.Faults);
        await browser.PictureAsync("case-suspended");

        // Deposits and withdrawals are asked side by side: either may come first.
        var told = JsonSerializer.Deserialize<JsonElement>(shown);
        var got = File.ReadAllLines(cases.Asked).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).First(order => SubjectOf(order) == SubjectOf(told));
        Assert.All(told.EnumerateObject().Where(member => member.Name is not ("key" or "why")), member => Assert.Equal(member.Value.ToString(), got.GetProperty(member.Name).ToString()));
        Assert.Equal(Hostile, got.GetProperty("why").GetString());
        Assert.Contains("⟨U+202E⟩evil", await page.Locator("#desk-acts").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#desk-acts img").CountAsync());
    }

    [Fact]
    public async Task An_asset_is_opened_again_when_the_list_is_done_or_for_a_reason_that_is_kept()
    {
        await using var browser = await cases.OpenAsync("/cases/stake-2023?tab=response");
        var page = browser.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await ReviewAsync(page, "TRX", "drain", "BNB Smart Chain");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend now" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".outcome.good")).ToHaveCountAsync(2);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state.held", new() { HasText = "suspended, confirmed" })).ToHaveCountAsync(2);

        await page.Locator(".tick input").First.FillAsync("issued to all");
        await page.Locator(".tick button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".checks .state.held")).ToHaveCountAsync(1);
        await OpenAgainAsync(page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Open now" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("open items");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await OpenAgainAsync(page);
        await dialog.GetByLabel("Open nevertheless, because").FillAsync("the board decided");
        await Assertions.Expect(dialog.Locator(".message")).ToContainTextAsync("all clear (opened with open items: the board decided)");
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("case-resume");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Open now" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("Open again: ");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.GetByText("open, confirmed")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#desk-acts")).ToContainTextAsync("the board decided");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_wish_that_is_stopped_when_the_exchange_was_asked_already_is_told_as_not_confirmed()
    {
        await using var browser = await cases.OpenAsync("/cases/upbit-2019?tab=response");
        var dialog = browser.Page.GetByRole(AriaRole.Dialog);
        await ReviewAsync(browser.Page, "SLOW", "drain", both: false);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend now" }).ClickAsync();
        while (!File.Exists(cases.Asked) || !File.ReadAllText(cases.Asked).Contains("\"SLOW\"", StringComparison.Ordinal))
        {
            await Task.Delay(20, ServedCase.Cancellation);
        }

        // The button of the wish; that of the dialog may still stand there, too, and would close it.
        await dialog.Locator(".loading").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Asked for, not confirmed: withdrawals of SLOW");
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task Of_two_orders_the_one_that_is_refused_is_said_beside_the_one_that_is_on_its_way()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var browser = await cases.OpenAsync("/cases/bitpoint-2019?tab=response", "bob");
        var dialog = browser.Page.GetByRole(AriaRole.Dialog);
        await ReviewAsync(browser.Page, "XRP", "drain");
        for (int open = 0; open < 7; open++)
        {
            cases.Served.Server.Jobs.Start(Caller.BySession("bob", Role.Responder), "held", async (_, cancellation) =>
            {
                await end.Task.WaitAsync(cancellation);
                return [];
            });
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend now" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".failed")).ToContainTextAsync("at most 8 jobs of one caller");
        await Assertions.Expect(dialog.GetByText("Asking the exchange…")).ToHaveCountAsync(1);
        end.SetResult();
        await Assertions.Expect(dialog.Locator(".outcome.good")).ToHaveCountAsync(1);
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_viewer_sees_no_act_and_whoever_lost_the_role_meanwhile_is_refused_by_the_server()
    {
        await using var viewer = await cases.OpenAsync("/cases/coinex-2023?tab=response", "vera");
        await Assertions.Expect(viewer.Page.GetByText("needs the role responder")).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Suspend…" })).ToHaveCountAsync(0);

        await using var browser = await cases.OpenAsync("/cases/kucoin-2020?tab=response", "rob");
        await ReviewAsync(browser.Page, "BTC", "too late");
        cases.Demote("rob");
        await browser.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Suspend now" }).ClickAsync();
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("session is over");
        Assert.False(File.Exists(cases.Asked) && File.ReadAllText(cases.Asked).Contains("too late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moment_that_is_written_down_starts_the_clock()
    {
        await using var browser = await cases.OpenAsync("/cases/alphapo-2023?tab=clock");
        var page = browser.Page;
        await page.GetByLabel("What was reached").SelectOptionAsync("aware");
        await page.GetByLabel("When, UTC").FillAsync("2023-09-12T13:25:30");
        await page.GetByLabel("Why, who said so").FillAsync("alert of the watch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write down" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state.over")).ToHaveTextAsync("overdue");
        await Assertions.Expect(page.Locator(".phases .done")).ToHaveCountAsync(1);
        Assert.Empty(browser.Faults);
        await browser.PictureAsync("case-clock-running");
    }

    [Fact]
    public async Task A_report_is_made_and_every_file_of_it_is_fetched_and_audited()
    {
        await using var browser = await cases.OpenAsync("/cases/coinex-2023?tab=report");
        var page = browser.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the report" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "report.pdf" }).WaitForAsync();
        await page.ReloadAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "report.pdf" }).ClickAsync());
        await using var pdf = await download.CreateReadStreamAsync();
        byte[] first = new byte[5];
        await pdf.ReadExactlyAsync(first, ServedCase.Cancellation);

        Assert.Equal("%PDF-"u8.ToArray(), first);
        Assert.Empty(await browser.FindAccessFaultsAsync());
        Assert.Empty(browser.Faults);
        await browser.PictureAsync("case-report-made");
        Assert.Contains("report.ordered", Audit(), StringComparison.Ordinal);
        Assert.Contains("report.pdf", Audit(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_sealed_and_the_file_holds_when_it_is_handed_in_again_and_another_does_not()
    {
        await using var browser = await cases.OpenAsync("/cases/coinex-2023?tab=seal");
        var page = browser.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal", Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "coinex-2023.case" }).ClickAsync());
        string file = Path.Combine(Path.GetDirectoryName(cases.Asked)!, "fetched.case");
        await download.SaveAsAsync(file);

        await BrowserSession.ChooseAsync(page.Locator("#verify"), file);
        await page.GetByRole(AriaRole.Heading, new() { Name = "The case holds" }).WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("case-verified");
        await BrowserSession.ChooseAsync(page.Locator("#before"), file);
        await BrowserSession.ChooseAsync(page.Locator("#after"), file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Both are the same seal" }).WaitForAsync();
        await BrowserSession.ChooseAsync(page.Locator("#verify"), new FilePayload { Name = "<b>evil</b>.case", MimeType = "application/zip", Buffer = "<script>alert(1)</script>"u8.ToArray() });
        await page.GetByRole(AriaRole.Heading, new() { Name = "The case does not hold" }).WaitForAsync();
        Assert.Empty(browser.Faults);
    }

    // The server has it open to write.
    private string Audit()
    {
        string file = Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(cases.Asked)!, "audit"), "*.jsonl").Order(StringComparer.Ordinal).Last();
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    /// <summary>Says what to suspend, up to where it is shown as it will be sent.</summary>
    internal static async Task ReviewAsync(IPage page, string asset, string why, string chain = "ethereum", bool both = true)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await page.GetByRole(AriaRole.Button, new() { Name = "Suspend…" }).ClickAsync();
        await dialog.GetByLabel("Asset, as the exchange calls it").FillAsync(asset);
        await dialog.GetByLabel("Chain", new() { Exact = true }).FillAsync(chain);
        await dialog.GetByLabel("Deposits").SetCheckedAsync(both);
        await dialog.GetByLabel("Why, for the log").FillAsync(why);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await dialog.Locator(".message").First.WaitForAsync();
    }

    private static (string?, string?, string?) SubjectOf(JsonElement order) =>
        (order.GetProperty("asset").GetString(), order.GetProperty("chain").GetString(), order.GetProperty("direction").GetString());

    private static async Task OpenAgainAsync(IPage page)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume…" }).First.ClickAsync();
        await dialog.GetByLabel("Why, for the log").FillAsync("all clear");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("Still to be done");
    }
}
