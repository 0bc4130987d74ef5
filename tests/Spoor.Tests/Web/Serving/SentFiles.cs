using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

/// <summary>Sends files to a server as a program would.</summary>
internal static class SentFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task<(HttpStatusCode Status, JsonElement Body)> SendFileAsync(this ServedCase served, string name, string content, string query = "", Role? role = Role.Investigator) =>
        served.SendFileAsync(name, Encoding.UTF8.GetBytes(content), query, role);

    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendFileAsync(this ServedCase served, string name, byte[] content, string query = "", Role? role = Role.Investigator)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await served.Client(role).PostAsync($"/api/v1/imports?name={Uri.EscapeDataString(name)}{query}", body, ServedCase.Cancellation);
        return (answer.StatusCode, await ServedCase.BodyOf(answer));
    }

    /// <summary>Sends a file and waits for its job to be over.</summary>
    public static async Task<JsonElement> ImportAsync(this ServedCase served, string name, byte[] content, string query = "")
    {
        var (status, job) = await served.SendFileAsync(name, content, query);
        Assert.True(status == HttpStatusCode.Accepted, $"{status}: {job}");
        return await served.EndedAsync(job);
    }

    /// <summary>Waits for a job to be over.</summary>
    public static async Task<JsonElement> EndedAsync(this ServedCase served, JsonElement job)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ServedCase.Cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            var (_, now) = await served.GetAsync($"/api/v1/jobs/{job.GetProperty("id").GetString()}", Role.Investigator);
            if (now.GetProperty("state").GetString() is "done" or "failed" or "cancelled")
            {
                return now;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }

    public static Task<JsonElement> ImportAsync(this ServedCase served, string name, string content, string query = "") =>
        served.ImportAsync(name, Encoding.UTF8.GetBytes(content), query);

    /// <summary>What a job that is done made.</summary>
    public static async Task<JsonElement> DocumentAsync(this ServedCase served, JsonElement job)
    {
        Assert.True(job.GetProperty("state").GetString() == "done", job.ToString());
        return (await served.GetAsync(job.GetProperty("document").GetString()!, Role.Investigator)).Body;
    }
}
