using System.Net;
using System.Net.Http.Json;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Security;

/// <summary>Where a request comes from: what a named proxy says of it, and nothing that anybody else says.</summary>
public sealed class ProxyTests
{
    private const string Alice = "203.0.113.7";
    private const string Mallory = "203.0.113.66";

    [Fact]
    public async Task Behind_a_named_proxy_who_guesses_keys_locks_out_nobody_else()
    {
        await using var served = await BehindAsync("127.0.0.1");
        await GuessAsync(served, _ => Mallory);

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(served, Mallory));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(served, Alice));
    }

    [Fact]
    public async Task What_a_caller_wrote_before_the_entry_of_the_proxy_does_not_count()
    {
        await using var served = await BehindAsync("127.0.0.1");
        await GuessAsync(served, i => $"198.51.100.{i}, {Mallory}");

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(served, $"198.51.100.99, {Mallory}"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(served, $"{Mallory}, {Alice}"));
    }

    [Fact]
    public async Task A_proxy_before_a_proxy_is_believed_when_it_is_named_too()
    {
        await using var served = await BehindAsync("127.0.0.1", "10.0.0.0/29");
        await GuessAsync(served, i => $"198.51.100.{i}, {Mallory}, 10.0.0.{i % 8}");

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(served, Mallory));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(served, $"{Alice}, 10.0.0.2"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(served, $"{Mallory}, 10.0.0.9"));
    }

    [Theory]
    [InlineData]
    [InlineData("10.0.0.0/8", "::1")]
    public async Task A_peer_that_is_no_named_proxy_cannot_say_to_be_somebody_else(params string[] proxies)
    {
        await using var served = await BehindAsync(proxies);
        await GuessAsync(served, i => $"198.51.100.{i}");

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(served, Alice));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("999.1.1.1")]
    [InlineData("<script>")]
    [InlineData(",,,")]
    public async Task An_entry_that_is_no_address_leaves_the_proxy_as_who_asks(string entry)
    {
        await using var served = await BehindAsync("127.0.0.1");
        await GuessAsync(served, _ => entry);

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(served, entry));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(served, Alice));
    }

    [Fact]
    public async Task Strangers_behind_a_named_proxy_have_a_limit_each()
    {
        await using var served = await ServedCase.StartAsync(settings => settings with
        {
            Proxies = [TrustedProxies.Parse("127.0.0.1")],
            Limits = settings.Limits with { UnknownPerSecond = 1 },
        });
        var codes = new List<HttpStatusCode>();
        for (int i = 0; i < 20; i++)
        {
            codes.Add(await AskAsync(served, Mallory, "/healthz", key: null));
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(served, Alice, "/healthz", key: null));
    }

    [Theory]
    [InlineData(true, "127.0.0.1")]
    [InlineData(false)]
    [InlineData(false, "10.0.0.0/8")]
    public async Task The_cookie_is_for_TLS_alone_where_a_named_proxy_says_that_it_came_so(bool secure, params string[] proxies)
    {
        await using var served = await BehindAsync(proxies);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { name = "alice", password = ServedCase.Password }) };
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await served.Client().SendAsync(request, ServedCase.Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(secure, answer.Headers.GetValues("Set-Cookie").Single().Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(secure, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5/32")]
    [InlineData("10.0.0.0/29", "10.0.0.0/29")]
    [InlineData("::1", "::1/128")]
    [InlineData("2001:DB8::/32", "2001:db8::/32")]
    public void A_proxy_is_an_address_or_a_network(string text, string network) => Assert.Equal(network, TrustedProxies.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("proxy.example.com")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.5/8")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void Anything_else_is_refused(string text) =>
        Assert.StartsWith("--behind-proxy: expected", Assert.Throws<FormatException>(() => TrustedProxies.Parse(text)).Message, StringComparison.Ordinal);

    private static Task<ServedCase> BehindAsync(params string[] proxies) =>
        ServedCase.StartAsync(settings => settings with { Proxies = [.. proxies.Select(TrustedProxies.Parse)] });

    // As many wrong keys as are allowed, each said to come from somewhere.
    private static async Task GuessAsync(ServedCase served, Func<int, string> from)
    {
        for (int i = 0; i < GuessLimit.Allowed; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(served, from(i), key: $"spoor_{i:x12}_{new string('0', 64)}"));
        }
    }

    private static Task<HttpStatusCode> AskAsync(ServedCase served, string from) => AskAsync(served, from, key: served.KeyOf(Role.Viewer));

    private static async Task<HttpStatusCode> AskAsync(ServedCase served, string from, string path = "/api/v1/session", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
        if (key is not null)
        {
            request.Headers.Add("X-API-Key", key);
        }

        using var answer = await served.Client().SendAsync(request, ServedCase.Cancellation);
        return answer.StatusCode;
    }
}
