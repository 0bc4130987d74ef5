using System.Text.Json;
using Spoor.Cli.Demo.Live;
using Spoor.Cli.Watching;
using Spoor.Storage;
using Spoor.Tests.Storage;
using Spoor.Tests.Web;
using Spoor.Transfers;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Cli.Watching;

/// <summary>A whole watch on real nodes, from the block to the webhook.</summary>
public sealed class WatchRunTests : IDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_watch_that_is_stopped_in_the_middle_of_a_theft_goes_on_and_tells_each_notice_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var ethereum = await StartAsync("eip155:1", DemoExchange.EtherAtStart);
        await using var binance = await StartAsync("eip155:56", DemoExchange.BnbAtStart);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(Cancellation);

        await WatchAsync(exchange, [ethereum, binance], receiver, [exchange.TopUp, .. exchange.Theft.Take(2)], notices: 2);
        await WatchAsync(exchange, [ethereum, binance], receiver, [.. exchange.Theft.Skip(2), .. exchange.Rescue], notices: 6);

        string[] kept = await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "alerts.jsonl"), Cancellation);
        var numbers = kept.Select(line => JsonDocument.Parse(line).RootElement).GroupBy(notice => notice.GetProperty("alert").GetString());
        Assert.All(numbers, alert => Assert.Equal(Enumerable.Range(1, alert.Count()), alert.Select(notice => notice.GetProperty("number").GetInt32())));
        Assert.Equal(kept, receiver.Received.Select(request => System.Text.Encoding.UTF8.GetString(request.Body)));
        Assert.All(receiver.Received, request => Assert.Equal(
            WebhookVerdict.Genuine, request.Signature.Check(WebhookSecret.Parse(Secret, "test"), request.Body, TimeProvider.System.GetUtcNow())));
    }

    private async Task WatchAsync(
        DemoExchange exchange, IReadOnlyList<DemoChain> chains, WebhookReceiver receiver, IReadOnlyList<DemoPayment> payments, int notices)
    {
        await using var run = new WatchRun(PartsOf(exchange, chains, receiver), TimeProvider.System, _ => { });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        end.CancelAfter(Patience);
        var watching = run.RunAsync(end.Token);
        foreach (var payment in payments)
        {
            await payment.SendAsync(Cancellation);
        }

        foreach (var chain in chains)
        {
            long height = await chain.HeightAsync(Cancellation);
            while (run.Vitals.Chains.First(known => known.Chain == chain.Chain.Id).Head is not { } head || head < height)
            {
                await Task.Delay(Look, TimeProvider.System, end.Token);
            }
        }

        while (run.Vitals.Webhooks[0].Pending > 0 || receiver.Received.Count < notices)
        {
            await Task.Delay(Look, TimeProvider.System, end.Token);
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    private WatchParts PartsOf(DemoExchange exchange, IReadOnlyList<DemoChain> chains, WebhookReceiver receiver) => new()
    {
        Watch = exchange.Watch,
        Prices = DemoPrices.Book(DemoExchange.Start, 10),
        Nodes =
        [
            .. chains.Select(chain => WatchNodes.Open(chain.Chain, [chain.Url.AbsoluteUri], chain.WebSocketUrl.AbsoluteUri, isPrivate: true, TimeProvider.System)
                with { From = 1 }),
        ],
        Folder = DataFolder.At(_folder.Path),
        AlertFile = Path.Combine(_folder.Path, "alerts.jsonl"),
        Webhooks = [WebhookTarget.Of(receiver.Url, WebhookSecret.Parse(Secret, "test"), isInternal: true)],
    };

    private static Task<DemoChain> StartAsync(string chain, long coins)
    {
        string? program = AnvilBinary.Find(Repository.Root);
        Assert.SkipWhen(program is null, $"Anvil is not installed. {AnvilBinary.HowToGet}");
        return DemoChain.StartAsync(program, ChainRegistry.Get(ChainId.Parse(chain)), coins, DemoExchange.Start, TimeProvider.System, Cancellation);
    }
}
