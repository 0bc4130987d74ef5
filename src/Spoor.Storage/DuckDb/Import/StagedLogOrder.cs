using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Keeps the logs of a block in the order of their indexes where only some of its transactions have a stated index.</summary>
/// <remarks>
/// Log indexes of EVM chains run over the whole block. A transaction whose index nobody states takes that of the nearest
/// one before it by logs, so the two are told apart by the log index alone. Such an index only grows as files state more,
/// and depends on what is stated, not on the order of the imports. It is recognised by being 0 or another's: a stated 0
/// has no logs before it and so stays. Blocks in which the logs of two transactions overlap count places otherwise and
/// are left alone.
/// </remarks>
internal static class StagedLogOrder
{
    private const string KeepSql = """
        UPDATE transfers SET tx_index = placed.reached
        FROM (
            SELECT chain, block, tx, reached
            FROM (
                SELECT chain, block, tx, tx_index, bool_or(meets) OVER (PARTITION BY chain, block) AS is_local,
                    max(tx_index) OVER (PARTITION BY chain, block ORDER BY first, tx ROWS UNBOUNDED PRECEDING) AS reached,
                    row_number() OVER (PARTITION BY chain, block, tx_index ORDER BY first, tx) > 1 AS is_shared
                FROM (
                    SELECT chain, block, tx, tx_index, first,
                        first <= max(last) OVER (
                            PARTITION BY chain, block ORDER BY first, tx ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS meets
                    FROM (
                        SELECT chain, block, tx, max(tx_index) AS tx_index, min(idx) AS first, max(idx) AS last
                        FROM transfers
                        WHERE block BETWEEN $lowest AND $highest AND phase = 2 AND starts_with(chain, 'eip155:')
                            AND chain IN (SELECT DISTINCT chain FROM import_staged WHERE outcome = 0)
                        GROUP BY chain, block, tx
                    ) AS logs
                ) AS ranges
            ) AS ranked
            WHERE reached > tx_index AND (tx_index = 0 OR is_shared) AND is_local IS NOT TRUE
        ) AS placed
        WHERE transfers.block BETWEEN $lowest AND $highest AND transfers.chain = placed.chain AND transfers.block = placed.block
            AND transfers.tx = placed.tx
        """;

    internal static long Keep(DuckDBConnection connection, StagedRange range) =>
        connection.Execute(KeepSql, new("lowest", range.Lowest), new("highest", range.Highest));
}
