using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Tells new transfers from repeated and known ones, and writes the new.</summary>
/// <remarks>
/// Almost every movement is one of a kind in its transaction, so occurrences are counted only for keys whose hash repeats.
/// The comparison with the store is left out when it holds nothing of these chains and blocks.
/// </remarks>
internal static class StagedIdentity
{
    private const string Key = "chain, tx, kind, sender, recipient, asset, amount, output_tx, output_index";

    // What tells most movements apart; the few that share it are compared by the whole key.
    private const string Hash = "hash(tx, sender, recipient, amount)";

    private static string RepeatsSql(string rows) => $"""
        CREATE OR REPLACE TEMP TABLE import_repeats AS
        SELECT {Hash} AS key FROM {rows} GROUP BY key HAVING count(*) > 1
        """;

    private const string KnownSql = "CREATE OR REPLACE TEMP TABLE import_known (id BIGINT, held BIGINT)";

    // What the file says stands at one place is one movement, however often it is said; so is a movement of which a
    // transaction has one at most. Other equal movements are several, in the order of their places or of the file.
    private static string OccurrencesSql(string rows, bool isPlaced) => $"""
        CREATE OR REPLACE TEMP TABLE import_occurrences AS
        SELECT id, occurrence, row_number() OVER (PARTITION BY {Key}, occurrence ORDER BY id) > 1 AS is_repeat
        FROM (
            SELECT id, {Key}, CAST(dense_rank() OVER (PARTITION BY {Key} ORDER BY place) - 1 AS INTEGER) AS occurrence
            FROM (
                SELECT rowid AS id, {Key},
                    {(isPlaced ? "(block, tx_index, phase, idx)" : "CASE WHEN once THEN 0 ELSE 1 + rowid END")} AS place
                FROM {rows} AND {Hash} IN (SELECT key FROM import_repeats)
            ) AS placed
        ) AS ranked
        """;

    // An output can be created once and spent once, so what is known of it does not matter for identity. Nor does the
    // amount where a transaction has one such movement and one of the two listings dropped digits.
    private const string CompareSql = $"""
        INSERT INTO import_known
        SELECT new.id, coalesce(min(held.rowid) FILTER (held.amount = new.amount), min(held.rowid))
        FROM (
            SELECT staged.rowid AS id, {Key}, quality, once, coalesce(occurrence, 0) AS occurrence
            FROM import_staged AS staged LEFT JOIN import_occurrences ON staged.rowid = import_occurrences.id
            WHERE outcome = 0 AND is_repeat IS NOT TRUE
        ) AS new
        JOIN (
            SELECT rowid, {Key}, quality, occurrence FROM transfers
            WHERE block BETWEEN $lowest AND $highest AND chain IN (SELECT DISTINCT chain FROM import_staged WHERE outcome = 0)
        ) AS held
        ON held.chain = new.chain AND held.tx = new.tx AND held.kind = new.kind AND held.asset = new.asset
            AND held.output_tx IS NOT DISTINCT FROM new.output_tx AND held.output_index IS NOT DISTINCT FROM new.output_index
        WHERE new.kind IN (5, 6) AND new.output_tx IS NOT NULL
            OR (held.sender IS NOT DISTINCT FROM new.sender AND held.recipient IS NOT DISTINCT FROM new.recipient
                AND held.occurrence = new.occurrence
                AND (held.amount = new.amount OR (new.once AND (held.quality = 1 AND new.quality = 0 OR held.quality = 0 AND new.quality = 1))))
        GROUP BY new.id
        """;

    /// <summary>Numbers equal transfers of the file in the temporary table <c>import_occurrences</c>.</summary>
    /// <param name="rows">Where the file's transfers are, as a table and a condition.</param>
    /// <returns>How many transfers have an equal.</returns>
    internal static long CountRepeats(DuckDBConnection connection, string rows, StatedOrder order)
    {
        connection.Execute(RepeatsSql(rows));
        connection.Execute(OccurrencesSql(rows, order != StatedOrder.Block));
        return (long)connection.Scalar("SELECT count(*) FROM import_occurrences")!;
    }

    internal static void Compare(DuckDBConnection connection, StagedRange range)
    {
        connection.Execute(KnownSql);
        if (range.IsHeld)
        {
            connection.Execute(CompareSql, new("lowest", range.Lowest), new("highest", range.Highest));
        }
    }

    /// <returns>How many transfers were new.</returns>
    internal static long Insert(DuckDBConnection connection, bool hasRepeats, bool isHeld)
    {
        string occurrence = hasRepeats ? "coalesce(import_occurrences.occurrence, 0)" : "0";
        string join = hasRepeats ? "LEFT JOIN import_occurrences ON import_occurrences.id = staged.rowid" : "";
        string isNew = (hasRepeats ? " AND is_repeat IS NOT TRUE" : "") + (isHeld ? " AND staged.rowid NOT IN (SELECT id FROM import_known)" : "");
        return connection.Execute(InsertSql(occurrence, $"import_staged AS staged {join} WHERE outcome = 0{isNew}"));
    }

    internal static string InsertSql(string occurrence, string rows) => $"""
        INSERT INTO transfers (
            chain, block, tx_index, phase, idx, time, tx, kind, sender, recipient, asset, amount, quality, occurrence, output_tx, output_index)
        SELECT chain, block, tx_index, phase, idx, time, tx, kind, sender, recipient, asset, amount, quality, {occurrence}, output_tx, output_index
        FROM {rows}
        """;
}
