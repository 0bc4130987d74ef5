using DuckDB.NET.Data;

namespace Spoor.Storage.Index;

/// <summary>The rows of the log that an index covers: those with a row id below a bound.</summary>
/// <remarks>
/// Rows are added at the end. Removing rows at or above the bound leaves the ids below it alone; whoever changes or removes
/// one below it drops the index first. Removed rows may let later ones move down when the file is compacted: then the count
/// differs. The fingerprint is over a few rows and tells another file from this one.
/// </remarks>
internal readonly record struct LogPrefix(long Bound, long Rows, ulong Fingerprint)
{
    private const int Samples = 16;

    private const string BoundSql = "SELECT coalesce(max(rowid) + 1, 0) FROM transfers";

    private const string CountSql = "SELECT count(*) FROM transfers WHERE rowid < $bound";

    private const string SampleSql = """
        SELECT md5_number_lower(concat_ws('|', chain, block, tx_index, phase, idx, time, hex(tx), kind, hex(sender), hex(recipient), asset, amount, quality, occurrence, hex(output_tx), output_index))
        FROM transfers WHERE rowid = $row
        """;

    /// <summary>All rows there are.</summary>
    internal static LogPrefix Of(DuckDBConnection connection)
    {
        long bound = Convert.ToInt64(DuckDb.DuckDbStatements.Scalar(connection, BoundSql), System.Globalization.CultureInfo.InvariantCulture);
        return new(bound, CountOf(connection, bound), FingerprintOf(connection, bound));
    }

    /// <summary>Whether the rows below the bound are still the ones the index was built from.</summary>
    internal bool StillHolds(DuckDBConnection connection) =>
        CountOf(connection, Bound) == Rows && FingerprintOf(connection, Bound) == Fingerprint;

    /// <summary>Whether no later row has moved below the bound.</summary>
    internal bool HasSameRows(DuckDBConnection connection) => CountOf(connection, Bound) == Rows;

    private static long CountOf(DuckDBConnection connection, long bound) =>
        (long)DuckDb.DuckDbStatements.Scalar(connection, CountSql, new DuckDBParameter("bound", bound))!;

    private static ulong FingerprintOf(DuckDBConnection connection, long bound)
    {
        var hash = new System.IO.Hashing.XxHash3();
        for (int i = 0; i < Samples && bound > 0; i++)
        {
            object? row = DuckDb.DuckDbStatements.Scalar(connection, SampleSql, new DuckDBParameter("row", (bound - 1) * i / (Samples - 1)));
            hash.Append(BitConverter.GetBytes(row is ulong found ? found : 0));
        }

        return hash.GetCurrentHashAsUInt64();
    }
}
