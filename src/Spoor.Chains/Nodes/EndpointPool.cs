namespace Spoor.Chains.Nodes;

/// <summary>The endpoints in order of preference, and which of them rest after failures.</summary>
internal sealed class EndpointPool(IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, TimeProvider time)
{
    private readonly Entry[] _entries = [.. endpoints.Select(endpoint => new Entry(endpoint, new(limits.RequestsPerSecond, time)))];
    private readonly Backoff _backoff = new(limits.FirstDelay, limits.MaxDelay, limits.Seed);
    private readonly Lock _lock = new();

    public int Count => _entries.Length;

    /// <summary>The endpoint to use now, after its rest and in its turn.</summary>
    /// <param name="refused">Those which said no to this very question for good.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<NodeEndpoint> NextAsync(IReadOnlySet<NodeEndpoint> refused, CancellationToken cancellation)
    {
        while (true)
        {
            var (entry, rest) = ChooseNow(refused);
            if (rest <= TimeSpan.Zero)
            {
                await entry.Pace.TakeAsync(cancellation);
                (entry, rest) = ChooseNow(refused, entry);
            }

            if (rest <= TimeSpan.Zero)
            {
                return entry.Endpoint;
            }

            // Others may fail there while this one rests; so it is looked at again.
            await Task.Delay(rest, time, cancellation);
        }
    }

    /// <summary>Waits for one more turn at an endpoint.</summary>
    public Task TakeTurnAsync(NodeEndpoint endpoint, CancellationToken cancellation) => Find(endpoint).Pace.TakeAsync(cancellation);

    public void Succeeded(NodeEndpoint endpoint)
    {
        lock (_lock)
        {
            var entry = Find(endpoint);
            entry.Failures = 0;
            entry.RetryAt = entry.PreferAgainAt = DateTimeOffset.MinValue;
        }
    }

    /// <param name="endpoint">Which failed.</param>
    /// <param name="asked">The rest it asked for itself.</param>
    public void Failed(NodeEndpoint endpoint, TimeSpan? asked)
    {
        var backoff = _backoff.After(Find(endpoint).Failures + 1);
        var wanted = asked > limits.MaxRetryAfter ? limits.MaxRetryAfter : asked ?? TimeSpan.Zero;
        var rest = wanted > backoff ? wanted : backoff;
        lock (_lock)
        {
            var entry = Find(endpoint);
            var now = time.GetUtcNow();
            entry.Failures++;
            entry.RetryAt = Later(entry.RetryAt, now + rest);
            entry.PreferAgainAt = Later(entry.PreferAgainAt, now + (rest > limits.CoolDown ? rest : limits.CoolDown));
        }
    }

    private (Entry Entry, TimeSpan Wait) ChooseNow(IReadOnlySet<NodeEndpoint> refused, Entry? chosen = null)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var entry = chosen ?? Choose(refused, now);
            return (entry, entry.RetryAt - now);
        }
    }

    // The first that is not cooling down; when all are, the one whose rest ends first.
    private Entry Choose(IReadOnlySet<NodeEndpoint> refused, DateTimeOffset now)
    {
        var open = _entries.Where(entry => !refused.Contains(entry.Endpoint)).ToList();
        return open.FirstOrDefault(entry => entry.PreferAgainAt <= now) ?? open.MinBy(entry => entry.RetryAt)!;
    }

    private Entry Find(NodeEndpoint endpoint) => _entries.First(entry => ReferenceEquals(entry.Endpoint, endpoint));

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class Entry(NodeEndpoint endpoint, RequestPace pace)
    {
        public NodeEndpoint Endpoint { get; } = endpoint;

        public RequestPace Pace { get; } = pace;

        public int Failures { get; set; }

        /// <summary>Before this it is not asked at all.</summary>
        public DateTimeOffset RetryAt { get; set; }

        /// <summary>Before this others are preferred.</summary>
        public DateTimeOffset PreferAgainAt { get; set; }
    }
}
