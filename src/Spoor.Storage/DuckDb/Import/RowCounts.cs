using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>How many rows of a file had which outcome.</summary>
internal sealed record RowCounts(IReadOnlyDictionary<int, long> ByOutcome)
{
    internal long Total => ByOutcome.Values.Sum();

    internal long this[int outcome] => ByOutcome.GetValueOrDefault(outcome);

    internal static RowCounts Of(DuckDBConnection connection, string table)
    {
        using var command = connection.Prepare($"SELECT outcome, count(*) FROM {table} GROUP BY outcome ORDER BY outcome");
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<int, long>();
        while (reader.Read())
        {
            counts.Add(reader.GetByte(0), reader.GetInt64(1));
        }

        return new(counts);
    }

    internal IReadOnlyList<SkippedRows> Skipped(FileMapping mapping) =>
    [
        .. mapping.Skips.Select((skip, number) => new SkippedRows(skip.Reason, this[number + 1]))
            .Append(new("no value", this[StageSql.NoValue]))
            .Where(skipped => skipped.Rows > 0)
            .GroupBy(skipped => skipped.Reason)
            .Select(reason => new SkippedRows(reason.Key, reason.Sum(skipped => skipped.Rows))),
    ];
}
