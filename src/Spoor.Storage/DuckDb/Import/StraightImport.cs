using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The short way of a file into a store that holds nothing of its chain: from the reader into the table, nothing to compare.</summary>
/// <remarks>A million rows are written once instead of twice. A row at fault undoes them with the transaction.</remarks>
internal static class StraightImport
{
    private const string HeldSql = "SELECT count(*) FROM (SELECT 1 FROM transfers WHERE chain = $chain LIMIT 1) AS held";

    private const string NumberSql = """
        UPDATE transfers SET occurrence = numbered.occurrence
        FROM import_occurrences AS numbered
        WHERE transfers.rowid = numbered.id AND numbered.occurrence > 0
        """;

    private const string DropRepeatsSql = "DELETE FROM transfers WHERE rowid IN (SELECT id FROM import_occurrences WHERE is_repeat)";

    private const string RoundedSql = "SELECT count(*) FILTER (WHERE quality = 1) FROM transfers WHERE chain = $chain";

    /// <summary>Whether rows are transfers of one chain that the store knows nothing of, each with its place.</summary>
    internal static bool IsOpen(DuckDBConnection connection, FileMapping mapping, StageSql stage) =>
        stage.IsStraight && mapping.Order != StatedOrder.Block
        && mapping.Movements[0] is { KindOf: null, Kind: not (TransferKind.UtxoIn or TransferKind.UtxoOut) }
        && ChainId.TryParse(mapping.Chain, out _)
        && (long)connection.Scalar(HeldSql, new DuckDBParameter("chain", mapping.Chain))! == 0;

    internal static RowCounts Read(DuckDBConnection connection, StageSql stage, string source)
    {
        using var tally = new RowTally();
        connection.Execute(StagedIdentity.InsertSql("0", $"({stage.Tallied(source, tally)}) AS tallied WHERE outcome = {StageSql.Moves}"));
        return tally.Counts;
    }

    internal static ImportReport Settle(DuckDBConnection connection, FileMapping mapping, ImportReport report)
    {
        long rounded = (long)connection.Scalar(RoundedSql, new DuckDBParameter("chain", mapping.Chain))!;
        long repeats = 0;
        if (StagedIdentity.CountRepeats(connection, $"transfers WHERE chain = {FileSource.Text(mapping.Chain)}", mapping.Order) > 0)
        {
            connection.Execute(NumberSql);
            repeats = connection.Execute(DropRepeatsSql);
        }

        return report with { Added = report.Moved - repeats, Known = repeats, Rounded = rounded };
    }
}
