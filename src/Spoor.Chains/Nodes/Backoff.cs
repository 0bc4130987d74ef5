namespace Spoor.Chains.Nodes;

/// <summary>How long to rest after failures in a row: doubling from a first delay up to a largest, with jitter.</summary>
/// <remarks>
/// "Equal jitter": half of the delay is kept, half is drawn, so that many clients of one node do not come back together
/// and none comes back at once (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
/// </remarks>
internal sealed class Backoff(TimeSpan first, TimeSpan max, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    public TimeSpan After(int failures)
    {
        // 2^30 first delays are beyond any largest one.
        long full = Math.Min(max.Ticks, first.Ticks << Math.Clamp(failures - 1, 0, 30));
        lock (_lock)
        {
            return TimeSpan.FromTicks((full / 2) + _random.NextInt64((full / 2) + 1));
        }
    }
}
