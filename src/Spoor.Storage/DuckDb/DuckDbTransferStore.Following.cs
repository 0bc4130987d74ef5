using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <content>The store as a follower of chains: blocks from a node, each batch one transaction, and the way back.</content>
public sealed partial class DuckDbTransferStore
{
    // A transaction is in one block of a branch, so a movement of a block can be held already only at the same height: a
    // file brought it. Files that do not know the height say 0. Row groups of other heights are not even read.
    private const string HeldBlocksSql = """
        SELECT DISTINCT block FROM transfers
        WHERE chain = $chain AND (block BETWEEN $first AND $last OR block = 0)
        ORDER BY block
        """;

    private const string AppendBesideSql = $"""
        INSERT INTO transfers (chain, {TransferRows.Columns})
        SELECT $chain, {TransferRows.Columns}
        FROM incoming AS new
        WHERE NOT EXISTS (
            SELECT 1
            FROM (
                SELECT block, tx, kind, sender, recipient, asset, amount, occurrence, output_tx, output_index
                FROM transfers
                WHERE chain = $chain AND (block BETWEEN $first AND $last OR block = 0)
            ) AS held
            WHERE (held.block = new.block OR held.block = 0) AND {SameMovement})
        """;

    // What lies above the tip came from files and belongs to no branch that was read.
    private const string RewindSql = "DELETE FROM transfers WHERE chain = $chain AND block > $height AND block <= $tip";

    /// <summary>Holds a node to the chain that the store was synchronised from before, and remembers it the first time.</summary>
    /// <exception cref="StorageException">The store is of another chain with the same name.</exception>
    public Task HoldToGenesisAsync(ChainId chain, TxHash genesis, CancellationToken cancellation) =>
        file.RunInTransactionAsync(
            connection =>
            {
                var held = SyncOriginRows.Genesis(connection, chain);
                if (held is null)
                {
                    SyncOriginRows.Insert(connection, chain, genesis);
                }

                return held is null || held == genesis
                    ? true
                    : throw new StorageException(
                        file.Path,
                        $"it was synchronised from a chain {chain} with the genesis {held.Value.Render(chain)}, the node's is {genesis.Render(chain)}",
                        "Ask a node of the same chain, or name another folder with --data.");
            },
            cancellation);

    public Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<BlockHeader>>(
            connection => BlockRows.Tip(connection, chain) is { } tip ? BlockRows.From(connection, chain, tip - count + 1) : [], cancellation);

    public Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation) =>
        file.RunInTransactionAsync(
            connection =>
            {
                var chain = blocks[0].Chain;
                var fresh = AboveTip(connection, blocks);
                if (fresh.Count > 0)
                {
                    file.Index.Changed();
                    BlockRows.Append(connection, fresh);
                    BridgeLegRows.Append(connection, fresh.SelectMany(block => block.Bridges));
                    AppendTransfers(connection, fresh, cancellation);
                }

                if (finalized >= 0)
                {
                    SyncOriginRows.Finalize(connection, chain, finalized.Value);
                }

                return fresh.Count;
            },
            cancellation);

    public Task RewindAsync(ChainId chain, long height, CancellationToken cancellation) =>
        file.RunInTransactionAsync(
            connection =>
            {
                if (BlockRows.Tip(connection, chain) is { } tip && tip > height)
                {
                    file.Index.BeforeRemoval(connection, chain, height);
                    connection.Execute(RewindSql, new("chain", chain.Value), new("height", height), new("tip", tip));
                    BlockRows.Delete(connection, chain, height);
                    BridgeLegRows.Delete(connection, chain, height);
                    SyncOriginRows.Rewind(connection, chain, height);
                }

                return true;
            },
            cancellation);

    public Task<IReadOnlyList<BridgeLeg>> BridgeLegsAsync(ChainId chain, CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<BridgeLeg>>(connection => BridgeLegRows.OfChain(connection, chain, cancellation), cancellation);

    // Only the heights from the first block's parent on are looked at, so that the cost does not grow with the store.
    private static IReadOnlyList<Block> AboveTip(DuckDBConnection connection, IReadOnlyList<Block> blocks)
    {
        var chain = blocks[0].Chain;
        var near = BlockRows.From(connection, chain, blocks[0].Height - 1);
        if (near.Count == 0 && BlockRows.Any(connection, chain))
        {
            near = BlockRows.From(connection, chain, BlockRows.Tip(connection, chain)!.Value);
        }

        var held = near.ToDictionary(header => header.Height, header => header.Hash);
        return BlockBranch.Above(near.Count > 0 ? near[0] : null, blocks, height => held.TryGetValue(height, out var hash) ? hash : null);
    }

    private static void AppendTransfers(DuckDBConnection connection, IReadOnlyList<Block> blocks, CancellationToken cancellation)
    {
        var chain = blocks[0].Chain;
        var held = HeldBlocks(connection, chain, blocks[0].Height, blocks[^1].Height);
        var (beside, alone) = (blocks.Where(block => MayBeHeld(block.Height)), blocks.Where(block => !MayBeHeld(block.Height)));
        TransferRows.AppendTo(connection, chain, Movements(alone));
        cancellation.ThrowIfCancellationRequested();
        if (held.Count > 0 && beside.Any())
        {
            connection.Execute(IncomingSql);
            TransferRows.Append(connection, "incoming", Movements(beside));
            connection.Execute(AppendBesideSql, new("chain", chain.Value), new("first", blocks[0].Height), new("last", blocks[^1].Height));
        }

        bool MayBeHeld(long height) => held.Contains(height) || held.Contains(0);
    }

    private static IEnumerable<Transfer> Movements(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => block.Transfers.Distinct(TransferIdentity.Instance));

    private static HashSet<long> HeldBlocks(DuckDBConnection connection, ChainId chain, long first, long last)
    {
        using var command = connection.Prepare(HeldBlocksSql, new("chain", chain.Value), new("first", first), new("last", last));
        using var reader = command.ExecuteReader();
        HashSet<long> held = [];
        while (reader.Read())
        {
            held.Add(reader.GetInt64(0));
        }

        return held;
    }
}
