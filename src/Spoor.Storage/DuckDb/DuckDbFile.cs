using DuckDB.NET.Data;
using Spoor.Storage.Index;

namespace Spoor.Storage.DuckDb;

/// <summary>An open DuckDB file, its schema up to date, lent to one caller at a time.</summary>
/// <remarks>
/// A DuckDB connection is not safe between threads, and the temporary tables of the store's reads belong to the
/// connection: whoever works on the file does so inside <see cref="RunAsync"/>, and waits for a turn.
/// </remarks>
public sealed class DuckDbFile : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly string _source;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private DuckDbFile(DataFolder folder, DuckDBConnection connection, string source)
    {
        Path = folder.StoreFile;
        (_connection, _source) = (connection, source);
        IndexPlace = folder.IsInMemory ? null : new(folder.Path);
        Index = new(IndexPlace, Path);
    }

    /// <summary>The database file, or <c>:memory:</c>.</summary>
    public string Path { get; }

    /// <summary>The index beside the file.</summary>
    internal IndexKeeper Index { get; }

    /// <summary>Where it lies; null in memory.</summary>
    internal IndexPlace? IndexPlace { get; }

    /// <summary>Size on disk with the write-ahead log; 0 in memory.</summary>
    internal long Bytes => SizeOf(Path) + SizeOf(Path + ".wal");

    /// <summary>Opens the store of a folder, creating it when it is new and migrating it when it is older.</summary>
    /// <exception cref="StorageException">The file is in use, is not a store, or is of a newer Spoor.</exception>
    public static DuckDbFile Open(DataFolder folder)
    {
        folder.Create();
        // No extension is fetched from the network behind the user's back: an import works offline or says why not.
        string source = $"DataSource={folder.StoreFile};autoinstall_known_extensions=false;autoload_known_extensions=false";
        var connection = new DuckDBConnection(source);
        try
        {
            connection.Open();
            SchemaMigration.Run(connection, folder.StoreFile, SchemaScript.All);
            return new(folder, connection, source);
        }
        catch (DuckDBException failure)
        {
            connection.Dispose();
            throw DuckDbFailure.OnOpening(folder.StoreFile, failure);
        }
        catch (StorageException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Another connection to the same open file, for work that reads beside the one who has the turn.</summary>
    internal DuckDBConnection OpenBeside()
    {
        var connection = new DuckDBConnection(_source);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Index.Dispose();
        _connection.Dispose();
        _turn.Dispose();
    }

    /// <summary>Does work on the connection while nobody else does; a cancelled token interrupts the running statement.</summary>
    /// <exception cref="StorageException">DuckDB refused.</exception>
    internal Task<T> RunAsync<T>(Func<DuckDBConnection, T> work, CancellationToken cancellation) =>
        RunAwaitingAsync(connection => Task.FromResult(work(connection)), cancellation);

    /// <summary>As <see cref="RunAsync"/>, for work that waits for something besides the connection.</summary>
    internal async Task<T> RunAwaitingAsync<T>(Func<DuckDBConnection, Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // DuckDB has no asynchronous interface; a thread of the pool waits for it.
            return await Task.Run(() => AttemptAsync(work, cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>As <see cref="RunAsync"/>, all or nothing: an exception leaves the file as it was.</summary>
    internal Task<T> RunInTransactionAsync<T>(Func<DuckDBConnection, T> work, CancellationToken cancellation) =>
        RunAsync(
            connection =>
            {
                using var transaction = connection.BeginTransaction();
                var result = work(connection);
                cancellation.ThrowIfCancellationRequested();
                transaction.Commit();
                return result;
            },
            cancellation);

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } found ? found.Length : 0;

    private async Task<T> AttemptAsync<T>(Func<DuckDBConnection, Task<T>> work, CancellationToken cancellation)
    {
        using var interrupting = _connection.CreateCommand();
        using var registration = cancellation.Register(interrupting.Cancel);
        try
        {
            return await work(_connection);
        }
        catch (DuckDBException failure) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The statement was interrupted.", failure, cancellation);
        }
        catch (DuckDBException failure)
        {
            throw DuckDbFailure.OnWorking(Path, failure);
        }
    }
}
