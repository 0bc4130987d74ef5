using System.Globalization;
using Microsoft.Playwright;

namespace Spoor.Tests.Web.Browser;

/// <summary>The largest traced case of the shared data with five hundred boxes: everything still answers; how fast is written down, not asserted.</summary>
public sealed class FlowSpeedTests(ITestOutputHelper output)
{
    // From the input until the frame after the one in which its effect is there has been handed to the screen.
    private const string Stopwatch = """
        window.paintAfter = (kind, done) => new Promise((resolve, reject) => {
          const before = window.paintState?.();
          addEventListener(kind, (event) => {
            const began = event.timeStamp, limit = began + 30000;
            const look = () => {
              if (performance.now() > limit) { reject(new Error(`no effect of ${kind} within 30 s`)); }
              else if (done(before)) { requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => resolve(performance.now() - began); channel.port2.postMessage(0); }); }
              else { requestAnimationFrame(look); }
            };
            requestAnimationFrame(look);
          }, { once: true, capture: true });
        });
        window.paintState = () => ({ transform: document.querySelector(".flow-world").style.transform, drawn: document.querySelector(".flow-stage").dataset.drawing, active: document.activeElement });
        window.painted = {
          moved: (before) => window.paintState().transform !== before.transform,
          drawn: (before) => window.paintState().drawn !== before.drawn,
          focused: (before) => document.activeElement !== before.active,
          chosen: () => document.querySelector('.box[aria-pressed="true"]') !== null,
          hot: () => document.querySelector("path[data-hot]") !== null,
        };
        """;

    [Fact(Timeout = 600_000)]
    public async Task Five_hundred_boxes_answer_every_move()
    {
        string[] cases = ["atomic_wallet_2023", "lifi_2024", "txphish_54m_2024"];
        string[] seeds = [.. cases.SelectMany(name => File.ReadLines(SharedData.File($"laundernet/{name}/source_addresses.csv")).Skip(1)).Select(line => $"eip155:1:{line.Trim()}")];
        var (run, served) = await FlowCase.ServedAsync(cases.Select(name => SharedData.File($"laundernet/{name}/flows.csv")));
        using (run)
        await using (served)
        await using (var browser = await BrowserSession.OpenAsync())
        {
            var page = browser.Page;
            await browser.GoAsync(served.Server.StartUrl);
            await browser.GoAsync(new(served.Server.Url, $"/flow?opening=stolen&seed={string.Join(',', seeds)}"));
            await page.Locator(".flow-stage .box").First.WaitForAsync();
            await page.GetByLabel("Boxes at most").SelectOptionAsync("500");
            await page.Locator(".flow-stage .box").Nth(450).WaitForAsync();
            await page.EvaluateAsync(Stopwatch);
            await page.Locator("[data-zoom=fit]").ClickAsync();
            await browser.PictureAsync("flow-laundernet-500");
            await MeasureAsync(page);
            Assert.InRange(await page.Locator(".flow-stage .box").CountAsync(), 450, 500);
            Assert.Empty(browser.Faults);
        }
    }

    private async Task MeasureAsync(IPage page)
    {
        var frame = await page.Locator(".flow-stage").BoundingBoxAsync() ?? throw new InvalidOperationException("There is no picture.");
        var (x, y) = (frame.X + (frame.Width / 2), frame.Y + (frame.Height / 2));
        int boxes = await page.Locator(".flow-stage .box").CountAsync();
        int bands = await page.Locator(".flow-stage .bands path:not(.hit)").CountAsync();
        await page.Mouse.MoveAsync(x, y);
        await TimeAsync(page, "zoom by wheel", "wheel", "moved", () => page.Mouse.WheelAsync(0, -120), 12);
        await page.Keyboard.DownAsync("Shift");
        await TimeAsync(page, "pan", "wheel", "moved", () => page.Mouse.WheelAsync(0, 60), 12);
        await page.Keyboard.UpAsync("Shift");
        await page.Locator("[data-zoom=fit]").ClickAsync();
        string hub = await page.EvaluateAsync<string>("[...document.querySelectorAll('.flow-stage .box.card')].map(box => box.dataset.key)[3]");
        var box = page.Locator($".flow-stage .box[data-key='{hub}']");
        await box.FocusAsync();
        int down = 0;
        await TimeAsync(page, "next box by arrow key", "keydown", "focused", () => page.Keyboard.PressAsync(down++ % 2 == 0 ? "ArrowDown" : "ArrowUp"), 8);
        await TimeAsync(page, "hover over a box", "pointerover", "hot", () => box.HoverAsync(new() { Force = true }), 3, before: () => page.Mouse.MoveAsync(0, 0));
        await TimeAsync(page, "choose a box", "keydown", "chosen", () => page.Keyboard.PressAsync("Enter"), 5, before: async () =>
        {
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator(".box[aria-pressed=true]")).ToHaveCountAsync(0);
            await box.FocusAsync();
        });
        await TimeAsync(page, "expand a box", "keydown", "drawn", () => page.Keyboard.PressAsync("e"), 5, before: () => box.FocusAsync());
        await TimeAsync(page, "hide a box", "keydown", "drawn", () => page.Keyboard.PressAsync("h"), 5, before: () => page.Locator(".flow-stage .box.card").Nth(20).FocusAsync());
        await TimeAsync(page, "undo", "keydown", "drawn", () => page.Keyboard.PressAsync("Control+z"), 5);
        await TimeAsync(page, "show 25 of a folded box", "keydown", "drawn", () => page.Keyboard.PressAsync("e"), 5, before: () => page.Locator(".flow-stage .box.many").First.FocusAsync());
        await TimeAsync(page, "undo that", "keydown", "drawn", () => page.Keyboard.PressAsync("Control+z"), 5);
        output.WriteLine($"{boxes} boxes, {bands} bands: the three cases of LaunderNet");
    }

    private async Task TimeAsync(IPage page, string name, string kind, string sign, Func<Task> act, int times, Func<Task>? before = null)
    {
        List<double> measured = [];
        for (int i = 0; i < times; i++)
        {
            if (before is not null)
            {
                await before();
            }

            // It listens before the input comes.
            await page.EvaluateAsync($"void (window.pending = window.paintAfter('{kind}', window.painted.{sign}))");
            await act();
            measured.Add(await page.EvaluateAsync<double>("window.pending"));
        }

        measured.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: median {measured[measured.Count / 2]:0} ms, largest {measured[^1]:0} ms ({measured.Count})"));
    }
}
