using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <summary>Transfers at rest in one DuckDB file of the user's data folder.</summary>
public sealed partial class DuckDbTransferStore(DuckDbFile file) : ITransferArchive
{
    // CREATE OR REPLACE instead of emptying: a block's rows never grow a table that lives as long as the process.
    private const string IncomingSql = $"""
        CREATE OR REPLACE TEMP TABLE incoming AS
        SELECT {TransferRows.Columns} FROM transfers LIMIT 0
        """;

    private const string SameMovement = """
        held.tx = new.tx AND held.kind = new.kind
            AND held.sender IS NOT DISTINCT FROM new.sender AND held.recipient IS NOT DISTINCT FROM new.recipient
            AND held.asset = new.asset AND held.amount = new.amount AND held.occurrence = new.occurrence
            AND held.output_tx IS NOT DISTINCT FROM new.output_tx
            AND held.output_index IS NOT DISTINCT FROM new.output_index
        """;

    // Hashes have no order that could narrow a scan, so the search for known transactions reads the column tx alone;
    // the other columns of the identity are fetched for its few hits only.
    private const string AppendSql = $"""
        INSERT INTO transfers (chain, {TransferRows.Columns})
        SELECT $chain, {TransferRows.Columns}
        FROM incoming AS new
        WHERE NOT EXISTS (
            SELECT 1
            FROM (
                SELECT tx, kind, sender, recipient, asset, amount, occurrence, output_tx, output_index
                FROM transfers
                WHERE rowid IN (SELECT rowid FROM transfers WHERE chain = $chain AND tx IN (SELECT tx FROM incoming))
            ) AS held
            WHERE {SameMovement})
        """;

    private const string UnwindSql = "DELETE FROM transfers WHERE chain = $chain AND block > $height";

    private const string HeadsSql = """
        SELECT chain, min(block), max(block), count(*), min(time), max(time)
        FROM transfers
        GROUP BY chain
        ORDER BY chain
        """;

    /// <summary>Opens the store of a data folder, see <see cref="DuckDbFile.Open"/>.</summary>
    /// <exception cref="StorageException">The file is in use, is not a store, or is of a newer Spoor.</exception>
    public static DuckDbTransferStore Open(DataFolder folder) => new(DuckDbFile.Open(folder));

    public void Dispose() => file.Dispose();

    public Task<long> AppendAsync(Block block, CancellationToken cancellation)
    {
        block.RefuseStrangers();
        return file.RunInTransactionAsync(
            connection =>
            {
                file.Index.Changed();
                connection.Execute(IncomingSql);
                TransferRows.Append(connection, "incoming", block.Transfers.Distinct(TransferIdentity.Instance));
                return connection.Execute(AppendSql, new DuckDBParameter("chain", block.Chain.Value));
            },
            cancellation);
    }

    public Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation) =>
        file.RunInTransactionAsync(
            connection =>
            {
                file.Index.BeforeRemoval(connection, chain, height);
                BlockRows.Delete(connection, chain, height);
                BridgeLegRows.Delete(connection, chain, height);
                SyncOriginRows.Rewind(connection, chain, height);
                return connection.Execute(UnwindSql, new("chain", chain.Value), new("height", height));
            },
            cancellation);

    public Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<ChainHead>>(ReadHeads, cancellation);

    /// <summary>What is held and how large it is.</summary>
    public Task<StoreStatus> StatusAsync(CancellationToken cancellation) =>
        file.RunAsync(
            connection =>
            {
                var heads = ReadHeads(connection);
                long transfers = heads.Sum(head => head.Transfers);
                return new StoreStatus(file.Path, SchemaMigration.VersionOf(connection), file.Bytes, transfers, heads)
                {
                    Synced = BlockRows.Ranges(connection),
                    Labels = (long)connection.Scalar("SELECT count(DISTINCT id) FROM labels")!,
                    LedgerEntries = (long)connection.Scalar("SELECT count(*) FROM (SELECT DISTINCT source, own_id FROM ledger_entries)")!,
                };
            },
            cancellation);

    private static List<ChainHead> ReadHeads(DuckDBConnection connection)
    {
        using var command = connection.Prepare(HeadsSql);
        using var reader = command.ExecuteReader();
        List<ChainHead> heads = [];
        while (reader.Read())
        {
            heads.Add(new(
                ChainId.Parse(reader.GetString(0)),
                reader.GetInt64(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                reader.Utc(4),
                reader.Utc(5)));
        }

        return heads;
    }
}
