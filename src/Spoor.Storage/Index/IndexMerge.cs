namespace Spoor.Storage.Index;

/// <summary>Builds the index anew beside the work of an open store once many transfers came after it.</summary>
/// <remarks>What came later is held in memory and told from there; past a bound the log would be read instead. Only a store that has an index gets a new one.</remarks>
internal sealed class IndexMerge(Func<CancellationToken, Task> build) : IDisposable
{
    private const long Fewest = 50_000;
    private const long Most = 500_000;

    // A merge writes the whole file, so that it waits for a share of it.
    private const int Share = 20;

    private readonly CancellationTokenSource _end = new();
    private readonly ManualResetEvent _idle = new(initialState: true);
    private volatile bool _isRunning;
    private long? _later;

    /// <summary>So many later transfers begin a merge; null for what suits the size of the index.</summary>
    internal long? After { get; set; }

    /// <summary>Why the last merge came to nothing; null where it did not.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Transfers were added; called by whoever has the turn on the store's connection.</summary>
    /// <param name="added">How many.</param>
    /// <param name="index">The index, if there is one.</param>
    /// <param name="countLater">Counts what came after it, the first time.</param>
    internal void Added(long added, AdjacencyIndex? index, Func<AdjacencyIndex, long> countLater)
    {
        if (index is null)
        {
            return;
        }

        _later = _later is { } known ? known + added : countLater(index);
        if (_later >= (!index.Chains.All(chain => chain.HasSameList) ? 0 : After ?? Math.Clamp(index.Catalog.Prefix.Rows / Share, Fewest, Most)) && !_isRunning && !_end.IsCancellationRequested)
        {
            _later = null;
            _isRunning = true;
            _idle.Reset();
            _ = Task.Run(RunAsync);
        }
    }

    public void Dispose()
    {
        _end.Cancel();

        // A store is closed at once; the connections of the build must be, before its own is.
        _idle.WaitOne();
        _end.Dispose();
        _idle.Dispose();
    }

    // A merge is a service: whatever keeps it from its end, the index and the tail answer as before.
    private async Task RunAsync()
    {
        try
        {
            await build(_end.Token);
            Failure = null;
        }
        catch (Exception failure) when (failure is OperationCanceledException or StorageException or IOException or DuckDB.NET.Data.DuckDBException or InvalidOperationException)
        {
            Failure = failure;
        }
        finally
        {
            _idle.Set();
            _isRunning = false;
        }
    }
}
