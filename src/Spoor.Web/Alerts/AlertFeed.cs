using Spoor.Response.Watching;
using Spoor.Web.Serving;

namespace Spoor.Web.Alerts;

/// <summary>All alerts that a visitor may be shown: those of the alert file as they come, those of the last replay, and who took note.</summary>
internal sealed class AlertFeed(ServeSettings settings, WatchReplays replays, AcknowledgementFile acknowledgements) : IDisposable
{
    private readonly AlertBook _book = new(settings.AlertFile);
    private readonly SemaphoreSlim _turn = new(1);
    private ToldAlerts _now = ToldAlerts.None;

    public void Dispose() => _turn.Dispose();

    /// <summary>What is known now; the same object as before where nothing came.</summary>
    /// <exception cref="FormatException">The acknowledgements were changed after they were written.</exception>
    public async Task<ToldAlerts> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            bool isNew = await _book.ReadOnAsync(cancellation);
            var (noted, replay) = (acknowledgements.All(), replays.Last());
            if (isNew || !ReferenceEquals(noted, _now.Noted) || !ReferenceEquals(replay, _now.Replay))
            {
                _now = Joined([.. _book.Newest], noted, replay);
            }

            return _now;
        }
        finally
        {
            _turn.Release();
        }
    }

    // A replay gives an alert of a live watch again, under the same id: what was told live counts.
    private ToldAlerts Joined(IReadOnlyList<ToldAlert> live, ILookup<string, Acknowledgement> noted, ReplayedWatch? replay)
    {
        var known = live.Select(alert => alert.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            All = [.. live.Concat((replay?.Alerts ?? []).Where(alert => !known.Contains(alert.Id))).OrderByDescending(alert => alert.Time)],
            Noted = noted,
            Replay = replay,
            Unreadable = _book.Unreadable,
        };
    }
}
