using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Fills inputs of UTXO transactions whose value the file does not state from the outputs they spend.</summary>
internal static class StagedOutputs
{
    private const string OpenInputsSql = "SELECT count(*) FROM import_staged WHERE outcome = 0 AND kind = 5 AND quality = 2";

    private const string FillStagedSql = """
        UPDATE import_staged SET amount = funding.amount, quality = funding.quality, sender = coalesce(import_staged.sender, funding.recipient)
        FROM (
            SELECT chain, output_tx, output_index, amount, quality, recipient FROM import_staged WHERE outcome = 0 AND kind = 6
            UNION
            SELECT chain, output_tx, output_index, amount, quality, recipient FROM transfers
            WHERE kind = 6 AND output_tx IN (SELECT output_tx FROM import_staged WHERE outcome = 0 AND kind = 5 AND quality = 2)
        ) AS funding
        WHERE import_staged.outcome = 0 AND import_staged.kind = 5 AND import_staged.quality = 2 AND import_staged.chain = funding.chain
            AND import_staged.output_tx = funding.output_tx AND import_staged.output_index = funding.output_index
        """;

    private const string OpenHeldSql = "SELECT count(*) FROM transfers WHERE kind = 5 AND quality = 2";

    // The other way round: the store learnt of a spend first, and the file tells now what was spent.
    private const string FillHeldSql = """
        UPDATE transfers SET amount = funding.amount, quality = funding.quality, sender = coalesce(transfers.sender, funding.holder)
        FROM (
            SELECT DISTINCT chain, output_tx, output_index, amount, quality, CASE WHEN kind = 6 THEN recipient ELSE sender END AS holder
            FROM import_staged WHERE outcome = 0 AND kind IN (5, 6) AND quality <> 2
        ) AS funding
        WHERE transfers.kind = 5 AND transfers.quality = 2 AND transfers.chain = funding.chain
            AND transfers.output_tx = funding.output_tx AND transfers.output_index = funding.output_index
        """;

    internal static long Fill(DuckDBConnection connection)
    {
        if ((long)connection.Scalar(OpenInputsSql)! > 0)
        {
            connection.Execute(FillStagedSql);
        }

        return (long)connection.Scalar(OpenHeldSql)! > 0 ? connection.Execute(FillHeldSql) : 0;
    }
}
