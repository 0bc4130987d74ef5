using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Spoor.Cli.Demo.Live;
using Spoor.Tests.Storage;
using Spoor.Tests.Sync;
using Spoor.Tests.Web;

namespace Spoor.Tests.Cli.Watching;

/// <summary>A block's way from the node to the webhook as spans, and the spans at a collector.</summary>
public sealed class BlockTraceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_listener_sees_a_block_from_reading_to_the_webhook_in_one_trace()
    {
        ConcurrentQueue<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Spoor",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var ethereum = await WatchedDemo.StartAsync("eip155:1", DemoExchange.EtherAtStart);
        await using var binance = await WatchedDemo.StartAsync("eip155:56", DemoExchange.BnbAtStart);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(Cancellation);
        var parts = WatchedDemo.PartsOf(exchange.Watch, [ethereum, binance], _folder.Path) with { Webhooks = [WatchedDemo.TargetOf(receiver.Url)] };

        await WatchedDemo.RunAsync(
            parts, [ethereum, binance], () => exchange.Theft[0].SendAsync(Cancellation), run => run.Vitals.Webhooks[0].Delivered > 0);

        // Other tests of this process may make spans at the same time; the webhook's target is this test's own.
        var webhook = spans.First(span => span.OperationName == "webhook" && receiver.Url.StartsWith((string)span.GetTagItem("spoor.webhook.target")!, StringComparison.Ordinal));
        var way = spans.Where(span => span.TraceId == webhook.TraceId).ToLookup(span => span.OperationName);
        Assert.Equal(["decode", "detect", "read", "store", "take", "tell", "webhook"], way.Select(span => span.Key).Order(StringComparer.Ordinal));
        var (detect, tell) = (way["detect"].First(), way["tell"].First());
        Assert.Equal(("eip155:1", 1), (detect.GetTagItem("spoor.chain"), detect.GetTagItem("spoor.notices")));
        Assert.True((long)detect.GetTagItem("spoor.transfers")! > 0);
        Assert.True((long)detect.GetTagItem("spoor.height")! <= (long)tell.GetTagItem("spoor.height")!);
        Assert.Equal((detect.SpanId, tell.SpanId), (tell.ParentSpanId, webhook.ParentSpanId));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_collector_that_the_environment_names_gets_the_spans()
    {
        await using var traffic = await AnvilTraffic.StartAsync(4_211, seed: 1);
        await traffic.GoOnAsync(10);
        TaskCompletionSource<(string? Type, byte[] Body)> received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = await LocalListener.StartAsync("/v1/traces", (context, body) => received.TrySetResult((context.Request.ContentType, body)));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url;
        IEnumerable<string> arguments =
            [Path.Combine(AppContext.BaseDirectory, "Spoor.Cli.dll"), "sync", "--chain", "eip155:4211", "--rpc", traffic.Url, "--data", _folder.Path];
        arguments.ToList().ForEach(start.ArgumentList.Add);

        using var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        await program.WaitForExitAsync(Cancellation);
        var (type, body) = await received.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal((0, "application/x-protobuf"), (program.ExitCode, type));
        string text = Encoding.Latin1.GetString(body);
        Assert.All(["spoor", "read", "decode", "take", "store", "spoor.transfers", "eip155:4211"], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }
}
