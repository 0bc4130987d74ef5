using System.Net;
using System.Text;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Security;

/// <summary>Ways to become more than one is, and to go on being what one was: each refused.</summary>
public sealed class EscalationTests
{
    [Theory]
    [InlineData("/api/v1/session", "{\"name\":\"alice\",\"password\":\"correct horse battery\",\"role\":\"admin\"}")]
    [InlineData("/api/v1/session", "{\"name\":\"alice\",\"password\":\"correct horse battery\",\"Role\":3}")]
    [InlineData("/api/v1/session", "{\"name\":[\"alice\"],\"password\":\"correct horse battery\"}")]
    [InlineData("/api/v1/session", "{\"name\":\"alice\",\"password\":null}")]
    public async Task A_role_cannot_be_asked_for(string path, string body)
    {
        await using var served = await ServedCase.StartAsync();
        var (status, problem) = await served.SendAsync(HttpMethod.Post, path, body, null);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), (status, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("local")]
    [InlineData("spoor")]
    [InlineData("")]
    public async Task A_name_that_the_server_keeps_for_itself_signs_nobody_in(string name)
    {
        await using var served = await ServedCase.StartAsync();
        var (status, _) = await served.SendAsync(HttpMethod.Post, "/api/v1/session", $"{{\"name\":\"{name}\",\"password\":\"\"}}", null);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task A_session_ends_when_its_account_gets_another_role_or_password()
    {
        await using var served = await ServedCase.StartAsync();
        foreach (var change in new Func<Account, Account>[] { alice => alice with { Role = Role.Admin }, alice => alice with { Role = Role.Viewer }, alice => alice with { Password = PasswordHash.Of("another password", iterations: 10) } })
        {
            var browser = await SignedInAsync(served);
            using var before = await browser.GetAsync("/api/v1/session", ServedCase.Cancellation);
            var was = served.Accounts.Current().Find("alice")!;
            served.Accounts.Change(book => book.Without("alice").With(change(was)));
            using var after = await browser.GetAsync("/api/v1/session", ServedCase.Cancellation);
            served.Accounts.Change(book => book.Without("alice").With(was));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.StatusCode, after.StatusCode));
        }
    }

    [Fact]
    public async Task A_wrong_key_is_refused_even_beside_a_good_session_and_a_good_one_counts_before_it()
    {
        await using var served = await ServedCase.StartAsync();
        var browser = await SignedInAsync(served);
        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session") { Headers = { { "X-API-Key", $"spoor_{new string('0', 12)}_{new string('0', 64)}" } } };
        using var viewer = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session") { Headers = { { "X-API-Key", served.KeyOf(Role.Viewer) } } };
        using var refused = await browser.SendAsync(wrong, ServedCase.Cancellation);
        using var answered = await browser.SendAsync(viewer, ServedCase.Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("viewer", (await ServedCase.BodyOf(answered)).GetProperty("role").GetString());
    }

    [Fact]
    public async Task The_key_of_another_api_in_a_query_opens_nothing_of_ours()
    {
        await using var served = await ServedCase.StartAsync();
        var (status, _) = await served.GetAsync($"/api/v1/session?api_key={served.KeyOf(Role.Admin)}", null);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Theory]
    [InlineData("/start?token={0}")]
    [InlineData("/v1/status?api_key=spoor_000000000000_{0}")]
    public async Task Guesses_in_a_query_are_counted_like_others(string path)
    {
        await using var served = await ServedCase.StartAsync();
        for (int i = 0; i < GuessLimit.Allowed; i++)
        {
            string guess = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, i.ToString("x64", System.Globalization.CultureInfo.InvariantCulture));
            var (status, _) = await served.GetAsync(guess, null);
            Assert.True(status == HttpStatusCode.Unauthorized || (status == HttpStatusCode.TooManyRequests && i == GuessLimit.Allowed - 1), $"{i}: {status}");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await served.GetAsync($"/v1/status?api_key={served.KeyOf(Role.Viewer)}", null)).Status);
        using var start = await served.Client().GetAsync(served.Server.StartUrl, ServedCase.Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, start.StatusCode);
    }

    private static async Task<HttpClient> SignedInAsync(ServedCase served)
    {
        var browser = served.Client(cookies: true);
        using var body = new StringContent($"{{\"name\":\"alice\",\"password\":\"{ServedCase.Password}\"}}", Encoding.UTF8, "application/json");
        using var answer = await browser.PostAsync("/api/v1/session", body, ServedCase.Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }
}
