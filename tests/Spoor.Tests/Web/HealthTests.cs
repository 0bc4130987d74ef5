using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Spoor.Tests.Cli;
using Spoor.Transfers;
using Spoor.Web.Operations;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web;

/// <summary>What a watch tells of its own health.</summary>
public sealed class HealthTests
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    private static readonly DateTimeOffset Start = new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_is_healthy_until_a_chain_is_silent_for_too_long()
    {
        var vitals = new WatchVitals([Ethereum], _clock);
        vitals.Reach(new() { Chain = Ethereum, Head = 100, Tip = 102, BlockTime = Start, Blocks = 1 });
        await using var endpoint = await OperationsEndpoint.StartAsync("http://127.0.0.1:0", vitals, null, Cancellation);

        var (status, fresh) = await GetAsync(endpoint, "/healthz");
        _clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        var (later, stale) = await GetAsync(endpoint, "/healthz");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, later);
        Assert.All([fresh, stale], page => Assert.Empty(JsonSchema.Read("docs/health.schema.json").Faults(JsonDocument.Parse(page).RootElement)));
        Assert.Equal(2, JsonDocument.Parse(fresh).RootElement.GetProperty("chains")[0].GetProperty("lag").GetInt32());
        Assert.True(JsonDocument.Parse(stale).RootElement.GetProperty("chains")[0].GetProperty("stale").GetBoolean());
    }

    [Fact]
    public async Task A_chain_of_fast_blocks_is_silent_for_too_long_sooner()
    {
        var vitals = new WatchVitals([Ethereum], _clock);
        vitals.Reach(new() { Chain = Ethereum, Head = 100, Tip = 100, BlockTime = Start, Blocks = 1 });
        vitals.Reach(new() { Chain = Ethereum, Head = 200, Tip = 200, BlockTime = Start.AddSeconds(1_200), Blocks = 101 });
        await using var endpoint = await OperationsEndpoint.StartAsync("http://127.0.0.1:0", vitals, null, Cancellation);

        _clock.Advance(TimeSpan.FromSeconds(119));
        var (status, _) = await GetAsync(endpoint, "/healthz");
        _clock.Advance(TimeSpan.FromSeconds(2));
        var (later, _) = await GetAsync(endpoint, "/healthz");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (status, later));
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_is_no_health_and_one_that_passes_is_forgotten()
    {
        var vitals = new WatchVitals([Ethereum], _clock);
        var reached = new ChainVitals { Chain = Ethereum, Head = 100, Tip = 102, BlockTime = Start, Blocks = 1 };
        vitals.Reach(reached with { Fault = "the node does not answer" });
        await using var endpoint = await OperationsEndpoint.StartAsync("http://127.0.0.1:0", vitals, null, Cancellation);

        var (status, _) = await GetAsync(endpoint, "/healthz");
        _clock.Advance(TimeSpan.FromSeconds(31));
        vitals.Reach(reached with { Fault = "the node still does not answer" });
        var (later, page) = await GetAsync(endpoint, "/healthz");
        vitals.Reach(reached);
        var (last, _) = await GetAsync(endpoint, "/healthz");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (status, later, last));
        Assert.Empty(JsonSchema.Read("docs/health.schema.json").Faults(JsonDocument.Parse(page).RootElement));
        Assert.Equal(31, JsonDocument.Parse(page).RootElement.GetProperty("chains")[0].GetProperty("faultSeconds").GetInt32());
    }

    [Fact]
    public async Task Metrics_are_the_text_that_Prometheus_reads()
    {
        var vitals = new WatchVitals([Ethereum], _clock);
        vitals.Reach(new() { Chain = Ethereum, Head = 100, Tip = 102, BlockTime = Start, Blocks = 1 });
        await vitals.TellAsync(Notices.Of(1), Cancellation);
        var secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "test");
        var target = WebhookTarget.Of("https://pager.example.com/hunter2", secret, isInternal: false);
        vitals.Report(new WebhookReport.Delivered(target, "id", 1, TimeSpan.FromMilliseconds(12)));
        await using var endpoint = await OperationsEndpoint.StartAsync("http://127.0.0.1:0", vitals, null, Cancellation);

        var (_, page) = await GetAsync(endpoint, "/metrics");

        Assert.Contains("# TYPE spoor_chain_head_block gauge\nspoor_chain_head_block{chain=\"eip155:1\",name=\"Ethereum\"} 100\n", page, StringComparison.Ordinal);
        Assert.Contains("spoor_notices_total{class=\"Drain\",stage=\"Start\",severity=\"Critical\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("host=\"https://pager.example.com\"} 0.012\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", page, StringComparison.Ordinal);
        Assert.All(page.TrimEnd('\n').Split('\n'), line => Assert.Matches("^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+\\{([a-z]+=\"[^\"]*\",?)*\\} [0-9.]+)$", line));
    }

    [Fact]
    public async Task A_receiver_that_is_not_reached_for_a_minute_is_no_health_until_it_is_reached()
    {
        var vitals = new WatchVitals([], _clock);
        var target = WebhookTarget.Of("https://pager.example.com/hunter2", WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "test"), isInternal: false);
        await using var endpoint = await OperationsEndpoint.StartAsync("http://127.0.0.1:0", vitals, null, Cancellation);

        vitals.Report(new WebhookReport.Failed(target, "id", 1, "503", Start.AddSeconds(5)));
        var (first, _) = await GetAsync(endpoint, "/healthz");
        _clock.Advance(TimeSpan.FromSeconds(61));
        vitals.Report(new WebhookReport.GivenUp(target, "id", 2, "503 again", "dead.jsonl"));
        var (down, page) = await GetAsync(endpoint, "/healthz");
        var (_, metrics) = await GetAsync(endpoint, "/metrics");
        vitals.Report(new WebhookReport.Delivered(target, "id2", 1, TimeSpan.Zero));
        var (last, well) = await GetAsync(endpoint, "/healthz");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first, down, last));
        var webhook = JsonDocument.Parse(page).RootElement.GetProperty("webhooks")[0];
        Assert.Equal(("503 again", 61), (webhook.GetProperty("fault").GetString(), webhook.GetProperty("faultSeconds").GetInt32()));
        Assert.Contains("spoor_webhook_fault{target=", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", page + metrics, StringComparison.Ordinal);
        Assert.All([page, well], one => Assert.Empty(JsonSchema.Read("docs/health.schema.json").Faults(JsonDocument.Parse(one).RootElement)));
    }

    [Fact]
    public async Task Prices_that_are_void_are_no_health_and_prices_that_never_were_are_named()
    {
        var vitals = new WatchVitals([], _clock) { Prices = new() { At = Start, Assets = 2, Unpriced = ["JUNK on Ethereum"], Wallets = 3, Unopened = 1 } };
        await using var endpoint = await OperationsEndpoint.StartAsync("http://127.0.0.1:0", vitals, null, Cancellation);

        var (without, named) = await GetAsync(endpoint, "/healthz");
        vitals.Prices = vitals.Prices with { Newest = Start.AddDays(-4), Void = ["ETH on Ethereum"] };
        var (stale, page) = await GetAsync(endpoint, "/healthz");
        var (_, metrics) = await GetAsync(endpoint, "/metrics");
        vitals.Prices = vitals.Prices with { Void = [], Fault = "closes.csv: no such file" };
        var (unread, _) = await GetAsync(endpoint, "/healthz");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (without, stale, unread));
        var prices = JsonDocument.Parse(page).RootElement.GetProperty("prices");
        Assert.Equal((345_600, "ETH on Ethereum"), (prices.GetProperty("ageSeconds").GetInt32(), prices.GetProperty("void")[0].GetString()));
        Assert.Contains("spoor_price_age_seconds{} 345600\n", metrics, StringComparison.Ordinal);
        Assert.Contains("spoor_hot_wallets_unknown{} 1\n", metrics, StringComparison.Ordinal);
        Assert.All([named, page], one => Assert.Empty(JsonSchema.Read("docs/health.schema.json").Faults(JsonDocument.Parse(one).RootElement)));
    }

    private static async Task<(HttpStatusCode Status, string Page)> GetAsync(OperationsEndpoint endpoint, string path)
    {
        using var http = new HttpClient { BaseAddress = new(endpoint.Url) };
        using var response = await http.GetAsync(path, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
