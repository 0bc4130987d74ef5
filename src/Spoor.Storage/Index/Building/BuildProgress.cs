namespace Spoor.Storage.Index.Building;

/// <summary>Notes how far a build has come, unless rows were taken from the log meanwhile.</summary>
internal sealed class BuildProgress(IndexPlace place)
{
    private readonly long _removals = place.Removals;

    /// <summary>What an earlier build noted of the same rows; null where there is nothing to go on from.</summary>
    internal static BuildRecord? Find(IndexPlace place, DuckDB.NET.Data.DuckDBConnection connection, long rowsAtOnce)
    {
        // More later rows than this are better taken in at once.
        const int Share = 20;
        if (place.ReadProgress() is not { } bytes || BuildRecord.Read(bytes) is not { } record || record.RowsAtOnce != rowsAtOnce || !record.Prefix.StillHolds(connection))
        {
            return null;
        }

        return LogPrefix.Of(connection).Rows - record.Prefix.Rows <= record.Prefix.Rows / Share ? record : null;
    }

    internal void Save(BuildRecord record) => place.WriteProgress(record.ToBytes(), _removals);
}
