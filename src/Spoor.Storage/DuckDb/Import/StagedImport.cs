using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The way of a file into the store that is open to every format: over a temporary table that is compared with what is held.</summary>
internal static class StagedImport
{
    internal static RowCounts Read(DuckDBConnection connection, StageSql stage, string source)
    {
        foreach (string statement in stage.Statements(source))
        {
            connection.Execute(statement);
        }

        return RowCounts.Of(connection, stage.RowsTable);
    }

    internal static ImportReport Settle(DuckDBConnection connection, FileMapping mapping, ImportReport report)
    {
        if (mapping.Order == StatedOrder.Block)
        {
            StagedBlocks.Arrange(connection);
        }

        long corrected = StagedOutputs.Fill(connection);
        var range = StagedRange.Of(connection);
        if (range.IsHeld)
        {
            StagedPlaces.Adopt(connection, range, mapping.Order);
        }

        bool hasRepeats = StagedIdentity.CountRepeats(connection, "import_staged WHERE outcome = 0", mapping.Order) > 0;
        StagedIdentity.Compare(connection, range);
        long added = StagedIdentity.Insert(connection, hasRepeats, range.IsHeld);
        if (range.IsHeld)
        {
            corrected += StagedPlaces.Correct(connection, range, mapping.Order);
            corrected += StagedLogOrder.Keep(connection, range);
        }

        return report with { Added = added, Known = range.Transfers - added, Rounded = range.Rounded, Corrected = corrected };
    }
}
