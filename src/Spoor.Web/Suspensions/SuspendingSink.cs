using System.Threading.Channels;
using Spoor.Detection;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;

namespace Spoor.Web.Suspensions;

/// <summary>Suspends by policy when an alert is bad enough; a human releases it again, with <c>spoor respond resume</c>.</summary>
/// <remarks>Takes a notice and returns at once; what it does about it happens behind, one alert after the other. The same path as a human's wish.</remarks>
/// <param name="log">The log of acts of the incident; opened for one subject at a time, so that people can act, too.</param>
/// <param name="say">Takes what the person at the watch should hear.</param>
public sealed class SuspendingSink(SuspensionPolicy policy, string log, string incident, IExchangeHook hook, TimeProvider clock, Action<string> say) : IAlertSink, IAsyncDisposable
{
    private const int MostWaiting = 100;

    // Somebody else may be writing an act just then.
    private const int Attempts = 20;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    private readonly Channel<AlertNotice> _waiting = Channel.CreateBounded<AlertNotice>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HashSet<(string Alert, SuspensionSubject Subject)> _asked = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public HookPatience Patience { get; init; } = HookPatience.Usual;

    public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        if (policy.Fits(notice))
        {
            _waiting.Writer.TryWrite(notice);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Acts on what it was told until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var notice in _waiting.Reader.ReadAllAsync(cancellation))
        {
            if (!_done.Contains(notice.Alert) && await SuspendAsync(notice, cancellation))
            {
                _done.Add(notice.Alert);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        (hook as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> SuspendAsync(AlertNotice notice, CancellationToken cancellation)
    {
        try
        {
            bool isDone = true;
            foreach (var subject in policy.Subjects)
            {
                if (await SuspendAsync(notice, subject, cancellation) is { } standing)
                {
                    isDone &= standing.IsConfirmed;
                    say($"Policy {policy.Name}, {subject}: {(standing.IsConfirmed ? "suspended" : "suspension requested, not confirmed")}. {standing.Said}.");
                }
            }

            return isDone;
        }
        catch (Exception failure) when (failure is IOException or FormatException or UnauthorizedAccessException)
        {
            say($"Policy {policy.Name} could not suspend: {failure.Message}");
            return false;
        }
    }

    /// <returns>Null where a human opened it again.</returns>
    private async Task<SuspensionStanding?> SuspendAsync(AlertNotice notice, SuspensionSubject subject, CancellationToken cancellation)
    {
        using var acts = await OpenAsync(cancellation);
        bool isKnown = !_asked.Add((notice.Alert, subject));
        if (IsReleased(acts, subject, notice, isKnown))
        {
            return null;
        }

        var desk = new SuspensionDesk(acts, incident, hook, clock) { Patience = Patience };
        return await desk.AskAsync(SuspensionWish.Suspend, subject, policy.AuthorOf(notice), [], anew: false, cancellation);
    }

    // What a human opened again while the alert lasted stays open: the alert is no news to him. The acts tell it, too, to a watch that was started again.
    private bool IsReleased(ActFile acts, SuspensionSubject subject, AlertNotice notice, bool isKnown) =>
        SuspensionBook.Of(acts.Log, incident).Find(subject) is { Request: { Wish: SuspensionWish.Resume } }
        && (isKnown || acts.Log.Acts.Any(act => act.Kind == SuspensionActs.SuspendRequested && SuspensionSubject.Of(act) == subject && policy.IsFor(act, notice)));

    private async Task<ActFile> OpenAsync(CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return ActFile.Open(log);
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(BetweenAttempts, clock, cancellation);
            }
        }
    }
}
