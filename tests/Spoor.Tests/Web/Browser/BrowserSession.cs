using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Spoor.Tests.Web.Browser;

/// <summary>A page of a real Chromium, and everything that went wrong in it; a test that finds no browser is skipped.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    private const float Patience = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _faults = [];

    private BrowserSession(IPlaywright playwright, IBrowser browser, IBrowserContext context, IPage page)
    {
        (_playwright, _browser, Context, Page) = (playwright, browser, context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, fault) => _faults.Add($"uncaught: {fault}");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the console of the browser said of errors, warnings and uncaught failures.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static async Task<BrowserSession> OpenAsync(int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        string binary = Environment.GetEnvironmentVariable("SPOOR_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(binary))
        {
            Assert.Skip($"There is no Chromium at {binary}; set SPOOR_CHROMIUM to one.");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = binary,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            Timeout = Patience,
        });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, AcceptDownloads = true });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new(playwright, browser, context, await context.NewPageAsync());
    }

    /// <summary>Opens a page of a server, and waits until it is connected and drawn.</summary>
    public async Task GoAsync(Uri url)
    {
        await Page.GotoAsync(url.ToString());
        await Page.Locator("h1").First.WaitForAsync();
    }

    /// <summary>Chooses a file in a field, as soon as the field takes one.</summary>
    public static async Task ChooseAsync(ILocator field, FilePayload file)
    {
        await Assertions.Expect(field).ToBeEnabledAsync();
        await field.SetInputFilesAsync(file);
    }

    /// <summary>Chooses a file of the disk in a field, as soon as the field takes one.</summary>
    public static Task ChooseAsync(ILocator field, string file) =>
        ChooseAsync(field, new FilePayload { Name = Path.GetFileName(file), MimeType = "application/octet-stream", Buffer = File.ReadAllBytes(file) });

    /// <summary>Serious and critical findings of axe on what is shown now, with the elements they are about.</summary>
    public async Task<IReadOnlyList<string>> FindAccessFaultsAsync() =>
    [
        .. (await Page.RunAxe()).Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"),
    ];

    /// <summary>A picture of the whole page, in artifacts/pages, to be looked at.</summary>
    public async Task PictureAsync(string name)
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "pages");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
