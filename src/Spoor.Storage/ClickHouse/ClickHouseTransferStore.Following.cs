using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <content>The store as a follower of chains: blocks from a node, each call one batch, and the way back.</content>
public sealed partial class ClickHouseTransferStore
{
    private const string BlockColumns = "chain, block, hash, parent, time, gaps, refused, batch";

    private const string HeadersSql = "SELECT block, hash, parent, time FROM blocks WHERE chain = {chain:String} AND block >= {first:Int64} AND ";

    private const string GenesisSql = "SELECT genesis FROM origins WHERE chain = {chain:String} AND genesis != '' AND {0} ORDER BY batch LIMIT 1";

    private const string FinalizedSql = "SELECT finalized FROM origins WHERE chain = {chain:String} AND finalized >= 0 AND {0} ORDER BY batch DESC LIMIT 1";

    private const string LegsSql = $"SELECT {LegRow.Columns} FROM bridge_legs WHERE chain = {{chain:String}} AND {{0}} ORDER BY {LegRow.Order}";

    /// <summary>Holds a node to the chain that the store was synchronised from before, and remembers it the first time.</summary>
    /// <exception cref="StorageException">The store is of another chain with the same name.</exception>
    public Task HoldToGenesisAsync(ChainId chain, TxHash genesis, CancellationToken cancellation) => WriteAsync(
        async state =>
        {
            var held = (await AnswersAsync(state, GenesisSql, chain, row => TransferRow.HashOrNone(row), cancellation)).FirstOrDefault();
            return held is null ? new Plan(chain) { Genesis = genesis }
                : held == genesis ? null
                : throw new StorageException(
                    _shown,
                    $"it was synchronised from a chain {chain} with the genesis {held.Value.Render(chain)}, the node's is {genesis.Render(chain)}",
                    "Ask a node of the same chain, or name another store.");
        },
        cancellation);

    public async Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation)
    {
        var state = await _log.ReadAsync(cancellation);
        return await HeadersAsync(state, chain, long.MinValue, $"ORDER BY block DESC LIMIT {count}", cancellation);
    }

    public Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation) => WriteAsync(
        async state =>
        {
            var chain = blocks[0].Chain;
            var fresh = await AboveTipAsync(state, blocks, cancellation);
            long? known = await FinalizedAsync(state, chain, cancellation);
            return new Plan(chain)
            {
                Transfers = await NewNearbyAsync(state, chain, [.. fresh.SelectMany(block => block.Transfers)], cancellation),
                Blocks = fresh,
                Legs = [.. fresh.SelectMany(block => block.Bridges)],
                Finalized = finalized >= 0 && !(known >= finalized) ? finalized : null,
            };
        },
        cancellation);

    public Task RewindAsync(ChainId chain, long height, CancellationToken cancellation) => WriteAsync(
        async state => await TipAsync(state, chain, cancellation) is { } tip && tip > height
            ? await RewindPlanAsync(state, chain, height, tip, cancellation)
            : null,
        cancellation);

    public async Task<IReadOnlyList<BridgeLeg>> BridgeLegsAsync(ChainId chain, CancellationToken cancellation) =>
        await AnswersAsync(await _log.ReadAsync(cancellation), LegsSql, chain, row => LegRow.Read(row, chain), cancellation);

    private async Task<Plan?> RewindPlanAsync(StoreState state, ChainId chain, long height, long top, CancellationToken cancellation) => new(chain)
    {
        Rewind = (height, top),
        Finalized = await FinalizedAsync(state, chain, cancellation) > height ? Math.Max(height, 0) : null,
    };

    private async Task<IReadOnlyList<Block>> AboveTipAsync(StoreState state, IReadOnlyList<Block> blocks, CancellationToken cancellation)
    {
        var chain = blocks[0].Chain;
        var near = await HeadersAsync(state, chain, blocks[0].Height - 1, "ORDER BY block DESC", cancellation);
        near = near.Count > 0 ? near : await HeadersAsync(state, chain, long.MinValue, "ORDER BY block DESC LIMIT 1", cancellation);
        var held = near.ToDictionary(header => header.Height, header => header.Hash);
        return BlockBranch.Above(near.Count > 0 ? near[0] : null, blocks, height => held.TryGetValue(height, out var hash) ? hash : null);
    }

    private async Task<long?> TipAsync(StoreState state, ChainId chain, CancellationToken cancellation) =>
        await HeadersAsync(state, chain, long.MinValue, "ORDER BY block DESC LIMIT 1", cancellation) is [var tip] ? tip.Height : null;

    private async Task<long?> FinalizedAsync(StoreState state, ChainId chain, CancellationToken cancellation) =>
        await AnswersAsync(state, FinalizedSql, chain, row => row.Int64(), cancellation) is [var height] ? height : null;

    private Task<List<BlockHeader>> HeadersAsync(StoreState state, ChainId chain, long first, string order, CancellationToken cancellation)
    {
        var question = new Question("").With("chain", chain.Value).With("first", first);
        return _cluster.ReadAsync(
            question with { Sql = $"{HeadersSql}{state.Visible(question)} {order}" },
            row => new BlockHeader(chain, row.Int64(), TxHash.FromBytes(row.Fixed(TxHash.Bytes)), TransferRow.HashOrNone(row), TransferRow.Time(row)),
            cancellation);
    }

    /// <param name="sql">With <c>{chain:String}</c>, and <c>{0}</c> where what is visible goes.</param>
    private Task<List<T>> AnswersAsync<T>(StoreState state, string sql, ChainId chain, Func<RowReader, T> read, CancellationToken cancellation)
    {
        var question = new Question("").With("chain", chain.Value);
        string visible = sql is GenesisSql or FinalizedSql ? state.VisibleWhole(question) : state.Visible(question);
        return _cluster.ReadAsync(question with { Sql = sql.Replace("{0}", visible, StringComparison.Ordinal) }, read, cancellation);
    }

    private static void Write(RowBuffer row, Block block, ulong batch)
    {
        row.Text(block.Chain.Value).Int64(block.Height);
        TransferRow.Write(row, block.Header!.Hash);
        TransferRow.WriteOrNone(row, block.Parent);
        TransferRow.Write(row, block.Time);
        row.Byte((byte)block.Gaps).Int32(block.RefusedAmounts).UInt64(batch);
    }

    private static void Write(RowBuffer row, BridgeLeg leg, ulong batch)
    {
        LegRow.Write(row, leg);
        row.UInt64(batch);
    }

    private static void WriteOrigin(RowBuffer row, Plan plan, ulong batch)
    {
        row.Text(plan.Chain.Value);
        TransferRow.WriteOrNone(row, plan.Genesis);
        row.Int64(plan.Finalized ?? -1).UInt64(batch);
    }
}
