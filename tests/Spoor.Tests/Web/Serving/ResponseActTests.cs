using System.Net;
using System.Text.Json;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

public sealed class ResponseActTests
{
    private const string Path = "/api/v1/responses/coinex-2023";

    [Fact]
    public async Task A_responder_writes_a_moment_down_and_is_named_as_who_did()
    {
        await using var served = await ServedCase.StartAsync();
        var (status, response) = await served.SendAsync(HttpMethod.Post, $"{Path}/notes", "{\"milestone\":\"aware\",\"why\":\"alert of the watch\",\"at\":\"2023-09-12T13:25:00Z\"}", Role.Responder);
        var (_, acts) = await served.GetAsync($"{Path}/acts");

        Assert.Equal((HttpStatusCode.Created, "response/1"), (status, Text(response, "spoor")));
        var act = Assert.Single(acts.GetProperty("acts").EnumerateArray());
        Assert.Equal(("note.aware", "responder-bot"), (Text(act, "kind"), Text(act, "by")));
        Assert.Equal("coinex-2023", Assert.Single((await served.GetAsync("/api/v1/responses")).Body.GetProperty("incidents").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("notes", "{\"milestone\":\"panic\",\"why\":\"x\"}")]
    [InlineData("notes", "{\"milestone\":\"aware\",\"why\":\"\"}")]
    [InlineData("notes", "{\"milestone\":\"aware\",\"why\":\"x\",\"at\":\"2199-01-01\"}")]
    [InlineData("checks", "{\"asset\":\"ETH\",\"item\":\"hope\",\"why\":\"x\"}")]
    [InlineData("checks", "{\"asset\":\"E T H\",\"item\":\"new-addresses\",\"why\":\"x\"}")]
    [InlineData("suspensions", "{\"want\":\"close\",\"asset\":\"ETH\",\"chain\":\"ethereum\",\"direction\":\"deposits\",\"why\":\"x\"}")]
    [InlineData("suspensions", "{\"want\":\"suspend\",\"asset\":\"ETH\",\"chain\":\"ethereum\",\"direction\":\"sideways\",\"why\":\"x\"}")]
    public async Task An_act_that_is_not_as_described_is_refused_and_nothing_is_written(string route, string body)
    {
        await using var served = await ServedCase.StartAsync(settings => settings with { Hook = new ObedientHook() });
        var (status, problem) = await served.SendAsync(HttpMethod.Post, $"{Path}/{route}", body, Role.Responder);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), (status, Text(problem, "code")));
        Assert.Empty((await served.GetAsync($"{Path}/acts")).Body.GetProperty("acts").EnumerateArray());
    }

    [Fact]
    public async Task An_asset_is_suspended_through_the_hook_and_not_opened_while_the_checklist_has_open_items()
    {
        await using var served = await ServedCase.StartAsync(settings => settings with { Hook = new ObedientHook() });
        var suspended = await OrderAsync(served, "suspend");
        var resumed = await OrderAsync(served, "resume");
        var (_, response) = await served.GetAsync(Path);

        Assert.Equal("done", Text(suspended, "state"));
        Assert.Equal("failed", Text(resumed, "state"));
        Assert.Contains("open items", Text(resumed, "failure"), StringComparison.Ordinal);
        Assert.Contains("suspended", response.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_hook_says_so()
    {
        await using var served = await ServedCase.StartAsync();
        var (status, problem) = await served.SendAsync(
            HttpMethod.Post, $"{Path}/suspensions", "{\"want\":\"suspend\",\"asset\":\"ETH\",\"chain\":\"ethereum\",\"direction\":\"deposits\",\"why\":\"x\"}", Role.Responder);

        Assert.Equal((HttpStatusCode.Conflict, "no-hook"), (status, Text(problem, "code")));
    }

    [Fact]
    public async Task A_log_that_another_process_writes_to_is_left_alone()
    {
        await using var served = await ServedCase.StartAsync();
        using var other = Spoor.Storage.Acts.ActFile.Open(System.IO.Path.Combine(served.Folder, "..", "desk", "coinex-2023", "acts.jsonl"));
        var (status, problem) = await served.SendAsync(HttpMethod.Post, $"{Path}/notes", "{\"milestone\":\"aware\",\"why\":\"x\"}", Role.Responder);

        Assert.Equal((HttpStatusCode.Conflict, "desk-busy"), (status, Text(problem, "code")));
    }

    private static async Task<JsonElement> OrderAsync(ServedCase served, string want)
    {
        var (status, job) = await served.SendAsync(
            HttpMethod.Post, $"{Path}/suspensions", $"{{\"want\":\"{want}\",\"asset\":\"ETH\",\"chain\":\"ethereum\",\"direction\":\"deposits\",\"why\":\"drained\"}}", Role.Responder);
        Assert.Equal(HttpStatusCode.Accepted, status);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Text(job, "state") is "queued" or "running")
        {
            await Task.Delay(20, limit.Token);
            job = (await served.GetAsync($"/api/v1/jobs/{Text(job, "id")}", Role.Responder)).Body;
        }

        return job;
    }

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;
}
