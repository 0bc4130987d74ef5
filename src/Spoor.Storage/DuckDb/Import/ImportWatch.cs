using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Asks the engine five times a second how far its statement is, for whoever draws a bar.</summary>
internal sealed class ImportWatch : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private readonly Timer? _timer;
    private long _rows;

    internal ImportWatch(DuckDBConnection connection, IProgress<ImportProgress>? progress)
    {
        if (progress is null)
        {
            return;
        }

        // The engine keeps count only when it is asked to show a bar.
        connection.Execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
        _timer = new(
            _ =>
            {
                long rows = Interlocked.Read(ref _rows);
                double fraction = Math.Clamp(connection.GetQueryProgress().Percentage / 100, 0, 1);
                progress.Report(new(rows == 0 ? ImportStep.Reading : ImportStep.Storing, rows, fraction));
            },
            null,
            Every,
            Every);
    }

    /// <summary>The file is read; what follows is storing.</summary>
    internal void AllRead(long rows) => Interlocked.Exchange(ref _rows, rows);

    // Waits for a report under way: it must not ask a connection that is given back.
    public void Dispose()
    {
        if (_timer is null)
        {
            return;
        }

        using var stopped = new ManualResetEvent(false);
        if (_timer.Dispose(stopped))
        {
            stopped.WaitOne();
        }
    }
}
