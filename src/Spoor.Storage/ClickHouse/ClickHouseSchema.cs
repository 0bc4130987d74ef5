namespace Spoor.Storage.ClickHouse;

/// <summary>The tables of a store, on one server or on each of a cluster.</summary>
/// <remarks>
/// In a cluster <c>NAME_local</c> holds the rows of a shard and <c>NAME</c> is the whole, <c>Distributed</c> over them. Rows of
/// transfers go to the shard of their transaction, of their address and of the output they spend, so that each question is
/// answered by its own sort order; the small tables are on the first shard.
/// </remarks>
internal sealed class ClickHouseSchema(ClickHouseAddress address, int shards)
{
    /// <summary>Of the tables below; another is another layout.</summary>
    internal const int Version = 1;

    private const string Transfer = """
            chain LowCardinality(String),
            block Int64 CODEC(Delta, LZ4),
            tx_index Int32 CODEC(LZ4),
            phase UInt8,
            idx Int32 CODEC(LZ4),
            time DateTime64(6, 'UTC') CODEC(Delta, LZ4),
            tx FixedString(32) CODEC(NONE),
            kind UInt8,
            sender String CODEC(LZ4),
            recipient String CODEC(LZ4),
            asset LowCardinality(String),
            amount UInt128 CODEC(LZ4),
            quality UInt8,
            occurrence Int32,
            output_tx String,
            output_index Int32,
            batch UInt64 CODEC(Delta, LZ4)
        """;

    // Point reads of scattered addresses cost whole granules; smaller ones cost less and the key of a row little.
    private const string Granules = "index_granularity = 1024";

    // No question is planned by statistics of columns, and gathering them is a quarter of an insert; older servers have none.
    private const string NoStatistics = "auto_statistics_types = ''";

    private const string First = "0";

    private static readonly string[] WithBlocks = ["transfers", "sides", "spends", "blocks", "bridge_legs"];

    private static readonly Table[] Tables =
    [
        new("transfers", Transfer, "chain, tx, phase, idx", "cityHash64(tx)", Granules),
        new("sides", $"{Transfer},\n    address String CODEC(LZ4)", "chain, address, block, tx_index, phase, idx", "cityHash64(address)", Granules),
        new("spends", "chain LowCardinality(String), output_tx String, output_index Int32, tx FixedString(32), block Int64, batch UInt64", "chain, output_tx, output_index", "cityHash64(output_tx)", Granules),
        new("extents", "chain LowCardinality(String), lowest Int64, highest Int64, batch UInt64", "chain, lowest, batch", First),
        new("blocks", "chain LowCardinality(String), block Int64, hash FixedString(32), parent String, time DateTime64(6, 'UTC'), gaps UInt8, refused Int32, batch UInt64", "chain, block", First),
        new("bridge_legs", $"chain LowCardinality(String), {LegRow.Definitions}, batch UInt64", "chain, block, tx_index, idx", First),
        new("origins", "chain LowCardinality(String), genesis String, finalized Int64, batch UInt64", "chain, batch", First),
        new("imports", "number Int32, file String, sha256 String, format String, chain String, counts Array(Int64), batch UInt64", "number", First),
        new("batches", "batch UInt64, writer UInt64, step UInt8, voided Array(UInt64), cut_chain Array(String), cut_above Array(Int64), cut_top Array(Int64), cut_before Array(UInt64)", "batch, step, writer", First),
        new("layout", "version UInt32, shards UInt32", "version", First),
    ];

    /// <summary>Names of the tables that hold rows of blocks, as they are on each server: from these a rewind removes.</summary>
    internal IEnumerable<string> OfBlocks => WithBlocks.Select(Local);

    /// <summary>The statements that make the store on one server; done twice they change nothing.</summary>
    /// <param name="hasStatistics">Whether the server would gather statistics of columns.</param>
    internal IEnumerable<string> Statements(bool hasStatistics)
    {
        yield return $"CREATE DATABASE IF NOT EXISTS {address.Database}";
        foreach (var table in Tables)
        {
            string settings = hasStatistics ? $"{table.Settings}, {NoStatistics}" : table.Settings;
            yield return $"CREATE TABLE IF NOT EXISTS {address.Database}.{Local(table.Name)} ({table.Columns}) ENGINE = MergeTree ORDER BY ({table.Order}) SETTINGS {settings}";
            if (address.Cluster is { } cluster)
            {
                yield return $"CREATE TABLE IF NOT EXISTS {address.Database}.{table.Name} AS {address.Database}.{Local(table.Name)} "
                    + $"ENGINE = Distributed('{cluster}', '{address.Database}', '{Local(table.Name)}', {table.Key})";
            }
        }
    }

    internal string LayoutRow => $"INSERT INTO {address.Database}.layout SETTINGS distributed_foreground_insert = 1 SELECT {Version}, {shards}";

    /// <summary>Asks whether a server gathers statistics of columns by itself.</summary>
    internal static Question StatisticsQuestion => new("SELECT count() FROM system.merge_tree_settings WHERE name = 'auto_statistics_types'");

    /// <summary>Asks for bytes on disk, of each server.</summary>
    internal Question SizeQuestion => new Question(
        $"SELECT sum(bytes_on_disk) FROM {(address.Cluster is { } cluster ? $"cluster('{cluster}', system.parts)" : "system.parts")} WHERE database = {{database:String}} AND active")
        .With("database", address.Database);

    private string Local(string name) => address.Cluster is null ? name : name + "_local";

    private sealed record Table(string Name, string Columns, string Order, string Key, string Settings = "index_granularity = 8192");
}
