using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using Spoor.Chains.Nodes;

namespace Spoor.Tests.Nodes;

/// <summary>When endpoints are asked, by a clock that stands still until it is moved.</summary>
public sealed class HttpTransportPaceTests
{
    private static readonly WireReply Good = WireReply.Json("{}");
    private static readonly TransportLimits Limits = new() { TimeLimit = TimeSpan.FromDays(1), CoolDown = TimeSpan.FromSeconds(30) };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_endpoint_rests_as_long_as_it_asks_for()
    {
        await using var server = WireServer.Replying(WireReply.Of("429 Too Many Requests", "", "Retry-After: 50"), Good);
        await using var transport = Transports.To(server.Url, Limits, _time);

        var asking = transport.AskAsync();
        await UntilAsync(() => server.Requests.Count == 1);
        await AdvanceAsync(TimeSpan.FromSeconds(49));
        Assert.Single(server.Requests);

        await AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal("{}", await asking.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rests_double_up_to_the_longest_and_no_endpoint_can_ask_for_more_than_the_limit()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), seed: 7);
        for (int failures = 1; failures < 40; failures++)
        {
            double full = Math.Min(10, Math.Pow(2, failures - 1));
            Assert.InRange(backoff.After(failures).TotalSeconds, full / 2, full);
        }

        await using var server = WireServer.Replying(WireReply.Of("503 Service Unavailable", "", "Retry-After: 999999"), Good);
        await using var transport = Transports.To(server.Url, Limits, _time);
        var asking = transport.AskAsync();
        await UntilAsync(() => server.Requests.Count == 1);
        await AdvanceAsync(Limits.MaxRetryAfter);
        await asking.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_stand_in_takes_over_and_the_preferred_endpoint_is_used_again_after_the_cool_down()
    {
        await using var preferred = WireServer.Replying(WireReply.Of("500 Internal Server Error"), Good);
        await using var standIn = WireServer.Replying(Good);
        await using var transport = new HttpTransport([NodeEndpoint.Parse(preferred.Url), NodeEndpoint.Parse(standIn.Url)], Limits, _time);

        await transport.AskAsync();
        await transport.AskAsync();
        Assert.Equal((1, 2), (preferred.Requests.Count, standIn.Requests.Count));

        _time.Advance(Limits.CoolDown);
        await transport.AskAsync();
        Assert.Equal((2, 2), (preferred.Requests.Count, standIn.Requests.Count));
    }

    [Fact]
    public async Task An_endpoint_that_may_not_be_used_does_not_stop_the_others()
    {
        await using var closed = WireServer.Replying(WireReply.Of("401 Unauthorized"));
        await using var open = WireServer.Replying(Good);
        await using var transport = new HttpTransport([NodeEndpoint.Parse(closed.Url), NodeEndpoint.Parse(open.Url)], Limits, _time);

        Assert.Equal("{}", await transport.AskAsync());
    }

