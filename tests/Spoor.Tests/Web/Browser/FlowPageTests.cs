using Microsoft.Playwright;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Browser;

/// <summary>The picture of a flow, worked in as investigators do.</summary>
public sealed class FlowPageTests : IAsyncLifetime
{
    private (CommandRun Run, ServedCase Served) _case;

    public async ValueTask InitializeAsync() => _case = await FlowCase.CoinExAsync();

    public async ValueTask DisposeAsync()
    {
        await _case.Served.DisposeAsync();
        _case.Run.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task Every_move_works_and_a_link_opens_the_same_picture_again()
    {
        await using var browser = await OpenedAsync();
        var page = browser.Page;
        await browser.PictureAsync("flow-coinex");
        Assert.Contains("0, balances", await page.Locator(".flow-books").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Box(page, "hub")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("hub, 1,3.. *;?counterparties"));

        // What is chosen is told beside the picture; a band tells its transactions.
        await Box(page, "a1").ClickAsync();
        await Assertions.Expect(page.Locator(".flow-panel h2").First).ToHaveTextAsync(Short("a1"));
        Assert.Equal("noopener noreferrer", await page.Locator(".flow-panel a[target=_blank]").First.GetAttributeAsync("rel"));
        await page.Locator(".flow-panel ul").Last.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(page.Locator(".flow-panel table a").First).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^https://etherscan.io/tx/0x0"));

        // Hide, undo, redo; the books stay.
        string books = await page.Locator(".flow-books table").InnerTextAsync();
        await ActAsync(page, "a3", "h");
        await Assertions.Expect(Box(page, "a3")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".flow-bar")).ToContainTextAsync("Show 1 hidden");
        Assert.Equal(books, await page.Locator(".flow-books table").InnerTextAsync());
        await page.Keyboard.PressAsync("Control+z");
        await Box(page, "a3").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await Assertions.Expect(Box(page, "a3")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show 1 hidden" }).ClickAsync();
        await Box(page, "a3").WaitForAsync();

        // Fold, pin, write.
        await ActAsync(page, "a2", "f");
        await Assertions.Expect(Box(page, "b1")).ToHaveCountAsync(0);
        await ActAsync(page, "a2", "e");
        await Box(page, "b1").WaitForAsync();
        await ActAsync(page, "a1", "p");
        await Box(page, "a1").Locator(".pin").WaitForAsync();
        await ActAsync(page, "a1", "n");
        await page.Locator("#flow-note:focus").WaitForAsync();
        await page.Locator("#flow-note").FillAsync("<img src=x onerror=alert(1)> first stop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the note" }).ClickAsync();
        await Assertions.Expect(Box(page, "a1")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("<img"));

        // Another rule has other books; stopping at a box ends the trace there.
        await page.GetByLabel("Rule").SelectOptionAsync("poison");
        await Assertions.Expect(page.Locator(".flow-books tr.now")).ToContainTextAsync("poison");
        await ActAsync(page, "a1", "s");
        await Assertions.Expect(Box(page, "a1")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("asked"));
        await page.GetByLabel("Find an address").FillAsync("tornado");
        await page.GetByLabel("Find an address").PressAsync("Enter");
        await page.Locator($".flow-stage .box[data-key$='{FlowCase.At("tornado")[4..]}' i]:focus").WaitForAsync();
        await browser.PictureAsync("flow-coinex-worked");

        // The address of the page holds all of it.
        string[] shown = await KeysAsync(page);
        await page.ReloadAsync();
        await Box(page, "a1").WaitForAsync();
        Assert.Equal(shown, await KeysAsync(page));
        Assert.Equal("poison", await page.GetByLabel("Rule").InputValueAsync());
        await Box(page, "a1").Locator(".pin").WaitForAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact(Timeout = 300_000)]
    public async Task It_is_saved_as_a_figure_a_picture_and_a_table_and_compared_by_all_rules()
    {
        await using var browser = await OpenedAsync();
        var page = browser.Page;
        foreach (var (form, begins) in new[] { ("SVG", "<svg"), ("PNG", "\u0089PNG"), ("CSV", "from_box,to_box") })
        {
            var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = form, Exact = true }).ClickAsync());
            byte[] bytes = await File.ReadAllBytesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
            Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.EndsWith(form.ToLowerInvariant(), saved.SuggestedFilename, StringComparison.Ordinal);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Compare with all other rules" }).ClickAsync();
        await Assertions.Expect(page.Locator(".flow-books tbody tr")).ToHaveCountAsync(8);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the" }).ClickAsync();
        await Assertions.Expect(page.Locator(".flow-rows tbody")).ToContainTextAsync("Binance 14");
        await browser.PictureAsync("flow-coinex-tables");
        Assert.Empty(browser.Faults);
    }

    [Fact(Timeout = 300_000)]
    public async Task Axe_finds_nothing_in_either_theme_and_a_phone_can_read_it()
    {
        await using var browser = await OpenedAsync();
        await Box(browser.Page, "a1").ClickAsync();
        await browser.Page.Locator(".flow-note").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("flow-coinex-dark");
        await browser.Page.SetViewportSizeAsync(390, 844);
        await browser.Page.ReloadAsync();
        await Box(browser.Page, "a1").WaitForAsync();
        await browser.PictureAsync("flow-coinex-phone");
        Assert.Empty(browser.Faults);
    }

    [Fact(Timeout = 300_000)]
    public async Task It_all_goes_by_keys_alone()
    {
        await using var browser = await OpenedAsync();
        var page = browser.Page;
        await page.Locator(".flow-stage .box[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Contains("8bf8cd", (await page.EvaluateAsync<string>("document.activeElement.dataset.key")).ToLowerInvariant(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".box[aria-pressed=true]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowRight");
        string key = await page.EvaluateAsync<string>("document.activeElement.dataset.key");
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(page.Locator($".box[data-key='{key}']")).ToHaveCountAsync(0);
        Assert.Equal("button", await page.EvaluateAsync<string>("document.activeElement.getAttribute('role')"));
        await page.Keyboard.PressAsync("Control+z");
        await page.Locator($".box[data-key='{key}']").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".box[aria-pressed=true]")).ToHaveCountAsync(0);
        Assert.Empty(browser.Faults);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_page_that_is_left_while_its_trace_waits_holds_the_next_one_up_by_nothing()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = _case.Served.Server;
        Task[] others = [.. Enumerable.Range(0, new RequestLimits().HeavyAtOnce).Select(_ => server.Heavy.TurnAsync(token => end.Task.WaitAsync(token).ContinueWith(_ => 0, TaskScheduler.Default), ServedCase.Cancellation))];
        await using var browser = await BrowserSession.OpenAsync();
        var page = browser.Page;
        await browser.GoAsync(server.StartUrl);
        await browser.GoAsync(new(server.Url, "/cases/coinex-2023/flow"));
        await page.GetByText("Following by the rule").WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Cases", Exact = true }).First.ClickAsync();
        await page.GetByLabel("Find").FillAsync("stake");
        await page.GetByLabel("Find").PressAsync("Enter");
        await Assertions.Expect(page.Locator("table.cases tbody tr")).ToHaveCountAsync(1);

        end.SetResult();
        await Task.WhenAll(others);
        Assert.Empty(browser.Faults);
    }

    [Theory(Timeout = 300_000)]
    [InlineData("/cases/coinex-2023/flow?v=1AAAAAAAA", "Expected a taint rule")]
    [InlineData("/cases/coinex-2023/flow?v=9x", "v: expected the view of a link")]
    [InlineData("/cases/no-such-case/flow", "Expected the id of an incident")]
    [InlineData("/flow?theft=nonsense", "Expected a transaction hash")]
    public async Task What_is_not_as_it_should_be_is_refused_in_words(string path, string words)
    {
        await using var browser = await OpenedAsync();
        await browser.GoAsync(new(_case.Served.Server.Url, path));
        await Assertions.Expect(browser.Page.Locator(".failed")).ToContainTextAsync(words);
        Assert.Empty(browser.Faults);
    }

    private static ILocator Box(IPage page, string name) => page.Locator($".flow-stage .box[data-key$='{FlowCase.At(name)[4..]}' i]");

    private static string Short(string name) => FlowCase.At(name) is var address ? $"{address[..6]}…{address[^4..]}" : "";

    private static async Task ActAsync(IPage page, string name, string key)
    {
        await Box(page, name).FocusAsync();
        await page.Keyboard.PressAsync(key);
    }

    private static Task<string[]> KeysAsync(IPage page) => page.EvaluateAsync<string[]>("[...document.querySelectorAll('.flow-stage .box')].map(box => box.dataset.key)");

    private async Task<BrowserSession> OpenedAsync()
    {
        var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(_case.Served.Server.StartUrl);
        await browser.GoAsync(new(_case.Served.Server.Url, "/cases/coinex-2023/flow"));
        await browser.Page.Locator(".flow-stage[data-ready]").WaitForAsync();
        await Box(browser.Page, "a1").WaitForAsync();
        return browser;
    }
}
