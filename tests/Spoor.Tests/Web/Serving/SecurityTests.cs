using System.Net;
using System.Net.Sockets;
using System.Text;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Serving;

/// <summary>What an attacker tries, each refused.</summary>
public sealed class SecurityTests(ServedCase served) : IClassFixture<ServedCase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_in_a_label_stays_text_and_no_page_may_run_it()
    {
        using var answer = await served.Client(Role.Viewer).GetAsync($"/api/v1/addresses/{SmallCase.Thief}", Cancellation);
        using var refusal = await served.Client(Role.Viewer).GetAsync("/api/v1/labels?q=x&asOf=%3Cscript%3Ealert(1)%3C/script%3E", Cancellation);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script>", await refusal.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);
        foreach (var headers in new[] { answer.Headers, refusal.Headers })
        {
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            string policy = headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_that_another_site_makes_a_browser_send_is_refused()
    {
        string cookie = await SignInAsync();
        async Task<(HttpStatusCode, string?)> AskAsync(HttpMethod method, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, "/api/v1/session");
            request.Headers.Add("Cookie", cookie);
            headers.ToList().ForEach(header => request.Headers.Add(header.Name, header.Value));
            using var answer = await served.Client().SendAsync(request, Cancellation);
            return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (await ServedCase.BodyOf(answer)).GetProperty("code").GetString());
        }

        string own = served.Server.Url.GetLeftPart(UriPartial.Authority);
        Assert.Equal((HttpStatusCode.Forbidden, "foreign-origin"), await AskAsync(HttpMethod.Delete, ("Origin", "https://evil.example")));
        Assert.Equal((HttpStatusCode.Forbidden, "foreign-origin"), await AskAsync(HttpMethod.Delete, ("Origin", "null")));
        Assert.Equal((HttpStatusCode.Forbidden, "foreign-origin"), await AskAsync(HttpMethod.Delete));
        Assert.Equal((HttpStatusCode.Forbidden, "foreign-origin"), await AskAsync(HttpMethod.Delete, ("Sec-Fetch-Site", "cross-site"), (OriginGuard.Header, "1")));
        Assert.Equal((HttpStatusCode.Forbidden, "foreign-origin"), await AskAsync(HttpMethod.Get, ("Origin", "https://evil.example")));
        Assert.Equal((HttpStatusCode.OK, null), await AskAsync(HttpMethod.Get));
        Assert.Equal((HttpStatusCode.NoContent, null), await AskAsync(HttpMethod.Delete, ("Origin", own)));
    }

    [Fact]
    public async Task No_other_site_is_told_that_it_may_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/status");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");

        using var answer = await served.Client().SendAsync(request, Cancellation);

        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.False(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:7744")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("169.254.1.1")]
    public async Task A_name_that_is_not_ours_gets_nothing_so_that_no_site_can_take_it_over(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status") { Headers = { Host = host } };
        using var answer = await served.Client(Role.Viewer).SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.MisdirectedRequest, "wrong-host"), (answer.StatusCode, (await ServedCase.BodyOf(answer)).GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/incidents/..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/api/v1/incidents/%2Fetc/report/report.html")]
    [InlineData("/api/v1/incidents/coinex-2023/report/..%2F..%2Faccounts.json")]
    [InlineData("/api/v1/incidents/coinex-2023/report/%2Fetc%2Fpasswd")]
    [InlineData("/api/v1/responses/..%2Fspoor-data")]
    [InlineData("/api/v1/responses/%2e%2e")]
    [InlineData("/api/v1/jobs/..%2F..%2Faccounts/document")]
    public async Task A_path_leads_nowhere_on_the_disk(string path)
    {
        var (status, body) = await served.GetAsync(path, Role.Admin);

        Assert.Contains(status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("root:", body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(served.Folder, body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_the_terminal_opens_one_session_and_is_refused_the_second_time()
    {
        var client = served.Client();
        using var first = await client.GetAsync(served.Server.StartUrl, Cancellation);
        using var second = await client.GetAsync(served.Server.StartUrl, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/", first.Headers.Location?.OriginalString);
        string cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_session_that_was_ended_opens_nothing_any_more()
    {
        string cookie = await SignInAsync();
        using var end = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session") { Headers = { { "Cookie", cookie }, { OriginGuard.Header, "1" } } };
        using var ended = await served.Client().SendAsync(end, Cancellation);
        using var reuse = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session") { Headers = { { "Cookie", cookie } } };
        using var answer = await served.Client().SendAsync(reuse, Cancellation);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (ended.StatusCode, answer.StatusCode));
    }

    [Fact]
    public async Task Neither_keys_nor_passwords_nor_tokens_nor_what_was_asked_are_logged()
    {
        await SignInAsync();
        await served.GetAsync("/api/v1/labels?q=secret-question", Role.Viewer);
        await served.SendAsync(HttpMethod.Post, "/api/v1/session", "{\"name\":\"alice\",\"password\":\"wrong password 123\"}", null);
        using var start = await served.Client().GetAsync("/start?token=not-the-token", Cancellation);

        string audit = string.Concat(Directory.EnumerateFiles(Path.Combine(served.Folder, "audit"), "*.jsonl").Select(ReadShared));
        foreach (string text in new[] { served.Log.Text, audit, await File.ReadAllTextAsync(Path.Combine(served.Folder, "accounts.json"), Cancellation) })
        {
            Assert.DoesNotContain(served.KeyOf(Role.Viewer)[20..], text, StringComparison.Ordinal);
            Assert.DoesNotContain(ServedCase.Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong password", text, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-question", text, StringComparison.Ordinal);
            Assert.DoesNotContain("not-the-token", text, StringComparison.Ordinal);
            Assert.DoesNotContain(served.Server.StartUrl.Query[7..], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_http_break_nothing()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", served.Server.Url.Port, Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync("GET /api/v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n"u8.ToArray(), Cancellation);
        byte[] buffer = new byte[64];
        int read = await stream.ReadAsync(buffer, Cancellation);

        Assert.StartsWith("HTTP/1.1 400", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync("/api/v1/status")).Status);
    }

    private async Task<string> SignInAsync()
    {
        using var body = new StringContent($"{{\"name\":\"alice\",\"password\":\"{ServedCase.Password}\"}}", Encoding.UTF8, "application/json");
        using var answer = await served.Client().PostAsync("/api/v1/session", body, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static string ReadShared(string path)
    {
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd();
    }
}
