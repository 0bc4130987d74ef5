using Microsoft.Playwright;
using Spoor.Tests.Web.Serving;

namespace Spoor.Tests.Web.Browser;

/// <summary>Somebody drops files on the page of imports.</summary>
public sealed class ImportPageTests
{
    private static string CoinEx => Path.Combine(Repository.Root, "examples", "backtest", "coinex-2023", "transfers.csv");

    [Fact]
    public async Task Files_are_chosen_imported_and_found_again_after_a_reload()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await OpenedAsync(served);
        await browser.Page.SetInputFilesAsync("#files", CoinEx);
        await Row(browser, "transfers.csv").GetByText("4 transfers added").WaitForAsync();
        await browser.Page.SetInputFilesAsync("#files", CoinEx);
        await browser.Page.GetByText("Nothing new: all 4 transfers were already there.").WaitForAsync();

        await browser.Page.ReloadAsync();

        await Assertions.Expect(browser.Page.Locator(".row-card")).ToHaveCountAsync(2);
        Assert.Empty(browser.Faults);
        await browser.PictureAsync("import");
    }

    [Fact]
    public async Task Files_are_dropped_and_a_faulty_one_is_refused_by_line()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await OpenedAsync(served);
        string[] rows = (await File.ReadAllTextAsync(CoinEx, ServedCase.Cancellation)).Split('\n');
        await DropAsync(browser, [("good.csv", string.Join('\n', rows)), ("bad.csv", string.Join('\n', rows[0], rows[1].Replace("4947000000000000000000", "<b>many</b>", StringComparison.Ordinal)))]);

        await Row(browser, "good.csv").GetByText("Done").WaitForAsync();
        var bad = Row(browser, "bad.csv").Locator("tbody tr");
        await Assertions.Expect(bad).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^2\\s*amount.*<b>many</b>$"));
        await Assertions.Expect(browser.Page.Locator(".row-card b", new() { HasText = "many" })).ToHaveCountAsync(0);
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        Assert.Empty(browser.Faults);
        await browser.PictureAsync("import-dark");
    }

    [Fact]
    public async Task An_import_is_cancelled_and_the_page_says_so_also_after_a_reload()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await OpenedAsync(served);
        await using var held = await HeldBoard.OfAsync(served);
        await browser.Page.SetInputFilesAsync("#files", CoinEx);
        await Row(browser, "transfers.csv").GetByText("Waits for its turn").WaitForAsync();
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the import of transfers.csv" }).ClickAsync();
        await Row(browser, "transfers.csv").GetByText("Cancelled: nothing was imported").WaitForAsync();

        await browser.Page.ReloadAsync();

        await Row(browser, "transfers.csv").GetByText("Cancelled: nothing was imported").WaitForAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_name_that_cannot_be_a_name_is_refused_before_anything_is_sent()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await OpenedAsync(served);
        await DropAsync(browser, [("innocent\u202Efdp.csv", "x")]);

        await browser.Page.GetByText("found a character that cannot be seen").WaitForAsync();
        await Assertions.Expect(browser.Page.GetByText("innocent⟨U+202E⟩fdp.csv")).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }

    private static ILocator Row(BrowserSession browser, string name) => browser.Page.Locator(".row-card", new() { HasText = name }).First;

    private static async Task<BrowserSession> OpenedAsync(ServedCase served)
    {
        var browser = await BrowserSession.OpenAsync();
        await browser.GoAsync(served.Server.StartUrl);
        await browser.GoAsync(new(served.Server.Url, "/import"));
        await browser.Page.GetByText("What the store holds").WaitForAsync();
        return browser;
    }

    private static async Task DropAsync(BrowserSession browser, (string Name, string Text)[] files)
    {
        // The zone listens once its script has come.
        await browser.Page.Locator(".drop[data-ready]").WaitForAsync();
        await browser.Page.EvaluateAsync(
            """
            files => {
              const data = new DataTransfer();
              files.forEach(([name, text]) => data.items.add(new File([text], name)));
              document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """,
            files.Select(file => new[] { file.Name, file.Text }).ToArray());
    }
}
