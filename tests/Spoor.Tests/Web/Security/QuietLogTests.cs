using System.Net;
using System.Net.WebSockets;
using System.Text;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Security;

/// <summary>Whatever is sent wherever: nothing of it that opens anything or says who was asked about is in a log.</summary>
public sealed class QuietLogTests
{
    private const string Asked = "0x00000000000000000000000000000000005ec4e7";

    [Fact]
    public async Task Nothing_that_was_sent_is_logged_however_it_fails()
    {
        await using var served = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { Longest = TimeSpan.FromSeconds(20) } });
        var (_, made) = await served.SendAsync(HttpMethod.Post, "/api/v1/keys", "{\"name\":\"leaver\",\"role\":\"viewer\"}", Role.Admin);
        string revoked = made.GetProperty("key").GetString()!;
        await served.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{made.GetProperty("id").GetString()}", null, Role.Admin);
        string cookie = await SignInAsync(served);
        await AskAsync(served, "/api/v1/session", ("X-API-Key", revoked));
        await AskAsync(served, $"/api/v1/addresses/{Asked}", ("Cookie", cookie));
        await AskAsync(served, $"/api/v1/addresses/{Asked}zz", ("Authorization", $"Bearer {served.KeyOf(Role.Viewer)}"));
        await AskAsync(served, $"/v3/risk_score?coin=ETH&address={Asked}&api_key={served.KeyOf(Role.Viewer)}");
        await AskAsync(served, $"/nowhere/{Asked}?token=sesame-open", ("Origin", "https://sesame-open.example"));
        await served.SendAsync(HttpMethod.Post, "/api/v1/accounts", "{\"name\":\"eve\",\"role\":\"viewer\",\"password\":\"sesame-open-1\"}", Role.Admin);
        await served.SendAsync(HttpMethod.Post, "/api/v1/traces", $"{{\"seeds\":[\"{Asked}\"],\"rule\":\"sesame-open\"}}", Role.Investigator);
        await BreakAPageAsync(served, cookie);

        string log = served.Log.Text + string.Concat(Directory.EnumerateFiles(Path.Combine(served.Folder, "audit"), "*.jsonl").Select(ReadShared));
        Assert.All(
            new[] { revoked[20..], cookie.Split('=')[1], served.KeyOf(Role.Viewer)[20..], served.KeyOf(Role.Admin)[20..], Asked[2..], "sesame-open", ServedCase.Password, served.Server.StartUrl.Query[7..] },
            secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Whoever_goes_away_in_the_middle_of_an_answer_is_no_fault()
    {
        await using var served = await ServedCase.StartAsync();
        var client = served.Client(Role.Viewer);
        using (var stream = await client.GetAsync("/api/v1/alerts/stream", HttpCompletionOption.ResponseHeadersRead, ServedCase.Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        }

        string cookie = await SignInAsync(served);
        using (var socket = new ClientWebSocket())
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
            socket.Options.SetRequestHeader("Origin", served.Server.Url.GetLeftPart(UriPartial.Authority));
            await socket.ConnectAsync(new($"ws://{served.Server.Url.Authority}/_blazor"), ServedCase.Cancellation);
            socket.Abort();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ServedCase.Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!(await served.Client(Role.Viewer).GetStringAsync("/metrics", limit.Token)).Contains("spoor_http_open_requests 1\n", StringComparison.Ordinal))
        {
            await Task.Delay(50, limit.Token);
        }

        Assert.DoesNotContain("unhandled", served.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AskAsync(ServedCase served, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        headers.ToList().ForEach(header => request.Headers.TryAddWithoutValidation(header.Name, header.Value));
        using var answer = await served.Client().SendAsync(request, ServedCase.Cancellation);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    // What no browser would send over the connection of a page: the server ends it.
    private static async Task BreakAPageAsync(ServedCase served, string cookie)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", served.Server.Url.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new($"ws://{served.Server.Url.Authority}/_blazor"), ServedCase.Cancellation);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"sesame-open\",\"version\":1}\u001e"), WebSocketMessageType.Binary, true, ServedCase.Cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ServedCase.Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        byte[] buffer = new byte[4096];
        while (socket.State == WebSocketState.Open && (await socket.ReceiveAsync(buffer, limit.Token)).MessageType != WebSocketMessageType.Close)
        {
            // Until it says that it is over.
        }
    }

    private static async Task<string> SignInAsync(ServedCase served)
    {
        using var body = new StringContent($"{{\"name\":\"alice\",\"password\":\"{ServedCase.Password}\"}}", Encoding.UTF8, "application/json");
        using var answer = await served.Client().PostAsync("/api/v1/session", body, ServedCase.Cancellation);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static string ReadShared(string path)
    {
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd();
    }
}
