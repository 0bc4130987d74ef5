namespace Spoor.Web.Serving;

/// <summary>Lets few answers that take long be worked out at once, and few wait; what was worked out is kept a while.</summary>
public sealed class HeavyWork(RequestLimits limits) : IDisposable
{
    private const long MaxKeptBytes = 64L << 20;

    private readonly SemaphoreSlim _turn = new(limits.HeavyAtOnce);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Bytes)>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, byte[] Bytes)> _order = [];
    private long _bytes;
    private int _waiting;
    private long _forgotten;

    /// <summary>How often everything was forgotten: who keeps something of their own asks whether it still holds.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    public void Dispose() => _turn.Dispose();

    /// <summary>The answer that is kept under a key, or a new one.</summary>
    /// <param name="key">Names everything that the answer depends on.</param>
    /// <exception cref="RefusalException">Too many wait already.</exception>
    public async Task<byte[]> AnswerAsync(string key, Func<CancellationToken, Task<byte[]>> work, CancellationToken cancellation)
    {
        if (Kept(key) is { } kept)
        {
            return kept;
        }

        return await RunAsync(async () => Kept(key) ?? Keep(key, await Task.Run(() => work(cancellation), cancellation)), cancellation);
    }

    /// <summary>Does what takes long when its turn has come.</summary>
    /// <exception cref="RefusalException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > limits.HeavyAtOnce + limits.HeavyWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new RefusalException(Problem.Busy, "Too many long answers are being worked out; try again in a moment.");
        }

        try
        {
            await _turn.WaitAsync(cancellation);
            try
            {
                return await work();
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Forgets everything: what answers depend on has changed.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _kept.Clear();
            _order.Clear();
            _bytes = 0;
            Interlocked.Increment(ref _forgotten);
        }
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

    private byte[] Keep(string key, byte[] bytes)
    {
        lock (_gate)
        {
            if (bytes.Length > MaxKeptBytes || _kept.ContainsKey(key))
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
