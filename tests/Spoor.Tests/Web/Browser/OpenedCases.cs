using Microsoft.Playwright;
using Spoor.Storage;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;
using Spoor.Web.Suspensions;

namespace Spoor.Tests.Web.Browser;

/// <summary>A server without transfers of its own, so that a case is read from what was published of it, with a hook that is a real program.</summary>
public sealed class OpenedCases : IAsyncLifetime
{
    // Does what it is asked, and says so; keeps what it was asked. About one asset it never says anything.
    private const string Program = """
        read -r line
        printf '%s\n' "$line" >> "$0"
        case "$line" in *'"asset":"SLOW"'*) sleep 600;; esac
        word() { printf '%s' "$line" | sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"; }
        state=suspended
        case "$line" in *'"want":"open"'*) state=open;; esac
        printf '{"asset":"%s","chain":"%s","direction":"%s","format":"suspension-state/1","key":"%s","state":"%s"}' "$(word asset)" "$(word chain)" "$(word direction)" "$(word key)" "$state"
        """;

    private ServedCase? _served;

    internal ServedCase Served => _served!;

    /// <summary>Everything the hook was asked, a line each.</summary>
    internal string Asked { get; private set; } = "";

    private AccountFile Accounts { get; set; } = null!;

    public async ValueTask InitializeAsync() => _served = await ServedCase.StartAsync(settings =>
    {
        var folder = DataFolder.At(settings.Folder.Path + "-empty");
        Directory.CreateDirectory(folder.Path);
        Accounts = AccountFile.In(folder);
        Accounts.Change(book => book
            .With(new Account("alice", Role.Responder, PasswordHash.Of(ServedCase.Password, iterations: 10)))
            .With(new Account("bob", Role.Responder, PasswordHash.Of(ServedCase.Password, iterations: 10)))
            .With(new Account("rob", Role.Responder, PasswordHash.Of(ServedCase.Password, iterations: 10)))
            .With(new Account("vera", Role.Viewer, PasswordHash.Of(ServedCase.Password, iterations: 10))));
        Asked = Path.Combine(folder.Path, "asked");
        return settings with { Folder = folder, Hook = new CommandHook("/bin/sh", ["-c", Program, Asked], TimeProvider.System, TimeSpan.FromSeconds(30)) };
    });

    public ValueTask DisposeAsync() => _served?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Takes what somebody may do away while they look at a page.</summary>
    internal void Demote(string name) => Accounts.Change(book => book.Without(name).With(new Account(name, Role.Viewer, PasswordHash.Of(ServedCase.Password, iterations: 10))));

    /// <summary>A page that somebody signed in to look at.</summary>
    internal async Task<BrowserSession> OpenAsync(string path, string name = "alice", int width = 1280, bool dark = false)
    {
        var browser = await BrowserSession.OpenAsync(width);
        await browser.GoAsync(new(Served.Server.Url, $"{SignInPath.Path}?{SignInPath.Parameter}={Uri.EscapeDataString(path)}"));
        if (dark)
        {
            await browser.Context.AddCookiesAsync([new() { Name = "spoor_theme", Value = "dark", Url = Served.Server.Url.ToString() }]);
        }

        await browser.Page.GetByLabel("Name").FillAsync(name);
        await browser.Page.GetByLabel("Password").FillAsync(ServedCase.Password);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await browser.Page.Locator("header.head h1").WaitForAsync();
        await SettledAsync(browser.Page);
        return browser;
    }

    /// <summary>Waits until nothing is being worked out any longer.</summary>
    internal static Task SettledAsync(IPage page) => Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
}
