namespace Spoor.Web.Accounts;

/// <summary>Counts wrong keys, passwords and tokens by where they come from, and says when enough is enough.</summary>
/// <remarks>Sessions that are open stay so: who guesses from the same address as a colleague does not throw that colleague out.</remarks>
public sealed class GuessLimit(TimeProvider clock)
{
    public const int Allowed = 10;

    // Many addresses are cheap to have; what is remembered of them is bounded all the same.
    private const int MaxRemembered = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Wrong, DateTimeOffset Since)> _bySource = new(StringComparer.Ordinal);

    /// <summary>How long after its first wrong guess a source is asked to wait.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a source must wait; zero for not at all.</summary>
    public TimeSpan WaitOf(string source)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return _bySource.TryGetValue(source, out var seen) && seen.Wrong >= Allowed && now - seen.Since < Window
                ? Window - (now - seen.Since)
                : TimeSpan.Zero;
        }
    }

    public void Wrong(string source)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_bySource.Count >= MaxRemembered && !_bySource.ContainsKey(source))
            {
                Forget(now);
            }

            var seen = _bySource.GetValueOrDefault(source, (Wrong: 0, Since: now));
            _bySource[source] = now - seen.Since < Window ? (seen.Wrong + 1, seen.Since) : (1, now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (string old in _bySource.Where(seen => now - seen.Value.Since >= Window).Select(seen => seen.Key).ToList())
        {
            _bySource.Remove(old);
        }

        if (_bySource.Count >= MaxRemembered)
        {
            _bySource.Remove(_bySource.MinBy(seen => seen.Value.Since).Key);
        }
    }
}
