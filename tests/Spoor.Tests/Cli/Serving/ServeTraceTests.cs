using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Tests.Cli.Serving;

/// <summary>What a collector of traces is told of a server, and what not.</summary>
public sealed class ServeTraceTests
{
    private const string Asked = "0x00000000000000000000000000000000005ec4e7";
    private const string Theirs = "00f067aa0ba902b7";
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e470";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task A_collector_is_told_route_method_and_status_of_each_request_and_nothing_secret()
    {
        await using var collector = await TraceCollector.StartAsync();
        using var run = await SmallCase.ImportedAsync();
        string key = (await run.RunAsync("serve", "key", "add", "robot", "--role", "investigator")).Result.Trim();
        string token = await ServeAsync(run, collector, async client =>
        {
            await AskAsync(client, 1, HttpMethod.Get, $"/api/v1/addresses/{Asked}zz?note=sesame-open", key);
            await AskAsync(client, 2, HttpMethod.Get, $"/v3/risk_score?coin=ETH&address={Asked}&api_key={key}", null);
            await AskAsync(client, 3, HttpMethod.Get, $"/nowhere/{Asked}", null);
            await AskAsync(client, 4, new("SESAME"), "/api/v1/status", key);
            await TraceAsync(client, key);
        });

        var spans = collector.Spans.ToLookup(span => span.Trace);
        var summary = Assert.Single(spans[TraceOf(1)]);
        Assert.Equal(("GET /api/v1/addresses/{account}", 2, Theirs), (summary.Name, summary.Kind, summary.Parent));
        Assert.Equal(
            [("http.request.method", "GET"), ("http.response.status_code", "400"), ("http.route", "/api/v1/addresses/{account}"), ("url.scheme", "http")],
            summary.Attributes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
        Assert.Contains(spans[TraceOf(2)], span => span.Name == "GET /v3/risk_score" && span.Attributes["http.response.status_code"] == "200");
        Assert.Equal(("GET", "404"), (spans[TraceOf(3)].Single().Name, spans[TraceOf(3)].Single().Attributes["http.response.status_code"]));
        Assert.Equal("_OTHER", spans[TraceOf(4)].Single().Attributes["http.request.method"]);
        var ordered = spans[TraceOf(5)].Single(span => span.Kind == 2);
        var job = spans[TraceOf(5)].Single(span => span.Name == "job");
        Assert.Equal((ordered.Id, "trace", "done"), (job.Parent, job.Attributes["spoor.job.kind"], job.Attributes["spoor.job.state"]));
        // Other tests of this process make spans, too.
        string told = string.Concat(collector.Spans.Where(span => span.Kind == 2 || span.Trace.StartsWith(Trace, StringComparison.Ordinal)).Select(span => span.Bytes));
        Assert.All(
            new[] { key, key[20..], token, Asked[2..], "sesame-open", "SESAME", "api_key", "spoor_session", "robot", SmallCase.Thief[2..] },
            secret => Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase));
    }

    private static string TraceOf(int number) => $"{Trace}{number}";

    // Runs the verb, lets a client ask it, and ends it: what is left goes to the collector then.
    private static async Task<string> ServeAsync(CommandRun run, TraceCollector collector, Func<HttpClient, Task> ask)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var result = new LineStream();
        await using var talk = new StringWriter();
        var serving = SpoorCommandLine.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--otlp", collector.Url + "/"], Terminal.OfWriters(result, talk, run.Folder), stop.Token);
        Uri start = new(await result.FirstLineAsync(serving).WaitAsync(Patience, Cancellation));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(start, "/"), Timeout = Patience };
        using (var opened = await client.GetAsync(start, Cancellation))
        {
            Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        }

        await ask(client);
        await stop.CancelAsync();
        Assert.Equal(0, await serving.WaitAsync(Patience, Cancellation));
        return start.Query.Split('=')[1];
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, int number, HttpMethod method, string path, string? key, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        // Every other one asks not to be traced, which is not the caller's to say.
        request.Headers.Add("traceparent", $"00-{TraceOf(number)}-{Theirs}-0{number % 2}");
        request.Headers.Add("tracestate", "other=sesame-open");
        if (key is not null)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        using var answer = await client.SendAsync(request, Cancellation);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        return bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes);
    }

    private static async Task TraceAsync(HttpClient client, string key)
    {
        var job = await AskAsync(client, 5, HttpMethod.Post, "/api/v1/traces", key, new { seeds = new[] { SmallCase.Thief } });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (job.GetProperty("state").GetString() is "queued" or "running")
        {
            await Task.Delay(50, limit.Token);
            job = await AskAsync(client, 6, HttpMethod.Get, $"/api/v1/jobs/{job.GetProperty("id").GetString()}", key);
        }
    }
}
