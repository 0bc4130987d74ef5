using System.Net;
using System.Text.Json;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Serving;

public sealed class JobTests(ServedCase served) : IClassFixture<ServedCase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trace_that_was_ordered_is_the_document_that_the_verb_writes()
    {
        using var run = await SmallCase.ImportedAsync();
        var (_, verb, _) = await run.RunAsync("trace", "--seed", SmallCase.Thief, "--json");
        var (ordered, job) = await served.SendAsync(HttpMethod.Post, "/api/v1/traces", $"{{\"seeds\":[\"{SmallCase.Thief}\"],\"useLabels\":false}}", Role.Investigator);
        var done = await EndAsync(Text(job, "id"));
        using var answer = await served.Client(Role.Investigator).GetAsync(Text(done, "document"), Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, ordered);
        Assert.Equal("done", Text(done, "state"));
        Assert.Equal(verb, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_job_is_seen_by_who_ordered_it_and_by_an_admin_and_by_nobody_else()
    {
        var (_, job) = await served.SendAsync(HttpMethod.Post, "/api/v1/traces", $"{{\"seeds\":[\"{SmallCase.Thief}\"]}}", Role.Investigator);
        string path = $"/api/v1/jobs/{Text(job, "id")}";

        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync(path, Role.Investigator)).Status);
        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync(path, Role.Admin)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await served.GetAsync(path, Role.Responder)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await served.SendAsync(HttpMethod.Delete, path, null, Role.Viewer)).Status);
        Assert.Equal(HttpStatusCode.OK, (await served.SendAsync(HttpMethod.Delete, path, null, Role.Investigator)).Status);
        await EndAsync(Text(job, "id"));
    }

    [Theory]
    [InlineData("{}", "Expected what was stolen")]
    [InlineData("{\"seeds\":[\"0x12\"]}", "address")]
    [InlineData("{\"thefts\":[\"12\"]}", "transaction hash")]
    [InlineData("{\"holdings\":[\"0x00000000000000000000000000000000000000a1\"]}", "at: expected")]
    [InlineData("{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"rule\":\"guess\"}", "rule: expected")]
    [InlineData("{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"direction\":\"up\"}", "direction: expected")]
    [InlineData("{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"maxHops\":-1}", "maxHops: expected")]
    [InlineData("{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"days\":99999}", "days: expected")]
    [InlineData("{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"since\":\"then\"}", "Expected a time")]
    [InlineData("{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"chain\":\"nowhere\"}", "Expected a chain")]
    public async Task An_order_that_is_not_as_described_says_what_was_expected(string body, string expected)
    {
        var (status, problem) = await served.SendAsync(HttpMethod.Post, "/api/v1/traces", body, Role.Investigator);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), (status, Text(problem, "code")));
        Assert.Contains(expected, Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_work_than_fits_is_refused_and_what_runs_can_be_cancelled()
    {
        await using var board = new JobBoard(TimeProvider.System);
        var caller = Caller.BySession("alice", Role.Investigator);
        var jobs = Enumerable.Range(0, 8).Select(_ => board.Start(caller, "trace", ForeverAsync)).ToList();

        Assert.Equal("busy", Assert.Throws<RefusalException>(() => board.Start(caller, "trace", ForeverAsync)).Problem.Code);
        board.Start(Caller.BySession("bob", Role.Investigator), "trace", ForeverAsync);
        jobs.ForEach(job => board.Cancel(job.Id));
        using var limit = new CancellationTokenSource(Patience);
        while (jobs.Any(job => board.Find(job.Id, caller)!.State != JobState.Cancelled))
        {
            await Task.Delay(10, limit.Token);
        }

        static async Task<byte[]> ForeverAsync(Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation)
        {
            report([("step", 1)]);
            await Task.Delay(Timeout.Infinite, cancellation);
            return [];
        }
    }

    [Fact]
    public async Task What_fails_inside_says_nothing_of_the_inside()
    {
        await using var board = new JobBoard(TimeProvider.System);
        var caller = Caller.BySession("alice", Role.Investigator);
        var job = board.Start(caller, "trace", (_, _) => throw new InvalidOperationException("the password is swordfish"));
        using var limit = new CancellationTokenSource(Patience);
        while (!board.Find(job.Id, caller)!.IsOver)
        {
            await Task.Delay(10, limit.Token);
        }

        Assert.Equal(JobState.Failed, board.Find(job.Id, caller)!.State);
        Assert.DoesNotContain("swordfish", board.Find(job.Id, caller)!.Failure, StringComparison.Ordinal);
    }

    private async Task<JsonElement> EndAsync(string id)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            var (_, job) = await served.GetAsync($"/api/v1/jobs/{id}", Role.Investigator);
            if (Text(job, "state") is "done" or "failed" or "cancelled")
            {
                return job;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;
}
