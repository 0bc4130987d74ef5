using System.Diagnostics;
using Spoor.Web.Alerts;

namespace Spoor.Web.Webhooks;

/// <summary>Brings one target every notice of the alert file, in order, each at least once; a slow or dead target keeps nobody waiting.</summary>
public sealed class WebhookCourier(WebhookTarget target, AlertLog log, WebhookFiles files, TimeProvider clock, Action<WebhookReport> report) : IDisposable
{
    private static readonly ActivitySource Source = new("Spoor");

    private readonly WebhookSender _sender = new(target, clock);
    private int _next = files.Next();

    public WebhookPatience Patience { get; init; } = WebhookPatience.Usual;

    public WebhookTarget Target => target;

    /// <summary>How many notices the target does not have yet.</summary>
    public int Pending => log.Count - Volatile.Read(ref _next);

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var entry = await log.EntryAsync(_next, cancellation);
            if (target.Owner is null || target.Owner == entry.Owner)
            {
                await PersistAsync(entry, () => DeliverAsync(entry, log.Read(entry), cancellation), cancellation);
            }

            await PersistAsync(entry, () => NoteAsync(entry), cancellation);
            Volatile.Write(ref _next, _next + 1);
        }
    }

    public void Dispose() => _sender.Dispose();

    private Task NoteAsync(AlertEntry entry)
    {
        files.Reached(entry.Line.Next);
        return Task.CompletedTask;
    }

    // A full disk or a folder that is gone passes when somebody sees to it; whoever watches goes on meanwhile.
    private async Task PersistAsync(AlertEntry entry, Func<Task> work, CancellationToken cancellation)
    {
        for (int attempts = 1; ; attempts++)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                var again = clock.GetUtcNow() + Patience.WaitAfter(attempts, null);
                report(new WebhookReport.Failed(target, WebhookSignature.IdOf(entry), attempts, failure.Message, again));
                await UntilAsync(again, cancellation);
            }
        }
    }

    private async Task DeliverAsync(AlertEntry entry, byte[] document, CancellationToken cancellation)
    {
        string id = WebhookSignature.IdOf(entry);
        DateTimeOffset? refusedSince = null;
        for (int attempts = 1; ; attempts++)
        {
            var answer = await SendAsync(entry, id, document, attempts, cancellation);
            var now = clock.GetUtcNow();
            if (answer is WebhookAnswer.Taken)
            {
                report(new WebhookReport.Delivered(target, id, attempts, now - entry.Seen));
                return;
            }

            refusedSince = answer is WebhookAnswer.Refused ? refusedSince ?? now : null;
            if (now - (refusedSince ?? entry.Seen) >= (refusedSince is null ? Patience.Down : Patience.Refused))
            {
                files.PutAside(id, document, attempts, WhyOf(answer), now);
                report(new WebhookReport.GivenUp(target, id, attempts, WhyOf(answer), files.DeadLetters));
                return;
            }

            var again = now + Patience.WaitAfter(attempts, (answer as WebhookAnswer.Down)?.After);
            report(new WebhookReport.Failed(target, id, attempts, WhyOf(answer), again));
            await UntilAsync(again, cancellation);
        }
    }

    private async Task<WebhookAnswer> SendAsync(AlertEntry entry, string id, byte[] document, int attempt, CancellationToken cancellation)
    {
        using var span = Source.StartActivity("webhook", ActivityKind.Client, entry.Trace);
        span?.SetTag("spoor.webhook.id", id).SetTag("spoor.webhook.target", target.ShownName).SetTag("spoor.webhook.attempt", attempt).SetTag("spoor.notices", 1);
        var answer = await _sender.SendAsync(id, document, cancellation);
        if (answer is not WebhookAnswer.Taken)
        {
            span?.SetStatus(ActivityStatusCode.Error, WhyOf(answer));
        }

        return answer;
    }

    // The moment is fixed before anybody hears of it: a clock that is moved in between is not waited for twice.
    private async Task UntilAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var left = moment - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellation);
        }
    }

    private static string WhyOf(WebhookAnswer answer) => answer switch
    {
        WebhookAnswer.Refused refused => refused.Why,
        WebhookAnswer.Down down => down.Why,
        _ => "",
    };
}