    [Fact]
    public async Task Requests_keep_to_the_rate()
    {
        await using var server = WireServer.Replying(Good);
        await using var transport = Transports.To(server.Url, Limits with { RequestsPerSecond = 2 }, _time);

        Task[] asking = [.. Enumerable.Range(0, 5).Select(_ => transport.AskAsync())];
        await UntilAsync(() => server.Requests.Count == 1);
        await AdvanceAsync(TimeSpan.FromMilliseconds(499));
        Assert.Single(server.Requests);

        for (int sent = 2; sent <= 5; sent++)
        {
            await AdvanceAsync(TimeSpan.FromMilliseconds(sent == 2 ? 1 : 500));
            await UntilAsync(() => server.Requests.Count >= sent);
            Assert.Equal(sent, server.Requests.Count);
        }

        await Task.WhenAll(asking).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_the_limit_says()
    {
        var gate = new TaskCompletionSource();
        await using var server = WireServer.Replying(Good with { After = gate.Task });
        await using var transport = Transports.To(server.Url, Limits with { Concurrent = 3 }, _time);

        Task[] asking = [.. Enumerable.Range(0, 10).Select(_ => transport.AskAsync())];
        await UntilAsync(() => server.Requests.Count == 3);
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(3, server.Requests.Count);

        gate.SetResult();
        await Task.WhenAll(asking).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(10, server.Requests.Count);
    }

    [Fact]
    public async Task Questions_that_wait_for_their_turn_rest_with_the_endpoint_that_asked_for_it()
    {
        // Neither is answered before both are there: on a slow machine the second would else already wait.
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new WireServer(request =>
        {
            _ = request.Number == 2 && both.TrySetResult();
            return request.Number <= 2 ? WireReply.Of("429 Too Many Requests", "", "Retry-After: 60") with { After = both.Task } : Good;
        });
        await using var transport = Transports.To(server.Url, Limits with { Concurrent = 2 }, _time);

        Task[] asking = [.. Enumerable.Range(0, 20).Select(_ => transport.AskAsync())];
        await both.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Equal(2, server.Requests.Count);

        await AdvanceAsync(TimeSpan.FromSeconds(2));
        await Task.WhenAll(asking).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(22, server.Requests.Count);
    }

    [Fact]
    public async Task The_greeting_keeps_to_the_rate_too()
    {
        await using var server = WireServer.Replying(Good);
        var greeting = new NodeGreeting("", "{}"u8.ToArray(), _ => { });
        await using var transport = new HttpTransport([NodeEndpoint.Parse(server.Url)], Limits with { RequestsPerSecond = 1 }, _time, greeting);

        var asking = transport.AskAsync();
        await UntilAsync(() => server.Requests.Count == 1);
        await AdvanceAsync(TimeSpan.FromMilliseconds(900));
        Assert.Single(server.Requests);

        await AdvanceAsync(TimeSpan.FromMilliseconds(200));
        Assert.Equal("{}", await asking.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_endpoint_that_fails_the_greeting_is_asked_nothing_else()
    {
        await using var other = WireServer.Replying(WireReply.Json("""{"chain":5}"""));
        await using var right = WireServer.Replying(WireReply.Json("""{"chain":1}"""));
        var greeting = new NodeGreeting("", "{}"u8.ToArray(), body =>
        {
            if (!body.Span.SequenceEqual("""{"chain":1}"""u8))
            {
                throw new NodeAnswerException("It serves another chain") { MayPass = false };
            }
        });
        await using var transport = new HttpTransport([NodeEndpoint.Parse(other.Url), NodeEndpoint.Parse(right.Url)], Limits, _time, greeting);

        Assert.Equal("""{"chain":1}""", await transport.AskAsync(body: """{"real":1}"""));
        Assert.Equal("""{"chain":1}""", await transport.AskAsync(body: """{"real":2}"""));

        Assert.Equal("{}", Assert.Single(other.Requests).Body);
        Assert.Equal(["{}", """{"real":1}""", """{"real":2}"""], right.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task Traffic_is_counted_under_a_name_without_secrets()
    {
        var counted = new System.Collections.Concurrent.ConcurrentQueue<(string Name, double Value, string Endpoint)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == NodeMetrics.MeterName)
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Enqueue((instrument.Name, value, $"{tags[0].Value}")));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => counted.Enqueue((instrument.Name, value, $"{tags[0].Value}")));
        listener.Start();

        await using var server = WireServer.Replying(WireReply.Of("500 Internal Server Error"), WireReply.Json("""{"a":1}"""));
        await using var transport = Transports.To($"{server.Url}/v3/0123456789abcdef");
        await transport.AskAsync();

        var ours = counted.Where(one => one.Endpoint == $"{server.Url}/…").ToLookup(one => one.Name, one => one.Value);
        Assert.Equal(2, ours["spoor.nodes.requests"].Sum());
        Assert.Equal(1, ours["spoor.nodes.failures"].Sum());
        Assert.Equal(1, ours["spoor.nodes.retries"].Sum());
        Assert.Equal(7, ours["spoor.nodes.bytes"].Sum());
        Assert.Single(ours["spoor.nodes.seconds"]);
    }

    // A rest begins a moment after the answer that caused it: the clock is moved only once somebody waits for it.
    private async Task AdvanceAsync(TimeSpan by)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        _time.Advance(by);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }
    }
}
