using DuckDB.NET.Data;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Spoor.Storage.Index.Building;

/// <summary>Reads rows of the log from the vectors of the engine as they lie there, on a connection of its own.</summary>
internal sealed unsafe class LogScan(DuckDBConnection connection, string path, long bound) : IDisposable
{
    // By range of blocks: the smallest and largest block of each row group say which of them are read at all.
    private const string RowsSql = """
        SELECT block, tx_index, phase, idx, time, tx, kind, sender, recipient, asset, amount, quality, occurrence, output_tx, output_index
        FROM transfers
        WHERE chain = $1 AND block BETWEEN $2 AND $3 AND rowid < $4
        """;

    public void Dispose() => connection.Dispose();

    /// <summary>The rows of a range in order.</summary>
    /// <param name="part">Where they go.</param>
    internal LogPart Read(LogRange range, LogPart part, CancellationToken cancellation)
    {
        part.Begin(range);
        Hold(PreparedStatements.DuckDBPrepare(connection.NativeConnection, RowsSql, out var statement));
        using (statement)
        {
            Hold(PreparedStatements.DuckDBBindVarchar(statement, 1, range.Chain));
            Hold(PreparedStatements.DuckDBBindInt64(statement, 2, range.First));
            Hold(PreparedStatements.DuckDBBindInt64(statement, 3, range.Last));
            Hold(PreparedStatements.DuckDBBindInt64(statement, 4, bound));
            var state = PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result);
            try
            {
                Hold(state, ref result);
                Take(part, ref result, cancellation);
            }
            finally
            {
                Query.DuckDBDestroyResult(ref result);
            }
        }

        part.Sort();
        return part;
    }

    private void Take(LogPart part, ref DuckDBResult result, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            using var chunk = StreamingResult.DuckDBStreamFetchChunk(result);
            if (chunk.IsInvalid || DataChunks.DuckDBDataChunkGetSize(chunk) == 0)
            {
                break;
            }

            part.Add(chunk);
        }

        if (part.Count != part.Range.Rows)
        {
            throw new StorageException(path, $"{part.Count} rows came of {part.Range.Rows}", "Please report it with the command you ran.");
        }
    }

    private void Hold(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            throw new StorageException(path, "the engine did not take the reading of the log", "Please report it with the command you ran.");
        }
    }

    private void Hold(DuckDBState state, ref DuckDBResult result)
    {
        if (state != DuckDBState.Success)
        {
            throw new StorageException(path, $"the log cannot be read ({Query.DuckDBResultError(ref result)})", "Check the file, or import again.");
        }
    }
}
