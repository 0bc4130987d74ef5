using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Spoor.Web.Accounts;

namespace Spoor.Benchmarks.Serving;

/// <summary>Single screenings over HTTP, asked by a process other than the server's: how many a second, and how long each took.</summary>
/// <remarks>
/// Twice: as fast as the connections go, and at a steady rate, where a latency counts from the moment at which a request was due (not from when it could
/// be sent), so that a pause of the server counts for all who would have asked in it. Kestrel, key, rate limit, JSON in and out are in it. Addresses are drawn
/// uniformly from those that moved something.
/// </remarks>
internal static class ServeLoad
{
    private const int Connections = 32;
    private const int Checked = 97;

    /// <param name="arguments">Seconds, requests a second of the steady part, then those of the market; 30, 3,000 unless said.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        int seconds = arguments.NumberAt(0, 30);
        int rate = arguments.NumberAt(1, 3_000);
        var market = await ServedMarket.PrepareAsync(arguments);
        string key = market.DrawKey(Role.Viewer);
        var clock = TimeProvider.System;
        long started = clock.GetTimestamp();
        await using var server = await ServerProcess.StartAsync(market.Folder, "--rate", "1000000");
        byte[][] requests = [.. market.Addresses.Select(address => RawConnection.Screen(server.Url, key, address))];
        Measurement run = new(server, requests, clock);
        await run.FirstAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{market.Transfers:N0} transfers, {market.Labels:N0} labels: first answer after {clock.GetElapsedTime(started).TotalSeconds:0} s, {server.ResidentMebibytes:N0} MiB resident, peak {server.PeakMebibytes:N0} MiB; {Environment.ProcessorCount} cores"));
        await run.AllOutAsync(Math.Min(seconds, 10));
        Console.WriteLine("| Way | requests/s | p50 ms | p99 ms | p99.9 ms | max ms | server ms of processor each | client | bytes | MiB resident |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        Console.WriteLine(await run.AllOutAsync(seconds));
        Console.WriteLine(await run.SteadyAsync(seconds, rate));
        Console.WriteLine(await new Measurement(server, [RawConnection.Session(server.Url, key)], clock).AllOutAsync(Math.Min(seconds, 10), "GET /api/v1/session, all out"));
        return 0;
    }

    /// <summary>One server under load.</summary>
    private sealed class Measurement(ServerProcess server, byte[][] requests, TimeProvider clock)
    {
        private int _next;
        private long _bytes;

        // The first who ask wait for what is screened from, and are told to come again where that takes longer than a request may.
        public async Task FirstAsync()
        {
            using var connection = new RawConnection();
            await connection.ConnectAsync(server.Url);
            while ((await connection.AskAsync(requests[0])).Status != 200)
            {
            }
        }

        public Task<string> AllOutAsync(int seconds, string way = "POST /api/v1/screen, all out") => MeasureAsync(way, seconds, async (connection, end, took) =>
        {
            while (clock.GetTimestamp() < end)
            {
                long begun = clock.GetTimestamp();
                await AskAsync(connection);
                took.Add(clock.GetElapsedTime(begun).TotalMilliseconds);
            }
        });

        public async Task<string> SteadyAsync(int seconds, int rate)
        {
            var due = Channel.CreateUnbounded<long>(new() { SingleWriter = true });
            var pacing = Task.Run(() => PaceAsync(due.Writer, seconds, rate));
            string row = await MeasureAsync(string.Create(CultureInfo.InvariantCulture, $"POST /api/v1/screen, {rate:N0} a second"), seconds, async (connection, _, took) =>
            {
                await foreach (long moment in due.Reader.ReadAllAsync())
                {
                    await AskAsync(connection);
                    took.Add(clock.GetElapsedTime(moment).TotalMilliseconds);
                }
            });
            await pacing;
            return row;
        }

        private async Task PaceAsync(ChannelWriter<long> due, int seconds, int rate)
        {
            long begun = clock.GetTimestamp();
            long all = (long)seconds * rate;
            using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(1), clock);
            for (long sent = 0; sent < all; await ticks.WaitForNextTickAsync())
            {
                for (long now = (long)(clock.GetElapsedTime(begun).TotalSeconds * rate); sent <= now && sent < all; sent++)
                {
                    due.TryWrite(begun + (sent * clock.TimestampFrequency / rate));
                }
            }

            due.Complete();
        }

        private async Task<string> MeasureAsync(string way, int seconds, Func<RawConnection, long, List<double>, Task> ask)
        {
            var connections = new List<RawConnection>();
            for (int i = 0; i < Connections; i++)
            {
                connections.Add(new());
                await connections[^1].ConnectAsync(server.Url);
            }

            var (server0, client0) = (server.Worked, Process.GetCurrentProcess().TotalProcessorTime);
            long begun = clock.GetTimestamp();
            var lists = connections.Select(_ => new List<double>()).ToList();
            await Task.WhenAll(connections.Select((connection, place) => Task.Run(() => ask(connection, begun + (seconds * clock.TimestampFrequency), lists[place]))));
            var whole = clock.GetElapsedTime(begun);
            var (worked, asked) = (server.Worked - server0, Process.GetCurrentProcess().TotalProcessorTime - client0);
            connections.ForEach(connection => connection.Dispose());
            double[] took = [.. lists.SelectMany(list => list).Order()];
            return string.Create(CultureInfo.InvariantCulture,
                $"| {way} | {took.Length / whole.TotalSeconds:N0} | {At(took, 0.5):0.00} | {At(took, 0.99):0.0} | {At(took, 0.999):0.0} | {took[^1]:0} | {worked.TotalMilliseconds / took.Length:0.000} | {asked.TotalMilliseconds / took.Length:0.000} | {Interlocked.Exchange(ref _bytes, 0) / took.Length:N0} | {server.ResidentMebibytes:N0} |");
        }

        private async ValueTask AskAsync(RawConnection connection)
        {
            int number = Interlocked.Increment(ref _next);
            var (status, body) = await connection.AskAsync(requests[number % requests.Length]);
            if (status != 200)
            {
                throw new IOException($"Expected 200, found {status}.");
            }

            Interlocked.Add(ref _bytes, body.Length);

            // All of them parsed would measure this side.
            if (number % Checked == 0)
            {
                using var document = JsonDocument.Parse(body);
                _ = document.RootElement.GetProperty("spoor");
            }
        }

        private static double At(double[] took, double share) => took[(int)Math.Min(took.Length - 1, Math.Ceiling(share * took.Length) - 1)];
    }
}
