using System.Text.RegularExpressions;
using Spoor.Reporting;
using Spoor.Tests.Reporting.Flows;

namespace Spoor.Tests.Cli.Reports;

/// <summary>What a real browser makes of figures and pages, with the fonts that are there.</summary>
public sealed class BrowserTests : IDisposable
{
    // Measures every text as it is drawn; lines of the same box touch and do not overlap.
    private const string Measure = """
        <p id="told"></p><script>
        const boxes = [...document.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => { const b = t.getBBox(); return { t: t.textContent, l: b.x, r: b.x + b.width, a: b.y + 2, z: b.y + b.height - 3 }; });
        const svg = document.querySelector('svg').viewBox.baseVal;
        const bad = [];
        boxes.forEach((one, i) => {
          if (one.l < 0 || one.r > svg.width || one.z > svg.height) bad.push('off: ' + one.t);
          boxes.slice(i + 1).forEach(other => { if (one.l < other.r && other.l < one.r && one.a < other.z && other.a < one.z) bad.push(one.t + ' / ' + other.t); });
        });
        document.querySelectorAll('rect.card,rect.many').forEach(card => { const b = card.getBBox();
          boxes.forEach(one => { if (one.l >= b.x && one.l < b.x + b.width && one.a >= b.y && one.z <= b.y + b.height && one.r > b.x + b.width) bad.push('wide: ' + one.t); }); });
        document.getElementById('told').textContent = 'measured ' + boxes.length + ' texts; ' + bad.length + ' faults; ' + bad.join(' | ');
        </script>
        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(3, 40)]
    [InlineData(5, 300)]
    public async Task No_two_texts_of_a_figure_overlap_on_the_screen(int seed, int addresses)
    {
        string svg = SvgText.Of(FlowStory.FigureOf(FlowStory.Spread(seed, addresses)).Drawing);
        string page = _run.Write("figure.html", $"<!DOCTYPE html><meta charset=\"utf-8\">{svg}{Measure}");

        string told = Told(await Chromium.DumpAsync(page, Path.Combine(_run.Folder, "profile"), TestContext.Current.CancellationToken));

        Assert.Matches(@"^measured [0-9]{2,} texts; 0 faults; $", told);
    }

    [Fact]
    public async Task The_page_of_a_case_keeps_its_structure_in_a_browser()
    {
        await _run.RunAsync("report", "coinex-2023", "--out", "out");

        string dom = await Chromium.DumpAsync(Path.Combine(_run.Folder, "out", "report.html"), Path.Combine(_run.Folder, "profile"), TestContext.Current.CancellationToken);

        string written = await File.ReadAllTextAsync(Path.Combine(_run.Folder, "out", "report.html"), TestContext.Current.CancellationToken);
        Assert.Equal(Count(written, "<tr"), Count(dom, "<tr"));
        Assert.Equal(Count(written, "<section"), Count(dom, "<section"));
        Assert.Equal(Count(written, "<svg"), Count(dom, "<svg"));
        Assert.DoesNotContain("<script", dom, StringComparison.OrdinalIgnoreCase);
    }

    private static int Count(string page, string tag) => Regex.Count(page, Regex.Escape(tag) + @"[ >]");

    private static string Told(string dom) => Regex.Match(dom, "<p id=\"told\">(.*?)</p>", RegexOptions.Singleline).Groups[1].Value;
}
