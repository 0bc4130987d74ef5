using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

public sealed class LimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_guesses_keys_is_asked_to_wait_and_may_come_again_later()
    {
        var clock = new FakeTimeProvider(new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero));
        await using var served = await ServedCase.StartAsync(settings => settings with { Clock = clock });
        var codes = new List<HttpStatusCode>();
        for (int i = 0; i <= GuessLimit.Allowed; i++)
        {
            codes.Add(await GuessAsync(served, $"spoor_{i:x12}_{new string('0', 64)}"));
        }

        Assert.All(codes.Take(GuessLimit.Allowed), code => Assert.Equal(HttpStatusCode.Unauthorized, code));
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(served, served.KeyOf(Role.Viewer)));

        clock.Advance(GuessLimit.Window);
        Assert.Equal(HttpStatusCode.OK, await GuessAsync(served, served.KeyOf(Role.Viewer)));
    }

    [Fact]
    public async Task Whoever_guesses_passwords_is_asked_to_wait_and_told_for_how_long()
    {
        await using var served = await ServedCase.StartAsync();
        for (int i = 0; i < GuessLimit.Allowed; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(served, $"wrong password {i}")).StatusCode);
        }

        using var refused = await SignInAsync(served, ServedCase.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), GuessLimit.Window);
    }

    [Fact]
    public async Task A_caller_who_asks_too_often_waits_and_others_do_not()
    {
        await using var served = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { PerSecond = 1 } });
        var codes = new List<HttpStatusCode>();
        for (int i = 0; i < 20; i++)
        {
            codes.Add((await served.GetAsync("/api/v1/session")).Status);
        }

        var (status, problem) = await served.GetAsync("/api/v1/session");
        Assert.Contains(HttpStatusCode.OK, codes);
        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.True(status == HttpStatusCode.OK || problem.GetProperty("code").GetString() == "too-many-requests");
        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync("/api/v1/session", Role.Admin)).Status);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_cut_off()
    {
        await using var served = await ServedCase.StartAsync(settings => settings with
        {
            Limits = settings.Limits with { MinBytesPerSecond = 10_000, GraceOfBody = TimeSpan.FromSeconds(1.5) },
        });
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", served.Server.Url.Port, Cancellation);
        await using var stream = socket.GetStream();
        string head = $"POST /api/v1/traces HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {served.KeyOf(Role.Investigator)}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var answer = new MemoryStream();

        await stream.CopyToAsync(answer, limit.Token);

        Assert.StartsWith("HTTP/1.1 503", Encoding.ASCII.GetString(answer.ToArray()), StringComparison.Ordinal);
        Assert.Contains("\"slow\"", Encoding.ASCII.GetString(answer.ToArray()), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> GuessAsync(ServedCase served, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session") { Headers = { { "X-API-Key", key } } };
        using var answer = await served.Client().SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SignInAsync(ServedCase served, string password)
    {
        using var body = new StringContent($"{{\"name\":\"alice\",\"password\":\"{password}\"}}", Encoding.UTF8, "application/json");
        return await served.Client().PostAsync("/api/v1/session", body, Cancellation);
    }
}
