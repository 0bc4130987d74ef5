using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The blocks a file spans, and whether the store holds anything of them.</summary>
internal sealed record StagedRange(long Transfers, long Rounded, long Lowest, long Highest, bool IsHeld)
{
    private const string RangeSql = """
        SELECT count(*), count(*) FILTER (WHERE quality = 1), coalesce(min(block), 0), coalesce(max(block), 0)
        FROM import_staged WHERE outcome = 0
        """;

    private const string HeldSql = """
        SELECT count(*) FROM (
            SELECT 1 FROM transfers
            WHERE block BETWEEN $lowest AND $highest AND chain IN (SELECT DISTINCT chain FROM import_staged WHERE outcome = 0)
            LIMIT 1) AS held
        """;

    internal static StagedRange Of(DuckDBConnection connection)
    {
        using var command = connection.Prepare(RangeSql);
        using var reader = command.ExecuteReader();
        reader.Read();
        var range = new StagedRange(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), false);
        bool isHeld = range.Transfers > 0
            && (long)connection.Scalar(HeldSql, new("lowest", range.Lowest), new("highest", range.Highest))! > 0;
        return range with { IsHeld = isHeld };
    }
}
