namespace Spoor.Chains.Nodes;

/// <summary>Spaces the requests to one endpoint evenly, so that a provider's limit is never met.</summary>
internal sealed class RequestPace(int? perSecond, TimeProvider time)
{
    private readonly TimeSpan _gap = perSecond is { } rate ? TimeSpan.FromSeconds(1) / rate : TimeSpan.Zero;
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Waits for this request's turn.</summary>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        if (_gap == TimeSpan.Zero)
        {
            return;
        }

        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + _gap;
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
        }
    }
}
