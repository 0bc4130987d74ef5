using System.Diagnostics;

namespace Spoor.Tests.Cli.Reports;

/// <summary>A browser that says how it lays a page out; a test that finds none is skipped.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The page after its scripts ran, as the browser holds it.</summary>
    public static async Task<string> DumpAsync(string path, string profile, CancellationToken cancellation, params string[] settings)
    {
        string binary = Environment.GetEnvironmentVariable("SPOOR_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(binary))
        {
            Assert.Skip($"There is no Chromium at {binary}; set SPOOR_CHROMIUM to one.");
        }

        var start = new ProcessStartInfo(binary) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            $"--user-data-dir={profile}", .. settings, "--virtual-time-budget=30000", "--dump-dom", $"file://{path}",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var talk = process.StandardError.ReadToEndAsync(limit.Token);
            string page = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await talk;
            await process.WaitForExitAsync(limit.Token);
            return page;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
