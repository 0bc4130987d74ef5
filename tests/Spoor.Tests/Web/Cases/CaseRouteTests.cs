using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Cases;

/// <summary>Case files over HTTP: sealed, checked and compared, and every file that comes in is hostile.</summary>
public sealed class CaseRouteTests(ServedCase served) : IClassFixture<ServedCase>
{
    private const string Verify = "/api/v1/cases/verify";
    private const string Diff = "/api/v1/cases/diff";

    [Fact]
    public async Task A_case_that_the_server_sealed_holds_and_is_the_same_twice()
    {
        byte[] first = await SealedAsync("{}");
        byte[] second = await SealedAsync("{\"asOf\":\"2023-09-13\"}");

        var check = await DocumentAsync(await PostAsync(Verify, Bytes(first)));
        var same = await DocumentAsync(await PostAsync(Diff, Form(("before", first), ("after", await SealedAsync("{}")))));
        var other = await DocumentAsync(await PostAsync(Diff, Form(("before", second), ("after", first))));

        Assert.True(check.GetProperty("holds").GetBoolean(), check.ToString());
        Assert.Equal("coinex-2023", check.GetProperty("incident").GetString());
        Assert.True(same.GetProperty("same").GetBoolean());
        Assert.False(other.GetProperty("same").GetBoolean());
        Assert.NotEmpty(other.GetProperty("figures").EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_was_changed_does_not_hold_and_says_where()
    {
        byte[] file = await SealedAsync("{}");
        file[file.Length / 2] ^= 1;

        var check = await DocumentAsync(await PostAsync(Verify, Bytes(file)));

        Assert.False(check.GetProperty("holds").GetBoolean());
        Assert.NotEmpty(check.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task Bytes_that_are_no_case_are_told_so_and_bring_nothing_down()
    {
        var check = await DocumentAsync(await PostAsync(Verify, Bytes(Encoding.UTF8.GetBytes("PK\u0003\u0004 <script>alert(1)</script>"))));
        var diff = await OverAsync(await PostAsync(Diff, Form(("before", [1, 2, 3]), ("after", [4]))));

        Assert.False(check.GetProperty("holds").GetBoolean());
        Assert.Equal("failed", diff.GetProperty("state").GetString());
        Assert.Contains("not whole", diff.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_file_or_another_form_is_refused()
    {
        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), await RefusalAsync(Verify, Bytes([])));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "wrong-media-type"), await RefusalAsync(Verify, new StringContent("{}", Encoding.UTF8, "application/json")));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "wrong-media-type"), await RefusalAsync(Diff, Bytes([1])));
        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), await RefusalAsync(Diff, Form(("before", [1]))));
        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), await RefusalAsync(Diff, Form(("before", [1]), ("after", [1]), ("third", [1]))));
        Assert.Equal(HttpStatusCode.NotFound, (await served.SendAsync(HttpMethod.Post, "/api/v1/incidents/nobody/case", "{}", Role.Investigator)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await served.SendAsync(HttpMethod.Post, "/api/v1/incidents/coinex-2023/case", "{\"asOf\":\"soon\"}", Role.Investigator)).Status);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read_whole()
    {
        await using var small = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { MaxCaseFile = 1_000 } });
        using var answer = await small.Client(Role.Viewer).PostAsync(Verify, Bytes(new byte[2_000]), ServedCase.Cancellation);
        using var form = await small.Client(Role.Viewer).PostAsync(Diff, Form(("before", new byte[100_000]), ("after", [1])), ServedCase.Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True(form.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{form.StatusCode}");
    }

    [Fact]
    public async Task A_viewer_seals_nothing_and_nobody_has_a_case_checked()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await served.SendAsync(HttpMethod.Post, "/api/v1/incidents/coinex-2023/case", "{}", Role.Viewer)).Status);
        using var verify = await served.Client().PostAsync(Verify, Bytes([1]), ServedCase.Cancellation);
        using var diff = await served.Client().PostAsync(Diff, Form(("before", [1]), ("after", [1])), ServedCase.Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (verify.StatusCode, diff.StatusCode));
    }

    [Fact]
    public async Task Who_fetches_a_sealed_case_is_in_the_audit_log()
    {
        await SealedAsync("{\"desk\":true}");
        var (_, audit) = await served.GetAsync("/api/v1/audit", Role.Admin);

        Assert.Contains("case.exported", audit.ToString(), StringComparison.Ordinal);
        Assert.Contains("coinex-2023.case", audit.ToString(), StringComparison.Ordinal);
    }

    private async Task<byte[]> SealedAsync(string body)
    {
        var (status, job) = await served.SendAsync(HttpMethod.Post, "/api/v1/incidents/coinex-2023/case", body, Role.Investigator);
        Assert.Equal(HttpStatusCode.Accepted, status);
        var over = await OverAsync(job, Role.Investigator);
        Assert.True(over.GetProperty("state").GetString() == "done", over.ToString());
        using var file = await served.Client(Role.Investigator).GetAsync(over.GetProperty("document").GetString(), ServedCase.Cancellation);
        Assert.Equal(("application/zip", "coinex-2023.case"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
        return await file.Content.ReadAsByteArrayAsync(ServedCase.Cancellation);
    }

    private async Task<JsonElement> PostAsync(string path, HttpContent content)
    {
        using var answer = await served.Client(Role.Viewer).PostAsync(path, content, ServedCase.Cancellation);
        var body = await ServedCase.BodyOf(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{answer.StatusCode} {body}");
        return body;
    }

    private async Task<(HttpStatusCode Status, string? Code)> RefusalAsync(string path, HttpContent content)
    {
        using var answer = await served.Client(Role.Viewer).PostAsync(path, content, ServedCase.Cancellation);
        return (answer.StatusCode, (await ServedCase.BodyOf(answer)).GetProperty("code").GetString());
    }

    private async Task<JsonElement> DocumentAsync(JsonElement job)
    {
        var over = await OverAsync(job);
        Assert.True(over.GetProperty("state").GetString() == "done", over.ToString());
        return (await served.GetAsync(over.GetProperty("document").GetString()!)).Body;
    }

    private async Task<JsonElement> OverAsync(JsonElement job, Role role = Role.Viewer)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ServedCase.Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            var (_, now) = await served.GetAsync($"/api/v1/jobs/{job.GetProperty("id").GetString()}", role);
            if (now.GetProperty("state").GetString() is not ("queued" or "running"))
            {
                return now;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }
    }

    private static ByteArrayContent Bytes(byte[] file) => new(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };

    private static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        Array.ForEach(files, file => form.Add(new ByteArrayContent(file.Bytes), file.Name, $"{file.Name}.case"));
        return form;
    }
}
