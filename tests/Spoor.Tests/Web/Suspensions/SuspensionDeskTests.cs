using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;
using Spoor.Tests.Nodes;
using Spoor.Tests.Storage;
using Spoor.Web.Suspensions;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web.Suspensions;

/// <summary>Whatever a hook does, the desk shows what is known of the state and no more, and nothing is done twice.</summary>
public sealed class SuspensionDeskTests : IDisposable
{
    private const string Incident = "coinex-2023";

    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "test");
    private static readonly SuspensionSubject Ether = SuspensionSubject.Of("ETH", "eip155:1", ServiceDirection.Withdrawals);
    private static readonly ActAuthor Ana = ActAuthor.OfPerson("Ana", "hot wallet is being drained");

    private readonly TemporaryFolder _folder = new();

    // What the exchange really switched, by key: an honest exchange does a key once.
    private readonly ConcurrentDictionary<string, int> _switched = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Log => DeskFolder.At(_folder.Path).LogOf(Incident);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_hook_that_does_it_and_says_so_twice_in_turn_is_believed()
    {
        await using var hook = new WireServer(Honest);

        var standing = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.True(standing.IsConfirmed);
        Assert.Equal(SuspensionWish.Suspend, standing.Confirmed);
        Assert.Equal(1, _switched.Values.Sum());
        Assert.Equal(["suspend.requested", "suspend.confirmed"], Kinds());
    }

    [Theory]
    [InlineData("times out")]
    [InlineData("answers 500")]
    [InlineData("answers twice")]
    [InlineData("contradicts the order")]
    [InlineData("lies to the order")]
    [InlineData("says nothing usable")]
    [InlineData("answers for another asset")]
    [InlineData("answers with another key")]
    [InlineData("refuses")]
    [InlineData("hangs up")]
    [InlineData("is pending for ever")]
    [InlineData("is too long")]
    [InlineData("redirects")]
    [InlineData("names the state in a number")]
    [InlineData("says the state twice in one object")]
    public async Task A_hook_that_cannot_be_believed_leaves_it_requested_and_not_confirmed(string manner)
    {
        await using var hook = new WireServer(request => Hostile(manner, request));

        var standing = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.False(standing.IsConfirmed);
        Assert.Null(standing.Confirmed);
        Assert.NotEmpty(standing.Said);
        Assert.Equal(["suspend.requested", "suspend.unconfirmed"], Kinds());
        Assert.Single(Orders(hook).Select(order => order.Key).Distinct());
    }

    [Fact]
    public async Task An_order_whose_answer_was_lost_is_confirmed_by_the_state_and_done_once()
    {
        await using var hook = new WireServer(request => IsQuestion(request) || request.Number > 2 ? Honest(request) : Lost(request));

        var standing = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.True(standing.IsConfirmed);
        Assert.Equal(3, Orders(hook).Count);
        Assert.Single(_switched);
    }

    [Fact]
    public async Task A_wish_that_is_repeated_goes_out_under_the_same_key_and_is_written_down_once()
    {
        bool isDown = true;
        await using var hook = new WireServer(request => isDown ? WireReply.Of("500 No") : Honest(request));

        var first = await AskAsync(hook, SuspensionWish.Suspend);
        isDown = false;
        var second = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.False(first.IsConfirmed);
        Assert.True(second.IsConfirmed);
        Assert.Equal(first.Request.Key, second.Request.Key);
        Assert.Single(_switched);
        Assert.Single(Kinds(), kind => kind == "suspend.requested");
    }

    [Fact]
    public async Task A_desk_that_was_killed_after_it_wrote_the_wish_asks_under_the_key_it_wrote()
    {
        string key;
        using (var acts = ActFile.Open(Log))
        {
            key = acts.Append(SuspensionActs.Requested(SuspensionWish.Suspend, Ether, Ana, DateTimeOffset.UnixEpoch)).Id;
        }

        await using var hook = new WireServer(Honest);
        var standing = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.True(standing.IsConfirmed);
        Assert.All(Orders(hook), order => Assert.Equal(key, order.Key));
    }

    [Fact]
    public async Task Asked_again_when_it_is_done_the_exchange_is_only_asked_how_things_stand()
    {
        await using var hook = new WireServer(Honest);

        await AskAsync(hook, SuspensionWish.Suspend);
        var again = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.True(again.IsConfirmed);
        Assert.Single(Orders(hook));
    }

    [Fact]
    public async Task An_act_about_a_question_alone_states_no_order()
    {
        bool isDown = false;
        await using var hook = new WireServer(request => isDown ? WireReply.Of("503 No") : Honest(request));

        await AskAsync(hook, SuspensionWish.Suspend);
        var asked = await AskAsync(hook, SuspensionWish.Suspend);
        isDown = true;
        var unanswered = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.Equal("no order was given, as it was confirmed before; to the question the hook said suspended", asked.Said);
        Assert.False(unanswered.IsConfirmed);
        Assert.StartsWith("no order was given, as it was confirmed before; to the question nobody answered", unanswered.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_exchange_undid_behind_the_desk_is_asked_for_under_a_new_key()
    {
        await using var hook = new WireServer(Honest);
        var first = await AskAsync(hook, SuspensionWish.Suspend);
        _state = "open";

        var second = await AskAsync(hook, SuspensionWish.Suspend);

        Assert.True(second.IsConfirmed);
        Assert.NotEqual(first.Request.Key, second.Request.Key);
        Assert.Equal(2, _switched.Count);
    }

    [Fact]
    public async Task An_opening_that_is_not_confirmed_leaves_the_suspension_as_what_was_last_confirmed()
    {
        bool isDown = false;
        await using var hook = new WireServer(request => isDown ? WireReply.Of("503 No") : Honest(request));
        await AskAsync(hook, SuspensionWish.Suspend);
        isDown = true;

        var standing = await AskAsync(hook, SuspensionWish.Resume);

        Assert.Equal((SuspensionWish.Resume, false, SuspensionWish.Suspend), (standing.Request.Wish, standing.IsConfirmed, standing.Confirmed));
    }

    [Fact]
    public async Task Every_attempt_is_signed_with_the_secret()
    {
        await using var hook = new WireServer(Honest);

        await AskAsync(hook, SuspensionWish.Suspend);

        Assert.All(hook.Requests, request =>
        {
            var headers = request.Head.Split("\r\n").Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
            var signature = new WebhookSignature(headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"]);
            Assert.Equal(WebhookVerdict.Genuine, signature.Check(Secret, System.Text.Encoding.UTF8.GetBytes(request.Body), TimeProvider.System.GetUtcNow()));
        });
    }

    private string _state = "open";

    private WireReply Honest(WireRequest request)
    {
        var asked = Parse(request);
        if (asked["ask"]!.GetValue<string>() == "set")
        {
            if (_switched.AddOrUpdate(asked["key"]!.GetValue<string>(), 1, (_, times) => times) == 1)
            {
                _state = asked["want"]!.GetValue<string>();
            }
        }

        return WireReply.Json(Answer(asked, _state).ToJsonString());
    }

    private WireReply Lost(WireRequest request)
    {
        Honest(request);
        return new() { Drops = true };
    }

    private static WireReply Hostile(string manner, WireRequest request)
    {
        var asked = Parse(request);
        bool isOrder = !IsQuestion(request);
        var good = Answer(asked, "suspended");
        return manner switch
        {
            "times out" => new() { After = Task.Delay(Timeout.InfiniteTimeSpan, Cancellation) },
            "answers 500" => WireReply.Of("500 Internal Server Error"),
            "answers twice" => WireReply.Json(good.ToJsonString() + "\n" + good.ToJsonString()),
            "contradicts the order" => WireReply.Json(Answer(asked, isOrder ? "open" : "suspended").ToJsonString()),
            "lies to the order" => WireReply.Json(Answer(asked, isOrder ? "suspended" : "open").ToJsonString()),
            "says nothing usable" => WireReply.Json("<html>OK</html>"),
            "answers for another asset" => WireReply.Json(With(good, "asset", "BTC")),
            "answers with another key" => WireReply.Json(With(good, "key", "sha256:00")),
            "refuses" => WireReply.Of("403 Forbidden"),
            "hangs up" => new() { Drops = true },
            "is pending for ever" => WireReply.Json(Answer(asked, "pending").ToJsonString()),
            "is too long" => WireReply.Json(With(good, "padding", new string('x', HookAnswer.MostBytes))),
            "redirects" => WireReply.Of("302 Found", "", "Location: http://127.0.0.1:1/"),
            "names the state in a number" => WireReply.Json(good.ToJsonString().Replace("\"suspended\"", "1", StringComparison.Ordinal)),
            "says the state twice in one object" => WireReply.Json(good.ToJsonString()[..^1] + ",\"state\":\"suspended\"}"),
            _ => throw new ArgumentOutOfRangeException(nameof(manner), manner, null),
        };
    }

    private async Task<SuspensionStanding> AskAsync(WireServer server, SuspensionWish wish)
    {
        using var acts = ActFile.Open(Log);
        using var hook = new HttpHook(WebhookTarget.Of(server.Url, Secret, isInternal: true), TimeProvider.System, TimeSpan.FromMilliseconds(300));
        var desk = new SuspensionDesk(acts, Incident, hook, TimeProvider.System) { Patience = new() { Attempts = 3, FirstWait = TimeSpan.FromMilliseconds(1) } };
        return await desk.AskAsync(wish, Ether, Ana, [], anew: false, Cancellation);
    }

    private IEnumerable<string> Kinds() => ActFile.Read(Log).Acts.Select(act => act.Kind);

    private static List<(string Key, string Id)> Orders(WireServer hook) =>
        [.. hook.Requests.Where(request => !IsQuestion(request)).Select(request => (Parse(request)["key"]!.GetValue<string>(), request.Head))];

    private static bool IsQuestion(WireRequest request) => Parse(request)["ask"]!.GetValue<string>() == "state";

    private static JsonObject Parse(WireRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    private static JsonObject Answer(JsonObject asked, string state) => new()
    {
        ["format"] = "suspension-state/1",
        ["key"] = asked["key"]!.GetValue<string>(),
        ["asset"] = asked["asset"]!.GetValue<string>(),
        ["chain"] = asked["chain"]!.GetValue<string>(),
        ["direction"] = asked["direction"]!.GetValue<string>(),
        ["state"] = state,
    };

    private static string With(JsonObject answer, string member, string value)
    {
        answer[member] = value;
        return answer.ToJsonString();
    }
}
