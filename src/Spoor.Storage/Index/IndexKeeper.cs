using DuckDB.NET.Data;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>Keeps the index of an open store: opens it, reads the later transfers, and drops it when it no longer fits.</summary>
/// <remarks>Every member but <see cref="Dispose"/> is called by whoever has the turn on the store's connection.</remarks>
internal sealed class IndexKeeper(IndexPlace? place, string storeFile) : IDisposable
{
    /// <summary>More later transfers than this are not held in memory: the log is read instead, until a new index is built.</summary>
    private const long MostTail = 1_000_000;

    private const string TailCountSql = "SELECT count(*) FROM transfers WHERE rowid >= $bound";

    private const string TouchesSql = "SELECT count(*) FROM (SELECT 1 FROM transfers WHERE chain = $chain AND block > $height AND rowid < $bound LIMIT 1) AS touched";

    // Others may still read what was dropped; it goes when the store is closed.
    private readonly List<AdjacencyIndex> _dropped = [];
    private AdjacencyIndex? _index;
    private IndexedTransfers? _current;
    private bool _isSought = place is not null;

    /// <summary>Is told why an index was dropped.</summary>
    internal Action<string>? Talk { get; set; }

    /// <summary>What the store holds, through its index; null without one.</summary>
    internal IndexedTransfers? Take(DuckDBConnection connection)
    {
        if (_current is null && Open(connection) is { } index)
        {
            try
            {
                _current = Read(connection, index);
            }
            catch (IndexDamagedException damage)
            {
                Drop(damage.Message);
            }
        }

        return _current;
    }

    /// <summary>Transfers were added or taken away at the end.</summary>
    internal void Changed() => _current = null;

    /// <summary>Before rows of a chain above a height are removed: an index that has any of them goes.</summary>
    internal void BeforeRemoval(DuckDBConnection connection, ChainId chain, long height)
    {
        place?.RowsChanged();
        if (Open(connection) is { } index
            && (long)connection.Scalar(TouchesSql, new("chain", chain.Value), new("height", height), new("bound", index.Catalog.Prefix.Bound))! > 0)
        {
            Drop($"transfers of {chain} above block {height} are taken back, and it has some of them");
        }

        Changed();
    }

    /// <summary>Deletes the index; the next answers come from the log.</summary>
    internal void Drop(string reason)
    {
        Changed();
        place?.RowsChanged();
        if (place is null || (!place.Exists && _index is null))
        {
            return;
        }

        place.Drop();
        _isSought = false;
        if (_index is not null)
        {
            _dropped.Add(_index);
            _index = null;
        }

        Talk?.Invoke($"The index {place.File} is dropped: {reason}. Answers come from the log; spoor index build makes a new one.");
    }

    /// <summary>A new index lies in its place.</summary>
    internal void Renew()
    {
        Changed();
        _isSought = true;
        if (_index is not null)
        {
            _dropped.Add(_index);
            _index = null;
        }
    }

    /// <summary>The index, if there is one that fits.</summary>
    internal AdjacencyIndex? Open(DuckDBConnection connection)
    {
        if (!_isSought)
        {
            return _index;
        }

        _isSought = false;
        if (!place!.Exists)
        {
            return null;
        }

        try
        {
            _index = AdjacencyIndex.Open(place.File);
            if (!_index.Catalog.Prefix.StillHolds(connection))
            {
                Drop($"it was built from other transfers than {storeFile} holds");
            }
            else if (!_index.Chains.All(chain => chain.HasSameList))
            {
                Talk?.Invoke($"The index {place.File} was built with another list of tokens: how busy addresses are is counted anew for each, which takes longer. spoor index build makes a new one.");
            }
        }
        catch (IndexDamagedException damage)
        {
            Drop(damage.Message);
        }

        return _index;
    }

    internal static long TailOf(DuckDBConnection connection, AdjacencyIndex index) =>
        (long)connection.Scalar(TailCountSql, new DuckDBParameter("bound", index.Catalog.Prefix.Bound))!;

    public void Dispose()
    {
        _index?.Dispose();
        _index = null;
        _dropped.ForEach(index => index.Dispose());
        _dropped.Clear();
    }

    private IndexedTransfers? Read(DuckDBConnection connection, AdjacencyIndex index)
    {
        if (!index.Catalog.Prefix.HasSameRows(connection))
        {
            Drop("rows of the log were moved when its file was compacted");
            return null;
        }

        if (TailOf(connection, index) > MostTail)
        {
            return null;
        }

        var tail = TransferRows.From(connection, index.Catalog.Prefix.Bound);
        return new(index, MemoryTransferStore.Load(tail), TailTouch.Of(index, tail));
    }
}
