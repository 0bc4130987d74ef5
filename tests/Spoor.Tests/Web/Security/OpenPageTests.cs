using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Time.Testing;
using Spoor.Tests.Storage;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;
using Spoor.Web.Pages;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Security;

/// <summary>A page stays open long after it was let in: who may open its connection, and what it may do when its session is over.</summary>
public sealed class OpenPageTests(ServedCase served) : IClassFixture<ServedCase>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Own => served.Server.Url.GetLeftPart(UriPartial.Authority);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_connection_of_a_page_opens_for_a_session_from_our_own_pages()
    {
        using var socket = SocketFor(await SignInAsync(), Own);
        await socket.ConnectAsync(Hub(), ServedCase.Cancellation);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_foreign_page_cannot_open_a_connection_in_the_name_of_whoever_looks_at_it(string origin, HttpStatusCode expected)
    {
        using var socket = SocketFor(await SignInAsync(), origin);

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Hub(), ServedCase.Cancellation));

        Assert.Equal(expected, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Nobody_opens_a_connection_without_a_session()
    {
        using var socket = SocketFor("spoor_session=0", Own);

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Hub(), ServedCase.Cancellation));

        Assert.Equal(HttpStatusCode.Unauthorized, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_foreign_page_cannot_negotiate_one_either()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Cookie", await SignInAsync() }, { "Origin", "https://evil.example" } } };
        using var answer = await served.Client().SendAsync(request, ServedCase.Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_whose_session_ended_may_look_at_nothing_and_do_nothing_more()
    {
        var (sessions, _, visitor, secret) = Opened(Role.Admin);
        await visitor.AtLeastAsync(Role.Admin);
        sessions.Close(secret);

        Assert.Equal("unauthenticated", (await Assert.ThrowsAsync<RefusalException>(visitor.NowAsync)).Problem.Code);
        Assert.Equal("unauthenticated", (await Assert.ThrowsAsync<RefusalException>(() => visitor.AtLeastAsync(Role.Viewer))).Problem.Code);
    }

    [Fact]
    public async Task A_page_of_somebody_whose_role_was_changed_or_whose_account_was_taken_may_do_nothing_more()
    {
        var (_, accounts, visitor, _) = Opened(Role.Responder);
        await visitor.AtLeastAsync(Role.Responder);
        accounts.Change(book => book.Without("bob").With(new Account("bob", Role.Viewer, PasswordHash.Of(ServedCase.Password, iterations: 10))));

        Assert.Equal("unauthenticated", (await Assert.ThrowsAsync<RefusalException>(() => visitor.AtLeastAsync(Role.Viewer))).Problem.Code);
    }

    [Fact]
    public async Task A_page_that_was_left_alone_for_too_long_may_do_nothing_more()
    {
        var clock = new FakeTimeProvider(new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero));
        var (_, _, visitor, _) = Opened(Role.Viewer, clock);
        clock.Advance(SessionBook.LongestIdle);

        await Assert.ThrowsAsync<RefusalException>(visitor.NowAsync);
    }

    [Fact]
    public async Task A_page_does_nothing_that_needs_more_than_the_role_of_whoever_looks()
    {
        var (_, _, visitor, _) = Opened(Role.Investigator);

        Assert.Equal("bob", (await visitor.AtLeastAsync(Role.Investigator)).Name);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<RefusalException>(() => visitor.AtLeastAsync(Role.Responder))).Problem.Code);
    }

    private (SessionBook Sessions, AccountFile Accounts, Visitor Visitor, string Secret) Opened(Role role, TimeProvider? clock = null)
    {
        var accounts = AccountFile.In(_folder.Data);
        var account = new Account("bob", role, PasswordHash.Of(ServedCase.Password, iterations: 10));
        accounts.Change(book => book.With(account));
        var sessions = new SessionBook(clock ?? TimeProvider.System, accounts);
        string secret = sessions.Open(account);
        return (sessions, accounts, new Visitor(new AsOfOpening(sessions.Find(secret)!), sessions), secret);
    }

    private async Task<string> SignInAsync()
    {
        using var body = new StringContent($"{{\"name\":\"alice\",\"password\":\"{ServedCase.Password}\"}}", Encoding.UTF8, "application/json");
        using var answer = await served.Client().PostAsync("/api/v1/session", body, ServedCase.Cancellation);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private Uri Hub() => new($"ws://{served.Server.Url.Authority}/_blazor");

    private static ClientWebSocket SocketFor(string cookie, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        return socket;
    }

    /// <summary>What a page was told when it was opened, and keeps.</summary>
    private sealed class AsOfOpening(Caller caller) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(caller.ToPrincipal(SpoorAuthentication.SchemeName)));
    }
}
