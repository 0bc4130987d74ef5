using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <summary>The blocks a store stands on, as rows of the table <c>blocks</c>.</summary>
internal static class BlockRows
{
    private const string AnySql = "SELECT count(*) FROM (SELECT 1 FROM blocks WHERE chain = $chain LIMIT 1) AS held";

    private const string TipSql = "SELECT max(height) FROM blocks WHERE chain = $chain";

    // Bounded from below instead of ORDER BY … LIMIT, so that row groups of lower blocks are never read.
    private const string FromSql = """
        SELECT height, hash, parent, time FROM blocks
        WHERE chain = $chain AND height >= $first
        ORDER BY height DESC
        """;

    private const string DeleteSql = "DELETE FROM blocks WHERE chain = $chain AND height > $height";

    private const string RangesSql = """
        SELECT b.chain, min(b.height), max(b.height), any_value(o.finalized),
            count(*) FILTER (b.gaps & 1 <> 0), count(*) FILTER (b.gaps & 2 <> 0),
            count(*) FILTER (b.gaps & 4 <> 0), count(*) FILTER (b.gaps & 8 <> 0), CAST(sum(b.refused) AS BIGINT)
        FROM blocks AS b LEFT JOIN sync_origins AS o ON o.chain = b.chain
        GROUP BY b.chain
        ORDER BY b.chain
        """;

    internal static bool Any(DuckDBConnection connection, ChainId chain) =>
        (long)connection.Scalar(AnySql, new DuckDBParameter("chain", chain.Value))! > 0;

    /// <summary>Height of the highest block; null when there is none.</summary>
    internal static long? Tip(DuckDBConnection connection, ChainId chain) =>
        connection.Scalar(TipSql, new DuckDBParameter("chain", chain.Value)) as long?;

    /// <summary>The blocks from a height on, highest first.</summary>
    internal static List<BlockHeader> From(DuckDBConnection connection, ChainId chain, long first)
    {
        using var command = connection.Prepare(FromSql, new("chain", chain.Value), new("first", first));
        using var reader = command.ExecuteReader();
        List<BlockHeader> headers = [];
        while (reader.Read())
        {
            headers.Add(new(
                chain,
                reader.GetInt64(0),
                TransferRows.Hash(reader, 1),
                reader.IsDBNull(2) ? null : TransferRows.Hash(reader, 2),
                reader.Utc(3)));
        }

        return headers;
    }

    internal static void Append(DuckDBConnection connection, IEnumerable<Block> blocks)
    {
        using var appender = connection.CreateAppender("main", "blocks");
        foreach (var block in blocks)
        {
            appender.CreateRow()
                .AppendValue(block.Chain.Value)
                .AppendValue(block.Height)
                .AppendValue(block.Header!.Hash.ToBytes())
                .AppendValue(block.Parent?.ToBytes())
                .AppendValue(block.Time.UtcDateTime)
                .AppendValue((byte)block.Gaps)
                .AppendValue(block.RefusedAmounts)
                .EndRow();
        }
    }

    internal static void Delete(DuckDBConnection connection, ChainId chain, long above) =>
        connection.Execute(DeleteSql, new("chain", chain.Value), new("height", above));

    /// <summary>What was read of each chain, in order of chain.</summary>
    internal static List<SyncedRange> Ranges(DuckDBConnection connection)
    {
        using var command = connection.Prepare(RangesSql);
        using var reader = command.ExecuteReader();
        List<SyncedRange> ranges = [];
        while (reader.Read())
        {
            ranges.Add(new(
                ChainId.Parse(reader.GetString(0)),
                reader.GetInt64(1),
                reader.GetInt64(2),
                reader.IsDBNull(3) ? null : reader.GetInt64(3),
                reader.GetInt64(4),
                reader.GetInt64(5),
                reader.GetInt64(6),
                reader.GetInt64(7),
                reader.GetInt64(8)));
        }

        return ranges;
    }
}
