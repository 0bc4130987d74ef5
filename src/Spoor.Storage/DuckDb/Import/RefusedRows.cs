using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Reads what was refused as too large: spam tokens, as a rule, and rare enough to go over the file again.</summary>
internal static class RefusedRows
{
    private const int Listed = 20;

    internal static IReadOnlyList<RefusedAmount> Read(DuckDBConnection connection, StageSql stage, string source, long count)
    {
        var refusals = new List<RefusedAmount>();
        if (count == 0)
        {
            return refusals;
        }

        using var command = connection.Prepare(stage.Refused(source, Listed));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            refusals.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return refusals;
    }
}
