using System.Text.Json;
using Spoor.Cli.Demo.Live;
using Spoor.Tests.Storage;
using Spoor.Tests.Web;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Cli.Watching;

/// <summary>A whole watch on real nodes, from the block to the webhook.</summary>
public sealed class WatchRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_watch_that_is_stopped_in_the_middle_of_a_theft_goes_on_and_tells_each_notice_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var ethereum = await WatchedDemo.StartAsync("eip155:1", DemoExchange.EtherAtStart);
        await using var binance = await WatchedDemo.StartAsync("eip155:56", DemoExchange.BnbAtStart);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(Cancellation);

        await WatchAsync(exchange, [ethereum, binance], receiver, [exchange.TopUp, .. exchange.Theft.Take(2)], notices: 2);
        await WatchAsync(exchange, [ethereum, binance], receiver, [.. exchange.Theft.Skip(2), .. exchange.Rescue], notices: 6);

        string[] kept = await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "alerts.jsonl"), Cancellation);
        var numbers = kept.Select(line => JsonDocument.Parse(line).RootElement).GroupBy(notice => notice.GetProperty("alert").GetString());
        Assert.All(numbers, alert => Assert.Equal(Enumerable.Range(1, alert.Count()), alert.Select(notice => notice.GetProperty("number").GetInt32())));
        Assert.Equal(kept, receiver.Received.Select(request => System.Text.Encoding.UTF8.GetString(request.Body)));
        Assert.All(receiver.Received, request => Assert.Equal(
            WebhookVerdict.Genuine, request.Signature.Check(WebhookSecret.Parse(WatchedDemo.Secret, "test"), request.Body, TimeProvider.System.GetUtcNow())));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_chain_whose_node_is_down_when_the_watch_starts_again_keeps_no_other_waiting()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var ethereum = await WatchedDemo.StartAsync("eip155:1", DemoExchange.EtherAtStart);
        var binance = await WatchedDemo.StartAsync("eip155:56", DemoExchange.BnbAtStart);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(Cancellation);
        var parts = WatchedDemo.PartsOf(exchange.Watch, [ethereum, binance], _folder.Path);
        await WatchedDemo.RunAsync(parts, [ethereum, binance], () => Task.CompletedTask);
        parts = WatchedDemo.PartsOf(exchange.Watch, [ethereum, binance], _folder.Path);
        await binance.DisposeAsync();

        var run = await WatchedDemo.RunAsync(parts, [ethereum], () => exchange.Theft[0].SendAsync(Cancellation), run => run.Vitals.Notices.Count > 0 && run.Vitals.Chains.Any(chain => chain.Fault.Length > 0));

        Assert.Contains(run.Said, what => what.StartsWith("BNB Smart Chain cannot be watched yet", StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_chain_whose_node_is_down_at_the_very_first_start_is_watched_as_soon_as_it_can_be()
    {
        await using var ethereum = await WatchedDemo.StartAsync("eip155:1", DemoExchange.EtherAtStart);
        var binance = await WatchedDemo.StartAsync("eip155:56", DemoExchange.BnbAtStart);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(Cancellation);
        var parts = WatchedDemo.PartsOf(exchange.Watch, [ethereum, binance], _folder.Path);
        await binance.DisposeAsync();

        var run = await WatchedDemo.RunAsync(parts, [ethereum], () => exchange.Theft[0].SendAsync(Cancellation), run => run.Vitals.Notices.Count > 0 && run.Vitals.Chains.Any(chain => chain.Fault.Length > 0));

        Assert.Contains(run.Said, what => what.StartsWith("BNB Smart Chain cannot be watched yet", StringComparison.Ordinal) && what.EndsWith("It is tried again until it can.", StringComparison.Ordinal));
        Assert.Contains(run.Said, what => what.StartsWith("Ethereum begins at block 1, read from its node (anvil", StringComparison.Ordinal));
    }

    private async Task WatchAsync(
        DemoExchange exchange, IReadOnlyList<DemoChain> chains, WebhookReceiver receiver, IReadOnlyList<DemoPayment> payments, int notices)
    {
        var parts = WatchedDemo.PartsOf(exchange.Watch, chains, _folder.Path) with { Webhooks = [WatchedDemo.TargetOf(receiver.Url)] };
        await WatchedDemo.RunAsync(parts, chains, SendAsync, run => run.Vitals.Webhooks[0].Pending == 0 && receiver.Received.Count >= notices);

        async Task SendAsync()
        {
            foreach (var payment in payments)
            {
                await payment.SendAsync(Cancellation);
            }
        }
    }
}
