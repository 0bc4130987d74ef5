using System.Net;
using System.Text.Json;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Routes;

internal static partial class RouteRows
{
    private const string Suspension = "{\"want\":\"suspend\",\"asset\":\"ETH\",\"chain\":\"ethereum\",\"direction\":\"deposits\",\"why\":\"drained\"}";

    private static IEnumerable<RouteRow> Work() =>
    [
        new($"POST {Api}/traces", Role.Investigator, $"{Api}/traces", new($"{Api}/traces", "bad-body", "{\"seeds\":[\"0x12\"]}"))
        {
            Body = $"{{\"seeds\":[\"{SmallCase.Thief}\"]}}", Status = HttpStatusCode.Accepted, Document = "job/1",
        },
        new($"GET {Api}/traces/{{id}}", Role.Viewer, $"{Api}/traces/{{0}}", new($"{Api}/traces/00", "not-found")) { Document = "trace/1", Prepare = TraceAsync },
        new($"GET {Api}/jobs", Role.Viewer, $"{Api}/jobs", Another($"{Api}/jobs")) { Document = "jobs/1" },
        new($"GET {Api}/jobs/{{id}}", Role.Viewer, $"{Api}/jobs/{{0}}", new($"{Api}/jobs/00", "not-found")) { Document = "job/1", Prepare = TraceAsync },
        new($"GET {Api}/jobs/{{id}}/document", Role.Viewer, $"{Api}/jobs/{{0}}/document", new($"{Api}/jobs/00/document", "not-found")) { Document = "trace/1", Prepare = TraceAsync },
        new($"DELETE {Api}/jobs/{{id}}", Role.Viewer, $"{Api}/jobs/{{0}}", new($"{Api}/jobs/00", "not-found")) { Document = "job/1", Prepare = TraceAsync },
    ];

    private static IEnumerable<RouteRow> Responses() =>
    [
        new($"GET {Api}/responses", Role.Viewer, $"{Api}/responses", Another($"{Api}/responses")) { Document = "responses/1" },
        new($"GET {Api}/responses/{{incident}}", Role.Viewer, Response, new($"{Api}/responses/nobody-2023", "not-found")) { Document = "response/1" },
        new($"GET {Api}/responses/{{incident}}/acts", Role.Viewer, $"{Response}/acts", new($"{Api}/responses/nobody-2023/acts", "not-found")) { Document = "acts/1" },
        new($"GET {Api}/responses/{{incident}}/clock", Role.Viewer, $"{Response}/clock", new($"{Api}/responses/nobody-2023/clock", "not-found")) { Document = "response-clock/1" },
        new($"POST {Api}/responses/{{incident}}/notes", Role.Responder, $"{Response}/notes", new($"{Response}/notes", "bad-body", "{\"milestone\":\"panic\",\"why\":\"x\"}"))
        {
            Body = "{\"milestone\":\"aware\",\"why\":\"alert of the watch\"}", Status = HttpStatusCode.Created, Document = "response/1",
        },
        new($"POST {Api}/responses/{{incident}}/checks", Role.Responder, $"{Response}/checks", new($"{Response}/checks", "bad-body", "{\"asset\":\"ETH\",\"item\":\"hope\",\"why\":\"x\"}"))
        {
            Body = "{\"asset\":\"ETH\",\"item\":\"new-addresses\",\"why\":\"done\"}", Status = HttpStatusCode.Created, Document = "response/1",
        },
        new($"POST {Api}/responses/{{incident}}/suspensions", Role.Responder, $"{Response}/suspensions", new($"{Response}/suspensions", "bad-body", Suspension.Replace("deposits", "sideways", StringComparison.Ordinal)))
        {
            Body = Suspension, Status = HttpStatusCode.Accepted, Document = "job/1",
        },
    ];

    // What takes no input can be asked wrongly only by asking something else.
    private static Ask Another(string path) => new(path, "wrong-method", Method: "PATCH");

    private static async Task<string> AccountAsync(ServedCase served)
    {
        await served.SendAsync(HttpMethod.Post, $"{Api}/accounts", "{\"name\":\"leaver\",\"role\":\"viewer\",\"password\":\"a long password\"}", Role.Admin);
        return "leaver";
    }

    private static async Task<string> KeyAsync(ServedCase served)
    {
        var (_, key) = await served.SendAsync(HttpMethod.Post, $"{Api}/keys", "{\"name\":\"leaver\",\"role\":\"viewer\"}", Role.Admin);
        return key.GetProperty("id").GetString()!;
    }

    // Ordered by an admin, who sees the jobs of all, and waited for.
    private static async Task<string> TraceAsync(ServedCase served)
    {
        var (_, job) = await served.SendAsync(HttpMethod.Post, $"{Api}/traces", $"{{\"seeds\":[\"{SmallCase.Thief}\"]}}", Role.Admin);
        return await EndAsync(served, job);
    }

    private static async Task<string> EndAsync(ServedCase served, JsonElement job)
    {
        string id = job.GetProperty("id").GetString()!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (StateOf(job) is "queued" or "running")
        {
            await Task.Delay(20, limit.Token);
            job = (await served.GetAsync($"{Api}/jobs/{id}", Role.Admin)).Body;
        }

        return id;
    }

    private static string? StateOf(JsonElement job) => job.GetProperty("state").GetString();
}
