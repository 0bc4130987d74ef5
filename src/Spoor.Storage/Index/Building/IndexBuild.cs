using DuckDB.NET.Data;
using Spoor.Storage.DuckDb;

namespace Spoor.Storage.Index.Building;

/// <summary>Builds the index of a log beside it and puts it into its place when it is whole.</summary>
/// <remarks>
/// The log is read range by range of blocks, each put in order by a worker, and taken up in order by one thread that numbers
/// addresses; so nothing but addresses has to be in memory at once, and a log that lies in order is read once and written once.
/// A build that was cut short goes on from what it last noted; what does not match its checksum is thrown away.
/// </remarks>
internal sealed class IndexBuild(DuckDBConnection connection, string storeFile, IndexBuildOptions options, IndexPlace place, Func<DuckDBConnection> open)
{
    // The engine reads each row once: a cache of the whole file is of no use to it, and fresh memory for each block of it costs time.
    private const string EngineMemory = "512MB";

    /// <summary>Is told that an earlier build goes on, or why it does not.</summary>
    internal Action<string>? Talk { get; init; }

    internal async Task<long> RunAsync(long generation, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        string before = (string)connection.Scalar("SELECT current_setting('memory_limit')")!;
        object threads = connection.Scalar("SELECT current_setting('threads')")!;
        connection.Execute($"SET memory_limit = '{EngineMemory}'");
        try
        {
            return await RunOnAsync(generation, progress, cancellation);
        }
        finally
        {
            connection.Execute($"SET memory_limit = '{before}'");
            connection.Execute($"SET threads = {threads}");
        }
    }

    private async Task<long> RunOnAsync(long generation, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var notes = new BuildProgress(place);
        if (BuildProgress.Find(place, connection, options.RowsAtOnce) is { } record)
        {
            try
            {
                Talk?.Invoke($"The build that was cut short goes on: {record.Transfers} of {record.Prefix.Rows} transfers are in order.");
                return await RunAsync(record, notes, generation, progress, cancellation);
            }
            catch (IndexDamagedException damage)
            {
                Talk?.Invoke($"What the build left that was cut short is not what it wrote ({damage.Message}): it begins anew.");
            }
        }

        place.ClearScratch();
        Directory.CreateDirectory(place.Scratch);
        return await RunAsync(new(LogPrefix.Of(connection), options.RowsAtOnce, 0, 1, new(new(1, 0), 0), [], null), notes, generation, progress, cancellation);
    }

    private async Task<long> RunAsync(BuildRecord record, BuildProgress notes, long generation, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var prefix = record.Prefix;
        var ranges = LogRange.Plan(connection, prefix.Bound, options.RowsAtOnce);

        // Each reader of ranges is a thread already; more of the engine's own wait for each other.
        connection.Execute("SET threads = 1");
        var plan = new BuildPlan(place.Scratch, storeFile, options.Memory, options.Workers, prefix.Fingerprint) { IsListed = options.IsListed, Rows = prefix.Rows };
        using var writer = new IndexWriter(place.NewFile, goesOn: record.Transfers > 0);
        writer.GiveOut(record.Pages);
        if (record.Chains.Count > 0)
        {
            writer.Restore(record.Whole, (_, _) => { }, cancellation);
        }

        await using var reading = new ReadingAhead(ranges[record.Ranges..], () => new LogScan(open(), storeFile, prefix.Bound), plan, cancellation);
        var chains = new ChainsBuild(writer, plan, ranges, reading, notes, record) { RowsBetweenNotes = options.RowsBetweenNotes };
        return writer.Finish(generation, prefix, await chains.RunAsync(progress, cancellation));
    }
}
