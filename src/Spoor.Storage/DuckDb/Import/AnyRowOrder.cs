using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>While it lasts, the engine may write rows in another order than they are read in, which is a fifth faster.</summary>
internal sealed class AnyRowOrder : IDisposable
{
    private readonly DuckDBConnection _connection;

    internal AnyRowOrder(DuckDBConnection connection)
    {
        _connection = connection;
        connection.Execute("SET preserve_insertion_order = false");
    }

    public void Dispose() => _connection.Execute("SET preserve_insertion_order = true");
}
