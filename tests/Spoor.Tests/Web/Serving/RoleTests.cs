using System.Net;
using System.Text.Json;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

public sealed class RoleTests(ServedCase served) : IClassFixture<ServedCase>
{
    [Theory]
    [InlineData("POST", "/api/v1/traces", "{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"]}", Role.Investigator)]
    [InlineData("POST", "/api/v1/responses/coinex-2023/notes", "{\"milestone\":\"analysed\",\"why\":\"done\"}", Role.Responder)]
    [InlineData("POST", "/api/v1/responses/coinex-2023/checks", "{\"asset\":\"ETH\",\"item\":\"new-addresses\",\"why\":\"done\"}", Role.Responder)]
    [InlineData("POST", "/api/v1/keys", "{\"name\":\"mine\",\"role\":\"viewer\"}", Role.Admin)]
    [InlineData("POST", "/api/v1/accounts", "{\"name\":\"mallory\",\"role\":\"admin\",\"password\":\"a long password\"}", Role.Admin)]
    [InlineData("GET", "/api/v1/keys", null, Role.Admin)]
    [InlineData("GET", "/api/v1/accounts", null, Role.Admin)]
    [InlineData("GET", "/api/v1/audit", null, Role.Admin)]
    [InlineData("DELETE", "/api/v1/keys/000000000000", null, Role.Admin)]
    [InlineData("DELETE", "/api/v1/accounts/alice", null, Role.Admin)]
    public async Task What_needs_a_role_is_refused_to_every_lesser_one(string method, string path, string? body, Role least)
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role < least))
        {
            var (status, problem) = await served.SendAsync(new(method), path, body, role);

            Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (status, problem.GetProperty("code").GetString()));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await served.SendAsync(new(method), path, body, null)).Status);
    }

    [Fact]
    public async Task A_key_is_shown_once_opens_until_it_is_revoked_and_then_never_again()
    {
        var (made, key) = await served.SendAsync(HttpMethod.Post, "/api/v1/keys", "{\"name\":\"screening\",\"role\":\"viewer\"}", Role.Admin);
        string text = Text(key, "key");
        var (_, list) = await served.GetAsync("/api/v1/keys", Role.Admin);

        Assert.Equal(HttpStatusCode.Created, made);
        Assert.DoesNotContain(text[20..], list.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(text));
        Assert.Equal(HttpStatusCode.NoContent, (await served.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{Text(key, "id")}", null, Role.Admin)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(text));
        Assert.Equal(HttpStatusCode.NotFound, (await served.SendAsync(HttpMethod.Delete, "/api/v1/keys/nobody", null, Role.Admin)).Status);
    }

    [Fact]
    public async Task An_account_that_is_taken_away_ends_its_sessions()
    {
        Assert.Equal(HttpStatusCode.Created, (await served.SendAsync(HttpMethod.Post, "/api/v1/accounts", "{\"name\":\"bob\",\"role\":\"viewer\",\"password\":\"a long password\"}", Role.Admin)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await served.SendAsync(HttpMethod.Post, "/api/v1/accounts", "{\"name\":\"bob\",\"role\":\"admin\",\"password\":\"a long password\"}", Role.Admin)).Status);
        var browser = served.Client(cookies: true);
        using var body = new StringContent("{\"name\":\"bob\",\"password\":\"a long password\"}", System.Text.Encoding.UTF8, "application/json");
        using var signedIn = await browser.PostAsync("/api/v1/session", body, ServedCase.Cancellation);
        using var before = await browser.GetAsync("/api/v1/session", ServedCase.Cancellation);

        await served.SendAsync(HttpMethod.Delete, "/api/v1/accounts/bob", null, Role.Admin);
        using var after = await browser.GetAsync("/api/v1/session", ServedCase.Cancellation);

        Assert.Equal((HttpStatusCode.OK, "viewer"), (before.StatusCode, Text(await ServedCase.BodyOf(before), "role")));
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Theory]
    [InlineData("{\"name\":\"local\",\"role\":\"viewer\",\"password\":\"a long password\"}")]
    [InlineData("{\"name\":\"a b\",\"role\":\"viewer\",\"password\":\"a long password\"}")]
    [InlineData("{\"name\":\"eve\",\"role\":\"owner\",\"password\":\"a long password\"}")]
    [InlineData("{\"name\":\"eve\",\"role\":\"viewer\",\"password\":\"short\"}")]
    [InlineData("{\"name\":\"eve\",\"role\":\"viewer\"}")]
    public async Task An_account_that_is_not_as_described_is_refused(string body)
    {
        var (status, problem) = await served.SendAsync(HttpMethod.Post, "/api/v1/accounts", body, Role.Admin);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), (status, Text(problem, "code")));
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_log_with_who_made_it()
    {
        var (_, key) = await served.SendAsync(HttpMethod.Post, "/api/v1/keys", "{\"name\":\"audited\",\"role\":\"viewer\"}", Role.Admin);
        var (status, audit) = await served.GetAsync("/api/v1/audit?limit=1000", Role.Admin);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(audit.GetProperty("entries").EnumerateArray(), entry =>
            Text(entry, "kind") == "key.added" && Text(entry, "by") == "admin-bot" && Text(entry.GetProperty("about"), "key") == Text(key, "id"));
    }

    private async Task<HttpStatusCode> AskAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session") { Headers = { { "X-API-Key", key } } };
        using var answer = await served.Client().SendAsync(request, ServedCase.Cancellation);
        return answer.StatusCode;
    }

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;
}
