using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spoor.Cli.Demo.Live;
using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Web.Webhooks;

namespace Spoor.Benchmarks;

/// <summary>How long an alert takes from a block of a real node (Anvil) to a webhook's receiver, with 1,000 watched wallets.</summary>
/// <remarks>
/// The clock starts when the node is told to make the block, so making it is counted in; it stops when the receiver has read
/// the body. Wallets are emptied one after the other, each by its own owner, so that each is a new alert.
/// </remarks>
internal static class AlertLatency
{
    private const int Wallets = 1_000;
    private static readonly UInt128 Whole = (UInt128)2_000 * 1_000_000_000_000_000_000;
    private static readonly Chain Ethereum = ChainRegistry.Find("ethereum");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly DateTimeOffset Start = new(2023, 9, 8, 0, 0, 0, TimeSpan.Zero);
    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "bench");

    /// <param name="arguments">How many wallets to empty; 200 unless said.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        int thefts = arguments is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 200;
        if (AnvilBinary.Find(Directory.GetCurrentDirectory()) is not { } program)
        {
            Console.Error.WriteLine(AnvilBinary.HowToGet);
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("spoor-latency-");
        try
        {
            var took = await MeasureAsync(program, folder.FullName, thefts);
            took.Sort();
            Console.WriteLine($"{took.Count} alerts with {Wallets} watched wallets, block to webhook, milliseconds:");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0}  p90 {At(0.9):0}  p99 {At(0.99):0}  max {took[^1]:0}"));
            return 0;

            double At(double share) => took[(int)Math.Min(took.Count - 1, Math.Ceiling(share * took.Count) - 1)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> MeasureAsync(string program, string folder, int thefts)
    {
        var clock = TimeProvider.System;
        var arrived = new ConcurrentDictionary<string, long>();
        await using var receiver = await ReceiveAsync(arrived, clock);
        await using var anvil = await AnvilNode.StartAsync(program, 1, ["--no-mining", "--timestamp", $"{Start.ToUnixTimeSeconds()}"], clock, default);
        await anvil.CallAsync("anvil_setBlockTimestampInterval", [12], default);
        await anvil.CallAsync("anvil_autoImpersonateAccount", [true], default);
        var wallets = Enumerable.Range(0, Wallets).Select(i => AddressOf(0xa0, i)).ToList();
        foreach (var wallet in wallets)
        {
            await anvil.CallAsync("anvil_setBalance", [Text(wallet), "0x" + Whole.ToString("x", CultureInfo.InvariantCulture)], default);
        }

        await anvil.CallAsync("evm_mine", [], default);
        await using var run = new WatchRun(PartsOf(anvil, wallets, folder, UrlOf(receiver)), clock, Console.Error.WriteLine);
        using var end = new CancellationTokenSource();
        var watching = run.RunAsync(end.Token);
        while (run.Vitals.Chains[0].Head is not >= 1)
        {
            await Task.Delay(Pause, clock);
        }

        var took = await EmptyAsync(anvil, wallets.Take(thefts), arrived, clock);
        await end.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return took;
    }

    private static async Task<List<double>> EmptyAsync(AnvilNode anvil, IEnumerable<Address> wallets, ConcurrentDictionary<string, long> arrived, TimeProvider clock)
    {
        List<double> took = [];
        int number = 0;
        foreach (var wallet in wallets)
        {
            string key = await anvil.SendAsync(Text(wallet), Text(AddressOf(0xb0, ++number)), Whole / 100 * 95, "0x", default);
            long started = clock.GetTimestamp();
            await anvil.CallAsync("evm_mine", [], default);
            while (!arrived.ContainsKey(key))
            {
                if (clock.GetElapsedTime(started) > Patience)
                {
                    throw new IOException($"No webhook told of {key} within {Patience.TotalSeconds} seconds.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(1), clock);
            }

            took.Add(clock.GetElapsedTime(started, arrived[key]).TotalMilliseconds);
            await Task.Delay(Pause, clock);
        }

        return took;
    }

    private static WatchParts PartsOf(AnvilNode anvil, IReadOnlyList<Address> wallets, string folder, string url) => new()
    {
        Watch = new([.. wallets.Select((wallet, i) => new WatchedOwner
        {
            Name = $"Owner {i}",
            Wallets =
            [
                new()
                {
                    Chain = Ethereum.Id,
                    Address = wallet,
                    Use = WalletUse.Hot,
                    Opening = new Dictionary<AssetId, Amount> { [Ethereum.Native!.Asset] = new(Whole) },
                },
            ],
        })]),
        Prices = DemoPrices.Book(Start, 10),
        Nodes = [WatchNodes.Open(Ethereum, [anvil.Url.AbsoluteUri], anvil.WebSocketUrl.AbsoluteUri, isPrivate: true, TimeProvider.System) with { From = 1 }],
        Folder = DataFolder.At(folder),
        AlertFile = Path.Combine(folder, "alerts.jsonl"),
        Webhooks = [WebhookTarget.Of(url, Secret, isInternal: true)],
    };

    private static async Task<WebApplication> ReceiveAsync(ConcurrentDictionary<string, long> arrived, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var application = builder.Build();
        application.MapPost("/", async (HttpContext context) =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            arrived.TryAdd(body.RootElement.GetProperty("tx").GetString()!, clock.GetTimestamp());
        });
        await application.StartAsync();
        return application;
    }

    private static string UrlOf(WebApplication application) =>
        application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static string Text(Address address) => Ethereum.Addresses.Render(address).ToLowerInvariant();

    private static Address AddressOf(byte word, int number)
    {
        byte[] bytes = new byte[20];
        bytes[0] = word;
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), number + 1);
        return new(AddressKind.Account20, bytes);
    }
}
