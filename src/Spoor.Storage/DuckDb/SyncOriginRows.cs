using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <summary>Which chains a store was synchronised from, as rows of the table <c>sync_origins</c>.</summary>
internal static class SyncOriginRows
{
    private const string GenesisSql = "SELECT genesis FROM sync_origins WHERE chain = $chain";

    private const string InsertSql = "INSERT INTO sync_origins (chain, genesis, finalized) VALUES ($chain, $genesis, NULL)";

    private const string FinalizeSql = """
        UPDATE sync_origins SET finalized = greatest(finalized, $finalized)
        WHERE chain = $chain AND (finalized IS NULL OR finalized < $finalized)
        """;

    private const string RewindSql = "UPDATE sync_origins SET finalized = $height WHERE chain = $chain AND finalized > $height";

    /// <summary>The genesis on record; null for a chain that was never synchronised.</summary>
    internal static TxHash? Genesis(DuckDBConnection connection, ChainId chain)
    {
        using var command = connection.Prepare(GenesisSql, new DuckDBParameter("chain", chain.Value));
        using var reader = command.ExecuteReader();
        return reader.Read() ? TransferRows.Hash(reader, 0) : null;
    }

    internal static void Insert(DuckDBConnection connection, ChainId chain, TxHash genesis) =>
        connection.Execute(InsertSql, new("chain", chain.Value), new("genesis", genesis.ToBytes()));

    /// <summary>Finality only rises: a node that is behind another makes nothing uncertain.</summary>
    internal static void Finalize(DuckDBConnection connection, ChainId chain, long height) =>
        connection.Execute(FinalizeSql, new("chain", chain.Value), new("finalized", height));

    internal static void Rewind(DuckDBConnection connection, ChainId chain, long height) =>
        connection.Execute(RewindSql, new("chain", chain.Value), new("height", height));
}
