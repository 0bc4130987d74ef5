using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>cryo's <c>native_transfers</c>: every trace that carries native value, numbered over the block.</summary>
/// <remarks>
/// cryo lists calls whether they succeeded or not and does not say which; prefer <c>traces</c> where both are at hand.
/// The transfer index runs over the traces of the block, so it orders the transfers of a transaction as well.
/// </remarks>
internal static class CryoNativeTransfers
{
    public static readonly FileFormat Format = new(
        "cryo-native-transfers",
        FileFamily.Evm,
        ["block_number", "transaction_index", "transfer_index", "transaction_hash", "from_address", "to_address"],
        Map);

    private static FileMapping Map(FileShape file, ChainId chain)
    {
        string value = CryoSql.Value(file);
        return new()
        {
            Format = Format.Name,
            File = file,
            Chain = CryoSql.Chain(file, chain),
            ChainOf = CryoSql.ChainOf(file, chain),
            Columns = file.Read([.. Format.Required, value, "timestamp", "block_timestamp", "chain_id"]),
            Derivations =
            [
                new(
                    "rank",
                    "CAST(dense_rank() OVER (PARTITION BY block_number, transaction_hash ORDER BY TRY_CAST(transfer_index AS BIGINT)) - 1 AS INTEGER)"),
            ],
            Checks =
            [
                .. CryoSql.Checks(file),
                Sql.IsIndex("transfer_index"),
                EvmSql.IsAccount("from_address", optional: true),
                EvmSql.IsAccount("to_address"),
                Sql.IsAmount(value),
            ],
            Skips = [],
            Movements = [CryoSql.At(Movement(chain, value), file) with { Asset = CryoSql.Native(file, chain), Tx = Tx, TxIndex = TxIndex }],
            Order = StatedOrder.Full,
        };
    }

    // A block reward has no transaction.
    private static readonly string Tx =
        $"CASE WHEN transaction_hash IS NULL THEN {EvmSql.BlockAsHash("block_number")} ELSE {EvmSql.Hash("transaction_hash")} END";

    private const string TxIndex = $"coalesce(CAST(transaction_index AS INTEGER), {Sql.AfterAllTransactions})";

    private static FileMovement Movement(ChainId chain, string value) => EvmTransaction.Value(chain) with
    {
        Once = false,
        KindOf = $"CASE WHEN transaction_hash IS NULL THEN {(int)TransferKind.Issue} ELSE {(int)TransferKind.Native} END",
        Index = "rank",
        From = $"CASE WHEN transaction_hash IS NULL THEN NULL ELSE {EvmSql.Account("from_address")} END",
        To = EvmSql.Account("to_address"),
        Amount = Sql.Name(value),
    };
}
