using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Lets a file and the store tell each other what one of them does not state: transaction indexes, times and dropped digits.</summary>
/// <remarks>
/// A token_transfers file knows neither, the transactions file of the same blocks knows both; whichever is imported first,
/// the store ends up with both.
/// </remarks>
internal static class StagedPlaces
{
    private const string AdoptIndexSql = """
        UPDATE import_staged SET tx_index = held.tx_index
        FROM (
            SELECT chain, tx, max(tx_index) AS tx_index FROM transfers
            WHERE block BETWEEN $lowest AND $highest AND tx IN (SELECT tx FROM import_staged WHERE outcome = 0)
            GROUP BY chain, tx
        ) AS held
        WHERE import_staged.chain = held.chain AND import_staged.tx = held.tx
        """;

    private const string AdoptTimeSql = """
        UPDATE import_staged SET time = held.time
        FROM (
            SELECT chain, block, max(time) AS time FROM transfers
            WHERE block BETWEEN $lowest AND $highest AND time > TIMESTAMP '1970-01-01'
            GROUP BY chain, block
        ) AS held
        WHERE import_staged.time = TIMESTAMP '1970-01-01' AND import_staged.chain = held.chain AND import_staged.block = held.block
        """;

    private const string CorrectIndexSql = """
        UPDATE transfers SET tx_index = stated.tx_index
        FROM (SELECT chain, tx, min(tx_index) AS tx_index FROM import_staged WHERE outcome = 0 GROUP BY chain, tx) AS stated
        WHERE transfers.block BETWEEN $lowest AND $highest AND transfers.chain = stated.chain AND transfers.tx = stated.tx
            AND transfers.tx_index <> stated.tx_index
        """;

    private const string CorrectPlaceSql = """
        UPDATE transfers SET idx = stated.idx
        FROM (
            SELECT held, idx FROM import_known JOIN import_staged ON import_known.id = import_staged.rowid
        ) AS stated
        WHERE transfers.rowid = stated.held AND transfers.idx <> stated.idx
        """;

    // Exact digits replace rounded ones of the same movement, see StagedIdentity.
    private const string CorrectAmountSql = """
        UPDATE transfers SET amount = stated.amount, quality = 0
        FROM (
            SELECT held, amount FROM import_known JOIN import_staged ON import_known.id = import_staged.rowid
            WHERE kind IN (1, 3) AND once AND quality = 0
        ) AS stated
        WHERE transfers.rowid = stated.held AND transfers.quality = 1
        """;

    private const string CorrectTimeSql = """
        UPDATE transfers SET time = stated.time
        FROM (
            SELECT chain, block, max(time) AS time FROM import_staged
            WHERE outcome = 0 AND time > TIMESTAMP '1970-01-01' GROUP BY chain, block
        ) AS stated
        WHERE transfers.block BETWEEN $lowest AND $highest AND transfers.time = TIMESTAMP '1970-01-01'
            AND transfers.chain = stated.chain AND transfers.block = stated.block
        """;

    /// <summary>What the store knows and the file does not.</summary>
    internal static void Adopt(DuckDBConnection connection, StagedRange range, StatedOrder order)
    {
        if (order != StatedOrder.Full)
        {
            connection.Execute(AdoptIndexSql, new("lowest", range.Lowest), new("highest", range.Highest));
        }

        connection.Execute(AdoptTimeSql, new("lowest", range.Lowest), new("highest", range.Highest));
    }

    /// <summary>What the file knows and the store did not.</summary>
    internal static long Correct(DuckDBConnection connection, StagedRange range, StatedOrder order)
    {
        long changed = 0;
        if (order == StatedOrder.Full)
        {
            changed += connection.Execute(CorrectIndexSql, new("lowest", range.Lowest), new("highest", range.Highest));
        }

        if (order != StatedOrder.Block)
        {
            changed += connection.Execute(CorrectPlaceSql);
        }

        changed += connection.Execute(CorrectAmountSql);
        return changed + connection.Execute(CorrectTimeSql, new("lowest", range.Lowest), new("highest", range.Highest));
    }
}
