using System.Diagnostics;
using Spoor.Tests.Cli;

namespace Spoor.Tests.Storage.Index;

/// <summary>The real program, killed without warning while it builds an index: the old index goes on working, and the next build goes on with this one.</summary>
public sealed class KilledBuildTests
{
    private const int Kills = 20;
    private const int Seed = 20_230_912;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 900_000)]
    public async Task A_build_killed_at_random_moments_leaves_the_old_index_and_the_next_build_clears_up()
    {
        using var run = new CommandRun();
        await run.RunAsync("generate", "--transfers", "100000", "--seed", "3", "--out", "made");
        await run.RunAsync("import", Path.Combine(run.Folder, "made", "transfers-0000.parquet"), "--data", "store");
        var clock = Stopwatch.StartNew();
        using (var whole = Start(run.Folder))
        {
            await whole.WaitForExitAsync(Cancellation);
            Assert.Equal(0, whole.ExitCode);
        }

        var usual = clock.Elapsed;
        string store = Path.Combine(run.Folder, "store");
        byte[] before = File.ReadAllBytes(Path.Combine(store, "spoor.index"));
        var dice = new Random(Seed);
        int cutShort = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using var build = Start(run.Folder);
            await Task.Delay(usual * dice.NextDouble(), Cancellation);
            cutShort += build.HasExited ? 0 : 1;
            build.Kill();
            await build.WaitForExitAsync(Cancellation);

            var (code, _, talk) = await run.RunAsync("index", "verify", "--data", "store");
            Assert.True(code == 0 && talk.Length == 0, $"After kill {kill}: exit code {code}, {talk}");
        }

        Assert.True(cutShort > Kills / 2, "The builds had ended before they were killed, so this showed nothing.");
        Assert.Equal(0, (await run.RunAsync("index", "build", "--data", "store")).Code);
        Assert.Equal(["spoor.duckdb", "spoor.index"], Directory.EnumerateFileSystemEntries(store).Select(Path.GetFileName).Order());
        Assert.Equal(before.Length, new FileInfo(Path.Combine(store, "spoor.index")).Length);
    }

    [Fact(Timeout = 900_000)]
    public async Task A_build_killed_after_it_noted_how_far_it_is_goes_on_says_so_and_makes_the_same_file()
    {
        using var run = new CommandRun();
        await run.RunAsync("generate", "--transfers", "400000", "--seed", "3", "--out", "made");
        await run.RunAsync("import", Path.Combine(run.Folder, "made", "transfers-0000.parquet"), "--data", "store");
        Assert.Equal(0, (await run.RunAsync("index", "build", "--data", "store")).Code);
        string index = Path.Combine(run.Folder, "store", "spoor.index");
        byte[] whole = File.ReadAllBytes(index);
        int wentOn = 0;
        for (int attempt = 0; attempt < Kills && wentOn < 3; attempt++)
        {
            File.Delete(index);
            await KillOnceNotedAsync(run.Folder);
            var (code, _, talk) = await run.RunAsync("index", "build", "--data", "store");

            wentOn += talk.Contains("The build that was cut short goes on", StringComparison.Ordinal) ? 1 : 0;
            Assert.True(code == 0 && (File.Exists(index) && whole.AsSpan().SequenceEqual(File.ReadAllBytes(index))), $"Attempt {attempt}: exit code {code}, {talk}");
        }

        Assert.True(wentOn > 0, "Every build had come to its end before it was killed, so this showed nothing.");
    }

    private static async Task KillOnceNotedAsync(string folder)
    {
        using var build = Start(folder);
        string noted = Path.Combine(folder, "store", "spoor.index.building", "progress");
        while (!build.HasExited && !File.Exists(noted))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), Cancellation);
        }

        build.Kill();
        await build.WaitForExitAsync(Cancellation);
        if (File.Exists(Path.Combine(folder, "store", "spoor.index")))
        {
            File.Delete(Path.Combine(folder, "store", "spoor.index"));
        }
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (ReadOnlySpan<string>)[Path.Combine(AppContext.BaseDirectory, "Spoor.Cli.dll"), "index", "build", "--data", "store"])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
