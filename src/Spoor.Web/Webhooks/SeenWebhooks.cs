namespace Spoor.Web.Webhooks;

/// <summary>The webhooks that a receiver took in lately, so that one sent again is known as such.</summary>
/// <remarks>
/// Ids are kept twice as long as a signature is believed: an older copy is <see cref="WebhookVerdict.Stale"/> already.
/// A sender that did not hear the answer sends again with the same id and a new timestamp, perhaps much later; a
/// receiver whose deeds must not be doubled therefore keeps the alert and number of what it did, too.
/// </remarks>
public sealed class SeenWebhooks(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether an id comes for the first time.</summary>
    public bool IsNew(string id)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (string old in _seen.Where(entry => now - entry.Value > 2 * WebhookSignature.Tolerance).Select(entry => entry.Key).ToList())
            {
                _seen.Remove(old);
            }

            return _seen.TryAdd(id, now);
        }
    }
}
