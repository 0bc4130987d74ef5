using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Spoor.Detection;
using Spoor.Records;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;
using Spoor.Tests.Storage;
using Spoor.Web.Suspensions;

namespace Spoor.Tests.Web.Suspensions;

public sealed class SuspendingSinkTests : IDisposable
{
    private static readonly SuspensionPolicy Policy = new(
        "drain", AlertSeverity.High, [SuspensionSubject.Of("ETH", "eip155:1", ServiceDirection.Deposits), SuspensionSubject.Of("ETH", "eip155:1", ServiceDirection.Withdrawals)]);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Log => DeskFolder.At(_folder.Path).LogOf("live");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_alert_that_is_bad_enough_suspends_and_the_acts_name_the_policy()
    {
        var said = await RunAsync(2, Notices.Of(1) with { Severity = AlertSeverity.Critical, Class = AlertClass.Drain, Stage = AlertStage.Start });

        var log = ActFile.Read(Log);
        Assert.Equal(["suspend.requested", "suspend.confirmed", "suspend.requested", "suspend.confirmed"], log.Acts.Select(act => act.Kind));
        Assert.Equal("policy drain", log.Acts[0].By);
        Assert.All(said, words => Assert.Contains(": suspended.", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_of_the_same_alert_does_nothing_more()
    {
        var notice = Notices.Of(1) with { Severity = AlertSeverity.Critical, Class = AlertClass.Drain, Stage = AlertStage.Start };

        await RunAsync(4, notice, notice with { Number = 2, Stage = AlertStage.Update }, notice with { Alert = "another" });

        Assert.Equal(2, ActFile.Read(Log).Acts.Count(act => act.Kind == "suspend.requested"));
    }

    [Fact]
    public async Task What_a_human_opened_again_stays_open_when_the_watch_is_started_again()
    {
        var notice = Notices.Of(1) with { Severity = AlertSeverity.Critical, Class = AlertClass.Drain, Stage = AlertStage.Start };
        await RunAsync(2, notice);
        using (var acts = ActFile.Open(Log))
        {
            await new SuspensionDesk(acts, "live", new ObedientHook(), TimeProvider.System)
                .AskAsync(SuspensionWish.Resume, Policy.Subjects[0], ActAuthor.OfPerson("Ana", "a false alarm"), [], anew: false, Cancellation);
        }

        await RunAsync(3, notice with { Number = 2, Stage = AlertStage.Update }, notice with { Alert = "another" });

        var again = ActFile.Read(Log).Acts.Where(act => act.Kind == "suspend.requested").Skip(2);
        Assert.StartsWith("alert another (", Assert.Single(again).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_can_act_between_one_subject_and_the_next()
    {
        int acted = 0;
        await RunAsync(
            2,
            () =>
            {
                using var acts = ActFile.Open(Log);
                acted++;
            },
            Notices.Of(1) with { Severity = AlertSeverity.Critical, Class = AlertClass.Drain, Stage = AlertStage.Start });

        Assert.Equal(2, acted);
    }

    [Theory]
    [InlineData(AlertSeverity.Medium, AlertClass.Drain, AlertStage.Start)]
    [InlineData(AlertSeverity.Critical, AlertClass.Rescue, AlertStage.Update)]
    [InlineData(AlertSeverity.Critical, AlertClass.Tracked, AlertStage.End)]
    [InlineData(AlertSeverity.Critical, AlertClass.Drain, AlertStage.Retracted)]
    [InlineData(AlertSeverity.Critical, AlertClass.Drain, AlertStage.End)]
    public void What_is_less_or_something_else_is_no_reason(AlertSeverity severity, AlertClass kind, AlertStage stage) =>
        Assert.False(Policy.Fits(Notices.Of(1) with { Severity = severity, Class = kind, Stage = stage }));

    [Fact]
    public async Task Only_a_human_resumes()
    {
        using var acts = ActFile.Open(Log);
        var desk = new SuspensionDesk(acts, "live", new ObedientHook(), TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.AskAsync(SuspensionWish.Resume, Policy.Subjects[0], ActAuthor.OfPolicy("drain", "over"), [], anew: false, Cancellation));
        var standing = await desk.AskAsync(SuspensionWish.Resume, Policy.Subjects[0], ActAuthor.OfPerson("Ana", "over"), [], anew: false, Cancellation);

        Assert.True(standing.IsConfirmed);
    }

    private Task<IReadOnlyList<string>> RunAsync(int words, params AlertNotice[] notices) => RunAsync(words, () => { }, notices);

    // Until so many words were said, or the time limit of the test fails it.
    private async Task<IReadOnlyList<string>> RunAsync(int words, Action heard, params AlertNotice[] notices)
    {
        var said = new ConcurrentQueue<string>();
        var enough = new TaskCompletionSource();
        await using var sink = new SuspendingSink(Policy, Log, "live", new ObedientHook(), TimeProvider.System, text =>
        {
            heard();
            said.Enqueue(text);
            if (said.Count == words)
            {
                enough.TrySetResult();
            }
        });
        foreach (var notice in notices)
        {
            await sink.TellAsync(notice, Cancellation);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = sink.RunAsync(stop.Token);
        await enough.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return [.. said];
    }

    private sealed class ObedientHook : IExchangeHook
    {
        public string ShownName => "test";

        public Task<HookAnswer> AskAsync(string id, byte[] body, CancellationToken cancellation)
        {
            var asked = JsonNode.Parse(body)!.AsObject();
            return Task.FromResult<HookAnswer>(new HookAnswer.Answered(CanonicalJson.Of(new JsonObject
            {
                ["format"] = "suspension-state/1",
                ["key"] = asked["key"]!.GetValue<string>(),
                ["asset"] = asked["asset"]!.GetValue<string>(),
                ["chain"] = asked["chain"]!.GetValue<string>(),
                ["direction"] = asked["direction"]!.GetValue<string>(),
                ["state"] = asked["want"]!.GetValue<string>(),
            })));
        }
    }
}
