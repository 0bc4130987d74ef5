using DuckDB.NET.Data;
using Spoor.Storage.DuckDb;

namespace Spoor.Storage.Index.Building;

/// <summary>Builds the index of a log beside it and puts it into its place when it is whole.</summary>
/// <remarks>
/// The log is read range by range of blocks, each put in order by a worker, and taken up in order by one thread that numbers
/// addresses; so nothing but addresses has to be in memory at once, and a log that lies in order is read once and written once.
/// </remarks>
internal sealed class IndexBuild(DuckDBConnection connection, string storeFile, IndexBuildOptions options, Func<DuckDBConnection> open)
{
    // The engine reads each row once: a cache of the whole file is of no use to it, and fresh memory for each block of it costs time.
    private const string EngineMemory = "512MB";

    internal async Task<long> RunAsync(string file, string scratch, long generation, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        string before = (string)connection.Scalar("SELECT current_setting('memory_limit')")!;
        object threads = connection.Scalar("SELECT current_setting('threads')")!;
        connection.Execute($"SET memory_limit = '{EngineMemory}'");
        try
        {
            var prefix = LogPrefix.Of(connection);
            var ranges = LogRange.Plan(connection, prefix.Bound, options.RowsAtOnce);

            // Each reader of ranges is a thread already; more of the engine's own wait for each other.
            connection.Execute("SET threads = 1");
            var plan = new BuildPlan(scratch, storeFile, options.Memory, options.Workers, prefix.Fingerprint) { IsListed = options.IsListed };
            using var writer = new IndexWriter(file);
            await using var reading = new ReadingAhead(ranges, () => new LogScan(open(), storeFile, prefix.Bound), plan, cancellation);
            var chains = new List<ChainCatalog>();
            foreach (var ofChain in ranges.GroupBy(range => range.Chain))
            {
                chains.Add(await BuildAsync(writer, plan, ofChain.Key, [.. ofChain], reading, new Counter(progress, prefix.Rows, chains.Sum(chain => chain.Transfers)), cancellation));
            }

            return writer.Finish(generation, prefix, chains);
        }
        finally
        {
            connection.Execute($"SET memory_limit = '{before}'");
            connection.Execute($"SET threads = {threads}");
        }
    }

    private static async Task<ChainCatalog> BuildAsync(
        IndexWriter writer, BuildPlan plan, string chain, List<LogRange> ranges, ReadingAhead reading, Counter counter, CancellationToken cancellation)
    {
        using var build = new ChainBuild(writer, plan, chain, ranges);
        foreach (var range in ranges)
        {
            var part = await reading.NextAsync();
            build.Add(part);
            reading.Return(part);
            counter.Add(range.Rows);
        }

        return build.Finish(counter.Progress, cancellation);
    }

    private sealed class Counter(IProgress<IndexProgress>? progress, long all, long done)
    {
        private long _done = done;

        internal IProgress<IndexProgress>? Progress => progress;

        internal void Add(long rows)
        {
            _done += rows;
            progress?.Report(new("order", _done, all));
        }
    }
}
