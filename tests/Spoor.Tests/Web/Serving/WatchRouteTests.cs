using System.Net;
using System.Text;
using System.Text.Json;
using Spoor.Reporting;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

/// <summary>Replaying a watch over the store, and taking note of what was told.</summary>
public sealed class WatchRouteTests
{
    private const string Replays = "/api/v1/watch/replays";
    private const string Noting = "/api/v1/alerts/a1/acknowledgements";

    private const string Watch = """
        owners:
          - name: Small Exchange
            policy: {floor_usd: 10000, cold_start_extreme_usd: 50000}
            wallets:
              - {chain: ethereum, address: "0x00000000000000000000000000000000000000f1", use: hot, name: Hot 1}
        """;

    private const string Prices = "date,symbol,close_usd\n2023-09-12,ETH,1592.43\n";

    private const string Recipients = $"chain,address,nonce,code,source\neip155:1,{SmallCase.Thief},0,no,made up\n";

    [Fact]
    public async Task A_watch_is_replayed_over_the_store_and_its_alert_can_be_acknowledged()
    {
        await using var served = await ServedCase.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await served.GetAsync($"{Replays}/latest")).Status);
        var (status, job) = await OrderAsync(served, new { watch = Watch, prices = Prices, recipients = Recipients });
        Assert.Equal(HttpStatusCode.Accepted, status);
        await EndAsync(served, job);

        var (_, replay) = await served.GetAsync($"{Replays}/latest");
        Assert.Empty(JsonSchema.Read("docs/watch-replay.schema.json").Faults(replay));
        var alert = replay.GetProperty("alerts")[0];
        Assert.Empty(JsonSchema.Read("docs/alert.schema.json").Faults(alert));
        Assert.Equal(("Small Exchange", 105), (Text(alert, "owner"), replay.GetProperty("heads")[0].GetProperty("block").GetInt64()));
        Assert.Equal("159243.000000", Text(replay.GetProperty("wallets")[0], "largestUsd"));

        // The files were kept: a replay without any is the same.
        var (_, again) = await OrderAsync(served, new { });
        await EndAsync(served, again);
        Assert.Equal(alert.ToString(), (await served.GetAsync($"{Replays}/latest")).Body.GetProperty("alerts")[0].ToString());
        var (noted, body) = await served.SendAsync(HttpMethod.Post, $"/api/v1/alerts/{Text(alert, "alert")}/acknowledgements", "{\"note\":\"a drill\"}", Role.Responder);
        Assert.Equal((HttpStatusCode.Created, "a drill"), (noted, Text(body.GetProperty("acknowledgements")[0], "note")));
    }

    [Fact]
    public async Task A_watch_file_with_faults_is_refused_with_each_fault_and_its_line_and_nothing_is_kept()
    {
        await using var served = await ServedCase.StartAsync();
        var (status, problem) = await OrderAsync(served, new { watch = "owners:\n  - name: Desk\n    wallets:\n      - {chain: ethereum, address: \"0x12\", use: hot}\n      - {chain: nowhere, use: hot}\n" });
        var (nothing, still) = await OrderAsync(served, new { });

        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), (status, Text(problem, "code")));
        Assert.Contains("watch.yaml, line 4", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Contains("watch.yaml, line 5", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "conflict"), (nothing, Text(still, "code")));
    }

    [Theory]
    [InlineData("{\"watch\":1}", "bad-body")]
    [InlineData("{\"watch\":\"owners: []\"}", "bad-body")]
    [InlineData("{\"prices\":\"date;symbol\"}", "conflict")]
    [InlineData("{\"wach\":\"\"}", "bad-body")]
    public async Task What_is_not_as_described_is_refused(string body, string code)
    {
        await using var served = await ServedCase.StartAsync();

        Assert.Equal(code, Text((await served.SendAsync(HttpMethod.Post, Replays, body, Role.Investigator)).Body, "code"));
        Assert.Equal(HttpStatusCode.Forbidden, (await served.SendAsync(HttpMethod.Post, Replays, "{}", Role.Viewer)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.SendAsync(HttpMethod.Post, Replays, "{}", null)).Status);
    }

    [Fact]
    public async Task A_watch_file_that_the_server_was_started_with_cannot_be_replaced()
    {
        using var run = new CommandRun();
        string file = run.Write("mine.yaml", Watch);
        await using var served = await ServedCase.StartAsync(settings => settings with { Replay = new() { Watch = file } });

        Assert.Equal(HttpStatusCode.Conflict, (await OrderAsync(served, new { watch = Watch })).Status);
        var (status, job) = await OrderAsync(served, new { prices = Prices });
        await EndAsync(served, job);

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("mine.yaml", Text((await served.GetAsync($"{Replays}/latest")).Body.GetProperty("files")[0], "file"));
    }

    [Fact]
    public async Task A_responder_takes_note_and_the_log_keeps_who_and_when()
    {
        await using var served = await ServedCase.StartAsync();
        await File.WriteAllTextAsync(served.AlertFile, "no alert\n" + Encoding.UTF8.GetString(AlertJson.Document(Notices.Of(1))) + "\n", ServedCase.Cancellation);
        var (status, noted) = await served.SendAsync(HttpMethod.Post, Noting, "{\"note\":\"calling the desk\"}", Role.Responder);

        Assert.Equal((HttpStatusCode.Created, "acknowledgements/1"), (status, Text(noted, "spoor")));
        Assert.Equal("responder-bot", Text(Assert.Single((await served.GetAsync(Noting)).Body.GetProperty("acknowledgements").EnumerateArray()), "by"));
        Assert.Equal(HttpStatusCode.BadRequest, (await served.SendAsync(HttpMethod.Post, Noting, "{\"note\":\" \"}", Role.Responder)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await served.SendAsync(HttpMethod.Post, "/api/v1/alerts/other/acknowledgements", "{\"note\":\"x\"}", Role.Responder)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await served.SendAsync(HttpMethod.Post, Noting, "{\"note\":\"x\"}", Role.Investigator)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.SendAsync(HttpMethod.Post, Noting, "{\"note\":\"x\"}", null)).Status);
        Assert.Contains("alert.acknowledged", (await served.GetAsync("/api/v1/audit", Role.Admin)).Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledgements_that_were_changed_are_not_believed()
    {
        await using var served = await ServedCase.StartAsync();
        await File.WriteAllTextAsync(served.AlertFile, Encoding.UTF8.GetString(AlertJson.Document(Notices.Of(1))) + "\n", ServedCase.Cancellation);
        await served.SendAsync(HttpMethod.Post, Noting, "{\"note\":\"seen\"}", Role.Responder);
        string log = Path.ChangeExtension(served.AlertFile, ".acknowledged.jsonl");
        await File.WriteAllTextAsync(log, (await File.ReadAllTextAsync(log, ServedCase.Cancellation)).Replace("seen", "unseen", StringComparison.Ordinal), ServedCase.Cancellation);

        Assert.Equal("data-fault", Text((await served.GetAsync(Noting)).Body, "code"));
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> OrderAsync(ServedCase served, object order) =>
        served.SendAsync(HttpMethod.Post, Replays, JsonSerializer.Serialize(order), Role.Investigator);

    private static async Task EndAsync(ServedCase served, JsonElement job)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Text(job, "state") is "queued" or "running")
        {
            await Task.Delay(20, limit.Token);
            job = (await served.GetAsync($"/api/v1/jobs/{Text(job, "id")}", Role.Investigator)).Body;
        }

        Assert.True(Text(job, "state") == "done", job.ToString());
    }

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;
}
