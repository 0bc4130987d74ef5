namespace Spoor.Storage.Index.Building;

/// <summary>Work that runs beside the taking up of what came before it; results come out in the order in which they were started.</summary>
/// <remarks>Disposing waits for what still runs: none may go on to read files that are closed.</remarks>
internal sealed class Ahead<T>(CancellationToken cancellation) : IAsyncDisposable
{
    private readonly Queue<Task<T>> _running = [];

    internal bool IsEmpty => _running.Count == 0;

    internal void Start(Func<T> work) => _running.Enqueue(Task.Run(work, cancellation));

    internal async Task<T> NextAsync()
    {
        var result = await _running.Peek();
        _ = _running.Dequeue();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var task in _running)
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
