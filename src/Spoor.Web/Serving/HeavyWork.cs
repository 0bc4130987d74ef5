using System.Threading.RateLimiting;

namespace Spoor.Web.Serving;

/// <summary>Lets few answers that take long be worked out at once, and few wait; what was worked out is kept a while.</summary>
public sealed class HeavyWork(RequestLimits limits) : IDisposable
{
    private const long MaxKeptBytes = 64L << 20;

    // Work that outlasts the server may still give its turn back.
    private readonly ConcurrencyLimiter _turns = new(new()
    {
        PermitLimit = limits.HeavyAtOnce,
        QueueLimit = limits.HeavyWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Bytes)>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, byte[] Bytes)> _order = [];
    private long _bytes;
    private long _changes;

    /// <summary>How often everything was forgotten: who keeps something of their own asks whether it still holds.</summary>
    public long Forgotten => Interlocked.Read(ref _changes);

    public void Dispose() => _turns.Dispose();

    /// <summary>The answer that is kept under a key, or a new one.</summary>
    /// <param name="key">Names everything that the answer depends on.</param>
    /// <exception cref="RefusalException">Too many wait already.</exception>
    public async Task<byte[]> AnswerAsync(string key, Func<CancellationToken, Task<byte[]>> work, CancellationToken cancellation) =>
        Kept(key) ?? await TurnAsync(token => WorkOutAsync(key, work, token), cancellation);

    /// <summary>Work whose outcome is kept elsewhere, when it is its turn.</summary>
    /// <exception cref="RefusalException">Too many wait already.</exception>
    public async Task<T> TurnAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var turn = await TurnAsync(cancellation);
        using var span = RequestTrace.Part("work");
        return await Task.Run(() => work(cancellation), cancellation);
    }

    private async Task<RateLimitLease> TurnAsync(CancellationToken cancellation)
    {
        using var span = RequestTrace.Part("wait");
        var turn = await _turns.AcquireAsync(1, cancellation);
        return turn.IsAcquired ? turn : throw new RefusalException(Problem.Busy, "Too many long answers are being worked out; try again in a moment.");
    }

    /// <summary>Forgets everything: what answers depend on has changed.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _changes++;
            _kept.Clear();
            _order.Clear();
            _bytes = 0;
        }
    }

    private async Task<byte[]> WorkOutAsync(string key, Func<CancellationToken, Task<byte[]>> work, CancellationToken cancellation)
    {
        if (Kept(key) is { } meanwhile)
        {
            return meanwhile;
        }

        long changes = Interlocked.Read(ref _changes);
        return Keep(key, await work(cancellation), changes);
    }

    private byte[]? Kept(string key)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Bytes;
        }
    }

    // What was worked out while the store changed is not kept.
    private byte[] Keep(string key, byte[] bytes, long changes)
    {
        lock (_gate)
        {
            if (changes != _changes || bytes.Length > MaxKeptBytes || _kept.ContainsKey(key))
            {
                return bytes;
            }

            _kept[key] = _order.AddFirst((key, bytes));
            _bytes += bytes.Length;
            while (_bytes > MaxKeptBytes && _order.Last is { } oldest)
            {
                _order.RemoveLast();
                _kept.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Bytes.Length;
            }
        }

        return bytes;
    }
}
