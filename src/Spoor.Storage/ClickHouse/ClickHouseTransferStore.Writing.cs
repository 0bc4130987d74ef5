using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <content>Batches: planned on what is held, announced, written, confirmed; see <see cref="BatchLog"/>.</content>
public sealed partial class ClickHouseTransferStore
{
    private const string HeldSql = $"SELECT {TransferRow.Columns} FROM transfers WHERE chain = {{chain:String}} AND tx IN asked_transactions AND ";

    // Files that do not know the height say 0: what has it may be the same as anything.
    private const string MeetsSql = """
        SELECT count() FROM extents
        WHERE chain = {chain:String} AND (lowest <= 0 OR {lowest:Int64} <= 0 OR (lowest <= {highest:Int64} AND highest >= {lowest:Int64})) AND 
        """;

    private const string RemoveSql = """
        WHERE chain = {chain:String} AND block > {above:Int64} AND block <= {top:Int64} AND batch < {before:UInt64}
        SETTINGS lightweight_deletes_sync = 2
        """;

    /// <summary>Adds transfers of one chain, those left out that are held: in bulk, for copies and imports.</summary>
    /// <remarks>As with blocks of a node, what is held of other heights is taken to be other movements.</remarks>
    /// <returns>How many were new.</returns>
    public Task<long> AppendManyAsync(ChainId chain, IReadOnlyList<Transfer> transfers, CancellationToken cancellation) =>
        WriteAsync(async state => new Plan(chain) { Transfers = await NewNearbyAsync(state, chain, transfers, cancellation) }, cancellation);

    private async Task<long> WriteAsync(Func<StoreState, Task<Plan?>> plan, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var before = await _log.ReadAsync(cancellation);
            if (await plan(before) is not { IsEmpty: false } planned)
            {
                return 0;
            }

            var state = await _log.AnnounceAsync(
                before, number => planned.Rewind is { } rewind ? new Cut(planned.Chain, rewind.Above, rewind.Top, number) : null, cancellation);
            await InsertAsync(planned, state.Batch, cancellation);
            await RemoveAsync(state.Cuts, cancellation);
            await _log.ConfirmAsync(state with { Cuts = [] }, cancellation);
            return planned.Transfers.Count;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task InsertAsync(Plan plan, ulong batch, CancellationToken cancellation)
    {
        await InsertTransfersAsync(plan.Transfers, batch, cancellation);
        await _cluster.InsertAsync("blocks", BlockColumns, plan.Blocks, (row, block) => Write(row, block, batch), cancellation);
        await _cluster.InsertAsync("bridge_legs", $"chain, {LegRow.Columns}, batch", plan.Legs, (row, leg) => Write(row, leg, batch), cancellation);
        Plan[] origins = plan.Genesis is null && plan.Finalized is null ? [] : [plan];
        await _cluster.InsertAsync("origins", "chain, genesis, finalized, batch", origins, (row, origin) => WriteOrigin(row, origin, batch), cancellation);
        await _cluster.InsertAsync(
            "imports",
            "number, file, sha256, format, chain, counts, batch",
            plan.Imports.Index().ToList(),
            (row, numbered) => Write(row, plan.ImportsBefore + numbered.Index + 1, numbered.Item, batch),
            cancellation);
    }

    /// <summary>Removes what rewinds took back. Readers leave it out already; so that they need not for ever.</summary>
    private async Task RemoveAsync(IReadOnlyList<Cut> cuts, CancellationToken cancellation)
    {
        foreach (var cut in cuts)
        {
            await Task.WhenAll(_schema.OfBlocks.Select(table => _cluster.OnEachAsync(
                () => new Question($"DELETE FROM {table} {RemoveSql}")
                    .With("chain", cut.Chain.Value).With("above", cut.Above).With("top", cut.Top).With("before", cut.Before),
                cancellation)));
        }
    }

    private async Task<IReadOnlyList<Transfer>> NewNearbyAsync(StoreState state, ChainId chain, IReadOnlyList<Transfer> transfers, CancellationToken cancellation)
    {
        if (transfers.Count == 0)
        {
            return [];
        }

        var question = new Question("").With("chain", chain.Value)
            .With("lowest", transfers.Min(transfer => transfer.Position.Block))
            .With("highest", transfers.Max(transfer => transfer.Position.Block));
        var met = await _cluster.ReadAsync(question with { Sql = MeetsSql + state.VisibleWhole(question) }, row => row.UInt64(), cancellation);
        return met[0] == 0 ? SortedTransfers.WithoutRepeats(transfers) : await NewOfAsync(state, chain, transfers, cancellation);
    }

    /// <summary>Those not held, each once.</summary>
    private async Task<IReadOnlyList<Transfer>> NewOfAsync(StoreState state, ChainId chain, IReadOnlyList<Transfer> transfers, CancellationToken cancellation)
    {
        var held = new HashSet<Transfer>(TransferIdentity.Instance);
        if (transfers.Count > 0)
        {
            Dictionary<string, AssetId> assets = [];
            var question = new Question("") { Sets = [Asked(transfers.Select(transfer => transfer.Tx).Distinct())] }.With("chain", chain.Value);
            await _cluster.EachAsync(question with { Sql = HeldSql + state.Visible(question) }, row => held.Add(TransferRow.Read(row, chain, assets)), cancellation);
        }

        return [.. transfers.Where(held.Add)];
    }

    private static AskedSet Asked(IEnumerable<TxHash> transactions) =>
        AskedSet.Of("asked_transactions", "tx FixedString(32)", transactions, TransferRow.Write);
}
