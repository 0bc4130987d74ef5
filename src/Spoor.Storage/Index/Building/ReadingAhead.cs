namespace Spoor.Storage.Index.Building;

/// <summary>Workers that read the next ranges while the last one is taken up; they come out in order.</summary>
internal sealed class ReadingAhead : IAsyncDisposable
{
    private readonly IReadOnlyList<LogRange> _ranges;
    private readonly LogScan[] _scans;
    private readonly Ahead<LogPart> _running;
    private readonly Queue<LogPart> _free = [];
    private readonly ulong _seed;
    private readonly CancellationTokenSource _end;
    private int _started;

    internal ReadingAhead(IReadOnlyList<LogRange> ranges, Func<LogScan> open, BuildPlan plan, CancellationToken cancellation)
    {
        (_ranges, _seed) = (ranges, plan.Seed);
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _running = new(_end.Token);
        _scans = [.. Enumerable.Range(0, Math.Min(plan.Workers, ranges.Count)).Select(_ => open())];
        Array.ForEach(_scans, _ => Start());
    }

    /// <summary>The next range's rows; the worker that read them goes on at once.</summary>
    internal async Task<LogPart> NextAsync()
    {
        var part = await _running.NextAsync();
        Start();
        return part;
    }

    /// <summary>A part is taken up: its room may be used for another range.</summary>
    internal void Return(LogPart part) => _free.Enqueue(part);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.DisposeAsync();
        Array.ForEach(_scans, scan => scan.Dispose());
        _end.Dispose();
    }

    // In turn: when a range is taken up, the worker that read it is free.
    private void Start()
    {
        if (_started < _ranges.Count)
        {
            var (scan, range) = (_scans[_started % _scans.Length], _ranges[_started]);
            _started++;
            var part = _free.TryDequeue(out var used) ? used : new(_seed);
            _running.Start(() => scan.Read(range, part, _end.Token));
        }
    }
}
