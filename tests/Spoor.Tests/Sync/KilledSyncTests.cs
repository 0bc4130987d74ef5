using System.Diagnostics;
using System.Globalization;
using Spoor.Tests.Storage;

namespace Spoor.Tests.Sync;

/// <summary>The real program, killed without warning while it follows a real chain: nothing is lost and nothing doubled.</summary>
public sealed class KilledSyncTests
{
    /// <summary>How often to kill; more takes longer and finds more.</summary>
    private const string KillsVariable = "SPOOR_TEST_KILLS";

    private const int UsualKills = 10;
    private const int Seed = 20_230_912;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 600_000)]
    public async Task A_synchronisation_killed_at_random_moments_ends_as_a_fresh_one()
    {
        await using var traffic = await AnvilTraffic.StartAsync(4_210, Seed);
        using var killed = new TemporaryFolder();
        using var fresh = new TemporaryFolder();
        var dice = new Random(Seed);
        int kills = int.TryParse(Environment.GetEnvironmentVariable(KillsVariable), CultureInfo.InvariantCulture, out int asked) ? asked : UsualKills;
        var heights = new SortedSet<long>();

        for (int kill = 0; kill < kills; kill++)
        {
            await KillWhileFollowingAsync(traffic, killed, dice);
            heights.Add(await HeightAsync(killed));
        }

        await RunToEndAsync(traffic, killed);
        await RunToEndAsync(traffic, fresh);
        Assert.Equal(StoreDump.Of(fresh.Data), StoreDump.Of(killed.Data));
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, at heights {string.Join(", ", heights)} of {await traffic.Anvil.HeightAsync()}");
        Assert.True(heights.Count > kills / 4, "The kills came before the program had begun, so they showed nothing.");
    }

    private static async Task KillWhileFollowingAsync(AnvilTraffic traffic, TemporaryFolder folder, Random dice)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var program = Start(traffic, folder, _ => begun.TrySetResult(), "--follow", "--ws", traffic.Anvil.WebSocketUrl.ToString());
        try
        {
            // Its first words come before it opens the store; most of the time after them it writes.
            await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
            var clock = Stopwatch.StartNew();
            var moment = TimeSpan.FromMilliseconds(dice.Next(0, 1_000));
            while (clock.Elapsed < moment)
            {
                await traffic.GoOnAsync(5);
                if (dice.Next(8) == 0)
                {
                    await traffic.ReorganiseAsync(dice.Next(1, 8));
                }
            }

            Assert.False(program.HasExited, "The program ended by itself.");
        }
        finally
        {
            // On Linux and macOS this is SIGKILL.
            program.Kill();
            await program.WaitForExitAsync(Cancellation);
        }
    }

    private static async Task<long> HeightAsync(TemporaryFolder folder)
    {
        if (!File.Exists(folder.Data.StoreFile))
        {
            return -1;
        }

        using var store = Spoor.Storage.DuckDb.DuckDbTransferStore.Open(folder.Data);
        return (await store.StatusAsync(Cancellation)).Synced is [var range] ? range.Last : -1;
    }

    private static async Task RunToEndAsync(AnvilTraffic traffic, TemporaryFolder folder)
    {
        var said = new List<string?>();
        using var program = Start(traffic, folder, said.Add);
        await program.WaitForExitAsync(Cancellation);
        Assert.True(program.ExitCode == 0, $"Exit code {program.ExitCode}: {string.Join('\n', said)}");
    }

    private static Process Start(AnvilTraffic traffic, TemporaryFolder folder, Action<string?> talk, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        IEnumerable<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Spoor.Cli.dll"), "sync", "--chain", "eip155:4210", "--rpc", traffic.Url, "--data", folder.Path, .. more,
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        var program = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        program.ErrorDataReceived += (_, line) => talk(line.Data);
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }
}
