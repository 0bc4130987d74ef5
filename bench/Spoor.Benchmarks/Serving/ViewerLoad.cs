using System.Globalization;
using System.Net;
using Spoor.Web.Accounts;

namespace Spoor.Benchmarks.Serving;

/// <summary>Two hundred people who look: a page open each, alerts streaming to each, a link clicked and an address screened now and then; and what the server holds meanwhile.</summary>
internal static class ViewerLoad
{
    private const int AskedEachSecond = 20;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Alert = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(10);

    /// <param name="arguments">Minutes, viewers, then those of the market; 30, 200 unless said.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        int minutes = arguments.NumberAt(0, 30);
        int viewers = arguments.NumberAt(1, 200);
        var market = await ServedMarket.PrepareAsync(arguments);
        string key = market.DrawKey(Role.Viewer);
        await using var server = await ServerProcess.StartAsync(market.Folder, "--rate", "1000000");
        using var screening = new RawConnection();
        await screening.ConnectAsync(server.Url);
        while ((await screening.AskAsync(RawConnection.Screen(server.Url, key, market.Addresses[0]))).Status != 200)
        {
        }

        string cookie = await SignInAsync(server);
        var paths = await PagesAsync(server, cookie);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Before anybody looks: {server.ResidentMebibytes:N0} MiB resident. {paths.Count} pages: {string.Join(' ', paths)}"));

        using var ending = new CancellationTokenSource();
        var pages = new List<OpenPage>();
        var streams = new List<AlertReader>();
        List<Task> living = [];
        for (int i = 0; i < viewers; i++)
        {
            pages.Add(new());
            await pages[^1].OpenAsync(server.Url, cookie, paths[i % paths.Count]);
            living.Add(pages[^1].LiveAsync(ending.Token));
            streams.Add(new());
            living.Add(streams[^1].ReadAsync(server.Url, key, ending.Token));
        }

        var watch = new ViewerWatch(server, pages, streams);
        var room = new Room(server, pages, paths, screening, [.. market.Addresses.Take(1000).Select(address => RawConnection.Screen(server.Url, key, address))]);
        await room.BeAsync(TimeSpan.FromMinutes(minutes), watch, Path.Combine(market.Folder, "alerts.jsonl"));
        Console.WriteLine(watch.Conclude());
        await ending.CancelAsync();
        await Task.WhenAll(living);
        pages.ForEach(page => page.Dispose());
        return watch.IsWhole ? 0 : 1;
    }

    private static async Task<string> SignInAsync(ServerProcess server)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await http.GetAsync(server.Start);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    // Those of the menu that the server has.
    private static async Task<IReadOnlyList<string>> PagesAsync(ServerProcess server, string cookie)
    {
        List<string> paths = [];
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        foreach (string path in new[] { "/", "/watch", "/cases", "/cases/coinex-2023", "/explorer", "/ledger", "/labels", "/import" })
        {
            using var answer = await http.GetAsync(new Uri(server.Url, path));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    /// <summary>What happens while they look.</summary>
    private sealed class Room(ServerProcess server, List<OpenPage> pages, IReadOnlyList<string> paths, RawConnection screening, byte[][] questions)
    {
        private readonly TimeProvider _clock = TimeProvider.System;
        private int _turn;

        public async Task BeAsync(TimeSpan time, ViewerWatch watch, string alertFile)
        {
            long begun = _clock.GetTimestamp();
            TimeSpan nextAlert = TimeSpan.Zero;
            TimeSpan nextPing = Ping;
            while (_clock.GetElapsedTime(begun) is var now && now < time)
            {
                if (now >= nextAlert)
                {
                    await File.AppendAllTextAsync(alertFile, string.Create(CultureInfo.InvariantCulture, $"{{\"spoor\":\"alert/1\",\"alert\":\"bench-{_turn}\",\"number\":1,\"owner\":\"Bench\"}}\n"));
                    nextAlert += Alert;
                }

                if (now >= nextPing)
                {
                    await Task.WhenAll(pages.Where(page => page.Fault.Length == 0).Select(page => page.PingAsync()));
                    nextPing += Ping;
                }

                // Each of two hundred clicks a link every ten seconds.
                for (int place = _turn % 10; place < pages.Count; place += 10)
                {
                    await (pages[place].Fault.Length > 0 ? Task.CompletedTask : pages[place].GoAsync(new(server.Url, paths[((_turn / 10) + place) % paths.Count])));
                }

                for (int i = 0; i < AskedEachSecond; i++)
                {
                    await screening.AskAsync(questions[((_turn * AskedEachSecond) + i) % questions.Length]);
                }

                _turn++;
                watch.Look(now);
                await Task.Delay(Beat, _clock, CancellationToken.None);
            }
        }
    }
}
