using Microsoft.Playwright;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;

namespace Spoor.Tests.Web.Browser;

/// <summary>Somebody works with labels.</summary>
public sealed class LabelsPageTests
{
    [Fact]
    public async Task Labels_are_found_with_how_they_became_known_and_hostile_ones_stay_text()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await BrowserSession.OpenAsync();
        await PageVisits.SignInAsync(browser, served, $"/labels?q={SmallCase.Thief}");

        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Region, new() { Name = "Labels" })).ToContainTextAsync(ServedCase.HostileLabel);
        await Assertions.Expect(browser.Page.Locator(".history li")).ToHaveCountAsync(1);
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("labels");
        await browser.Page.GetByLabel("As known on").FillAsync("2020-01-01");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(browser.Page.GetByText("known on that day")).ToBeVisibleAsync();
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task A_file_is_looked_at_before_it_is_imported_and_then_its_sources_disagree()
    {
        await using var served = await ServedCase.StartAsync();
        await using var browser = await BrowserSession.OpenAsync();
        await PageVisits.SignInAsync(browser, served, "/labels?tab=import");
        string file = Path.Combine(served.Folder, "other.csv");
        await File.WriteAllTextAsync(file, $"address,name,category,source\n{SmallCase.Thief},An exchange,exchange,elsewhere\n", ServedCase.Cancellation);
        await browser.Page.SetInputFilesAsync("#files", file);

        await browser.Page.GetByText("Nothing is imported yet. 1 label would be new").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("labels-preview");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Import other.csv" }).ClickAsync();
        await browser.Page.GetByText("1 label added, all of them new.").WaitForAsync();
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Conflicts" }).ClickAsync();
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("An exchange");
        await browser.Page.GetByLabel("Dark theme").ClickAsync();
        await browser.Page.GetByLabel("Light theme").WaitForAsync();
        Assert.Empty(await browser.FindAccessFaultsAsync());
        await browser.PictureAsync("labels-conflicts-dark");
        Assert.Empty(browser.Faults);
    }
}
