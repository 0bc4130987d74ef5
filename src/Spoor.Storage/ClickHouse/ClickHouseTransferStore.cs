using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <summary>Transfers at rest in ClickHouse: on one server, or on the shards of a cluster.</summary>
/// <remarks>Reads may run side by side; what changes the store waits for its turn.</remarks>
public sealed partial class ClickHouseTransferStore : ITransferArchive
{
    private const string HeadsSql = """
        SELECT chain, min(block), max(block), count(), min(time), max(time) FROM transfers WHERE {0} GROUP BY chain ORDER BY chain
        """;

    private const string CountAboveSql = "SELECT count() FROM transfers WHERE chain = {chain:String} AND block > {above:Int64} AND ";

    private readonly ClickHouseCluster _cluster;
    private readonly ClickHouseSchema _schema;
    private readonly BatchLog _log;
    private readonly string _shown;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private ClickHouseTransferStore(ClickHouseCluster cluster, ClickHouseSchema schema, string shown)
    {
        (_cluster, _schema, _shown) = (cluster, schema, shown);
        _log = new(cluster, shown);
    }

    /// <summary>Opens a store that is there.</summary>
    /// <exception cref="StorageException">There is none, it is laid out otherwise, or a server does not answer.</exception>
    public static async Task<ClickHouseTransferStore> OpenExistingAsync(ClickHouseAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        var cluster = await ClickHouseCluster.ConnectAsync(address, address.Database, clock, cancellation);
        try
        {
            int shards = Math.Max(1, cluster.Shards.Count);
            var layouts = await cluster.ReadAsync(
                new Question("SELECT DISTINCT version, shards FROM layout ORDER BY version, shards"), row => (Version: row.Int32(), Shards: row.Int32()), cancellation);
            return layouts switch
            {
                [(ClickHouseSchema.Version, var held)] when held == shards => new(cluster, new(address, shards), address.Shown),
                [(ClickHouseSchema.Version, var held)] => throw new StorageException(
                    address.Shown, $"it was laid out over {held} shards, the cluster has {shards}", "Make a new store and copy this one into it (spoor store copy)."),
                [var (version, _)] => throw new StorageException(address.Shown, $"its tables are of version {version}, this Spoor knows {ClickHouseSchema.Version}", "Use the Spoor that made it."),
                _ => throw new StorageException(address.Shown, "there is no store here, or only a part of one", "Fill it first (spoor store copy, spoor sync), or name another with --store."),
            };
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Opens a store, making its database and tables where they are not there.</summary>
    /// <inheritdoc cref="OpenExistingAsync" path="/exception"/>
    public static async Task<ClickHouseTransferStore> OpenAsync(ClickHouseAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        using (var bare = await ClickHouseCluster.ConnectAsync(address, "system", clock, cancellation))
        {
            var schema = new ClickHouseSchema(address, Math.Max(1, bare.Shards.Count));
            var statistics = await bare.ReadAsync(ClickHouseSchema.StatisticsQuestion, row => row.UInt64(), cancellation);
            foreach (string statement in schema.Statements(statistics[0] > 0))
            {
                await bare.OnEachAsync(() => new(statement), cancellation);
            }

            var held = await bare.ReadAsync(new Question($"SELECT count() FROM {address.Database}.layout"), row => row.UInt64(), cancellation);
            if (held[0] == 0)
            {
                await bare.ExecuteAsync(new(schema.LayoutRow), cancellation);
            }
        }

        return await OpenExistingAsync(address, clock, cancellation);
    }

    public void Dispose()
    {
        _cluster.Dispose();
        _turn.Dispose();
    }

    public Task<long> AppendAsync(Block block, CancellationToken cancellation)
    {
        block.RefuseStrangers();
        return WriteAsync(async state => new Plan(block.Chain) { Transfers = await NewOfAsync(state, block.Chain, block.Transfers, cancellation) }, cancellation);
    }

    public async Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        long removed = 0;
        await WriteAsync(
            async state =>
            {
                var question = new Question("").With("chain", chain.Value).With("above", height);
                removed = (await _cluster.ReadAsync(question with { Sql = CountAboveSql + state.Visible(question) }, row => (long)row.UInt64(), cancellation))[0];
                long? tip = await TipAsync(state, chain, cancellation);
                return removed > 0 || tip > height ? await RewindPlanAsync(state, chain, height, long.MaxValue, cancellation) : null;
            },
            cancellation);
        return removed;
    }

    public async Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation)
    {
        var state = await _log.ReadAsync(cancellation);
        var question = new Question("");
        return await _cluster.ReadAsync(
            question with { Sql = HeadsSql.Replace("{0}", state.Visible(question), StringComparison.Ordinal) },
            row => new ChainHead(ChainId.Parse(row.Text()), row.Int64(), row.Int64(), (long)row.UInt64(), TransferRow.Time(row), TransferRow.Time(row)),
            cancellation);
    }
}
