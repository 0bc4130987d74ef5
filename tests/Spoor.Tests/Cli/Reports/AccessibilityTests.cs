using System.Net;
using System.Text.RegularExpressions;

namespace Spoor.Tests.Cli.Reports;

/// <summary>What axe-core finds in a report as Chromium shows it, light and dark; skipped where one of the two is missing.</summary>
public sealed class AccessibilityTests : IDisposable
{
    private const string Dark = "--blink-settings=preferredColorScheme=0";

    // Everything that axe-core calls a level of WCAG up to 2.2 AA, and its best practices.
    private const string Ask = """
        axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }).then(found => {
          const told = document.createElement('pre');
          told.id = 'told';
          told.textContent = (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') + '; ' + found.passes.length + ' rules held; '
            + found.violations.map(fault => fault.impact + ' ' + fault.id + ': ' + fault.nodes.map(node => node.html).join(' ')).join('; ');
          document.body.appendChild(told);
        });
        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_report_has_no_fault_that_axe_can_find(string scheme)
    {
        string told = await ToldAsync(scheme, html => html);

        Assert.Matches($"^{scheme}; [0-9]{{2,}} rules held; $", told);
    }

    [Fact]
    public async Task Axe_names_a_fault_that_was_planted()
    {
        string told = await ToldAsync("light", html => html
            .Replace("<html lang=\"en\">", "<html>", StringComparison.Ordinal)
            .Replace("--faint:#595959", "--faint:#bbb", StringComparison.Ordinal));

        Assert.Contains("serious html-has-lang", told, StringComparison.Ordinal);
        Assert.Contains("serious color-contrast", told, StringComparison.Ordinal);
    }

    private async Task<string> ToldAsync(string scheme, Func<string, string> change)
    {
        var cancellation = TestContext.Current.CancellationToken;
        string axe = await File.ReadAllTextAsync(AxeOrSkip(), cancellation);
        await _run.RunAsync("report", "coinex-2023", "--out", "out");
        string html = change(await File.ReadAllTextAsync(Path.Combine(_run.Folder, "out", "report.html"), cancellation));

        // The page forbids scripts, so its copy is asked without that.
        string open = Regex.Replace(html, "<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        string page = _run.Write("axe.html", open.Replace("</body>", $"<script>{axe}</script><script>{Ask}</script></body>", StringComparison.Ordinal));
        string dom = await Chromium.DumpAsync(page, Path.Combine(_run.Folder, "profile"), cancellation, scheme == "dark" ? Dark : "--blink-settings=preferredColorScheme=1");
        return WebUtility.HtmlDecode(Regex.Match(dom, "<pre id=\"told\">(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value);
    }

    private static string AxeOrSkip()
    {
        string named = Environment.GetEnvironmentVariable("SPOOR_AXE") is { Length: > 0 } path ? path : Repository.File("artifacts/engines/node_modules/axe-core/axe.min.js");
        if (!File.Exists(named))
        {
            Assert.Skip($"axe-core is missing at {named}: npm install --prefix artifacts/engines axe-core@4.11.0, or set SPOOR_AXE to axe.min.js.");
        }

        return named;
    }
}
