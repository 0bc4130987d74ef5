using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Spoor.Cli.Demo.Live;
using Spoor.Detection;
using Spoor.Tests.Storage;
using Spoor.Tests.Web;
using Spoor.Transfers;

namespace Spoor.Tests.Cli.Watching;

/// <summary>The real program, killed without warning while it watches a theft: each notice is in the file once, and the receiver has each.</summary>
/// <remarks>One chain: between two chains the order of arrival is chance, and an alert over both is told in that order.</remarks>
public sealed class KilledWatchTests : IDisposable
{
    /// <summary>How often to kill; more takes longer and finds more.</summary>
    private const string KillsVariable = "SPOOR_TEST_KILLS";

    private const string SecretVariable = "SPOOR_TEST_WEBHOOK_SECRET";
    private const int UsualKills = 8;
    private const int Seed = 20_230_912;

    // So that checkpoints are taken, too.
    private const int QuietBlocks = 80;

    // The program needs about a second to begin; by the end of this it has caught up.
    private const int MostMilliseconds = 4_000;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _dice = new(Seed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 600_000)]
    public async Task A_watch_killed_at_random_moments_tells_what_an_undisturbed_one_tells()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var ethereum = await WatchedDemo.StartAsync("eip155:1", DemoExchange.EtherAtStart);
        await using var binance = await WatchedDemo.StartAsync("eip155:56", DemoExchange.BnbAtStart);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(Cancellation);
        await File.WriteAllTextAsync(FileOf("watch.yaml"), WatchedDemo.Yaml(exchange.Watch, ethereum.Chain.Id), Cancellation);
        await File.WriteAllTextAsync(FileOf("closes.csv"), WatchedDemo.Csv(), Cancellation);
        var story = Story(exchange, ethereum);
        int kills = int.TryParse(Environment.GetEnvironmentVariable(KillsVariable), CultureInfo.InvariantCulture, out int asked) ? asked : UsualKills;
        SortedSet<int> heard = [];

        for (int kill = 0; kill < kills; kill++)
        {
            // One kill waits for the first notice, so that a slow machine does not move all of them before it.
            int awaited = kill == (kills / 2) - 1 ? 1 : 0;
            await KillAsync(ethereum, receiver, awaited, story[(story.Count * kill / kills)..(story.Count * (kill + 1) / kills)]);
            heard.Add(receiver.Received.Count);
        }

        string[] undisturbed = await UndisturbedAsync(exchange, ethereum);
        await FinishAsync(ethereum, receiver, undisturbed.Length);

        string[] kept = await File.ReadAllLinesAsync(FileOf("killed/alerts.jsonl"), Cancellation);
        Assert.Equal(undisturbed, kept);
        Assert.Equal(kept.Length, kept.Select(KeyOf).Distinct().Count());
        Assert.Contains(kept, line => line.Contains("\"Rescue\"", StringComparison.OrdinalIgnoreCase));
        HoldToOrder(kept, receiver);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills, after {string.Join(", ", heard)} deliveries; {kept.Length} notices, {receiver.Received.Count} deliveries, {await ethereum.HeightAsync(Cancellation)} blocks");
        Assert.True(heard.Count > 1, "All kills came before the first alert or after the last, so they showed nothing.");
    }

    // Business, the theft in the middle of it, the rescue, and business again.
    private static List<Func<Task>> Story(DemoExchange exchange, DemoChain ethereum)
    {
        List<DemoPayment> business = [.. exchange.Business(ethereum)];
        IEnumerable<DemoPayment> taken = [exchange.TopUp, .. exchange.Theft.Where(payment => payment.Chain == ethereum)];
        return
        [
            .. business[..30].Select(Sent),
            () => QuietAsync(ethereum),
            () => ethereum.PaceAsync(TimeSpan.FromSeconds(12), Cancellation),
            .. taken.SelectMany(theft => business.Where(payment => payment.Asset != ethereum.Coin).Take(2).Append(theft)).Select(Sent),
            .. exchange.Rescue.Where(payment => payment.Chain == ethereum).Select(Sent),
            () => ethereum.PaceAsync(TimeSpan.FromMinutes(15), Cancellation),
            () => QuietAsync(ethereum),
            .. business[30..90].Select(Sent),
        ];
    }

    private static Func<Task> Sent(DemoPayment payment) => () => payment.SendAsync(Cancellation);

    private static async Task QuietAsync(DemoChain chain)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(
            chain.Url, new { jsonrpc = "2.0", id = 1, method = "anvil_mine", @params = new[] { $"0x{QuietBlocks:x}" } }, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private async Task KillAsync(DemoChain ethereum, WebhookReceiver receiver, int awaited, IReadOnlyList<Func<Task>> part)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var program = Start(ethereum, receiver.Url, line => begun.TrySetResult());
        try
        {
            await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
            int before = _dice.Next(part.Count + 1);
            await PlayAsync(part.Take(before));

            await Task.Delay(TimeSpan.FromMilliseconds(_dice.Next(0, MostMilliseconds)), TimeProvider.System, Cancellation);
            await HeardAsync(() => receiver.Received.Count, awaited, program, []);
            Assert.False(program.HasExited, "The program ended by itself.");
            program.Kill();
            await PlayAsync(part.Skip(before));
        }
        finally
        {
            // On Linux and macOS this is SIGKILL.
            program.Kill();
            await program.WaitForExitAsync(Cancellation);
        }
    }

    private static async Task HeardAsync(Func<int> heard, int notices, Process program, IEnumerable<string> said)
    {
        var clock = Stopwatch.StartNew();
        while (heard() < notices)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"Only {heard()} of {notices} notices came. {string.Join('\n', said)}");
            Assert.False(program.HasExited, string.Join('\n', said));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    private static async Task PlayAsync(IEnumerable<Func<Task>> part)
    {
        foreach (var act in part)
        {
            await act();
        }
    }

    private async Task<string[]> UndisturbedAsync(DemoExchange exchange, DemoChain ethereum)
    {
        var watch = new WatchList([.. exchange.Watch.Owners.Select(owner => owner with
        {
            Wallets = [.. owner.Wallets.Where(wallet => wallet.Chain == ethereum.Chain.Id).Select(wallet => wallet with { Opening = new Dictionary<AssetId, Amount>() })],
        })]);
        await WatchedDemo.RunAsync(WatchedDemo.PartsOf(watch, [ethereum], FileOf("undisturbed")), [ethereum], () => Task.CompletedTask);
        return await File.ReadAllLinesAsync(FileOf("undisturbed/alerts.jsonl"), Cancellation);
    }

    private async Task FinishAsync(DemoChain ethereum, WebhookReceiver receiver, int notices)
    {
        List<string> said = [];
        using var program = Start(ethereum, receiver.Url, said.Add);
        try
        {
            await HeardAsync(() => receiver.Received.Select(request => request.Signature.Id).Distinct().Count(), notices, program, said);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(Cancellation);
        }
    }

    // Each in the order of the file; a copy only right behind its original, with the same id and the same bytes.
    private static void HoldToOrder(string[] kept, WebhookReceiver receiver)
    {
        List<(string Id, string Body)> received = [.. receiver.Received.Select(request => (request.Signature.Id, Encoding.UTF8.GetString(request.Body)))];
        List<(string Id, string Body)> once = [.. received.Where((one, i) => i == 0 || one != received[i - 1])];
        Assert.Equal(kept, once.Select(one => one.Body));
        Assert.Equal(once.Count, once.Select(one => one.Id).Distinct().Count());
    }

    private static (string?, int) KeyOf(string line)
    {
        using var notice = JsonDocument.Parse(line);
        return (notice.RootElement.GetProperty("alert").GetString(), notice.RootElement.GetProperty("number").GetInt32());
    }

    private Process Start(DemoChain ethereum, string hook, Action<string> talk)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.Path };
        start.Environment[SecretVariable] = WatchedDemo.Secret;
        IEnumerable<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Spoor.Cli.dll"), "watch", "watch.yaml", "--rpc", $"ethereum={ethereum.Url}", "--ws", $"ethereum={ethereum.WebSocketUrl}",
            "--from", "ethereum=1", "--private-chain", "ethereum", "--prices", "closes.csv", "--data", "killed", "--webhook", hook,
            "--webhook-secret-env", SecretVariable, "--webhook-internal",
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        var program = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        program.ErrorDataReceived += (_, line) => talk(line.Data ?? "");
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }

    private string FileOf(string name) => Path.Combine(_folder.Path, name);
}
