using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>ethereum-etl's <c>traces</c>: the calls inside transactions, of which only those count that moved value.</summary>
internal static class EthereumEtlTraces
{
    public static readonly FileFormat Format = new(
        "ethereum-etl-traces",
        FileFamily.Evm,
        [
            "block_number", "transaction_hash", "transaction_index", "from_address", "to_address", "value", "trace_type",
            "call_type", "trace_address", "error", "status",
        ],
        Map);

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = file.Read([.. Format.Required, "block_timestamp"]),
        Derivations = EvmTrace.Derivations("transaction_hash", "trace_address", EvmTrace.Separated("trace_address"), Failed),
        Checks = Checks(file),
        Skips =
        [
            new("failed", Failed),
            new("inside a failed call", "coalesce(void, false)"),
            .. EvmTrace.NoMovement("call_type"),
            new("no value", "coalesce(value, '0') = '0' AND NOT (trace_type = 'suicide' AND to_address IS NULL)"),
            new("self-destruct without addresses (geth)", "trace_type = 'suicide' AND (from_address IS NULL OR to_address IS NULL)"),
            new("transaction not stated (geth)", "transaction_hash IS NULL AND trace_type IN ('call', 'create', 'suicide')"),
            new("created contract not stated", "to_address IS NULL"),
        ],
        Movements = [Movement(file, chain)],
        Order = StatedOrder.Full,
    };

    private const string Failed = "(coalesce(status = '0', false) OR error IS NOT NULL)";

    private static List<FileCheck> Checks(FileShape file)
    {
        List<FileCheck> checks =
        [
            Sql.IsCount("block_number"),
            EvmSql.IsHash("transaction_hash", optional: true),
            Sql.IsIndex("transaction_index", optional: true),
            EvmSql.IsAccount("from_address", optional: true),
            EvmSql.IsAccount("to_address", optional: true),
            Sql.IsAmount("value", optional: true),
            new(
                "trace_type",
                "trace_type IN ('call', 'create', 'suicide', 'reward', 'genesis', 'daofork')",
                "one of call, create, suicide, reward, genesis, daofork"),
            new("status", "coalesce(status IN ('0', '1'), true)", "0 or 1"),
        ];
        if (file.Has("block_timestamp"))
        {
            checks.Add(Sql.IsTime("block_timestamp", optional: true));
        }

        return checks;
    }

    // Rewards and genesis balances are issued; the DAO fork moved existing ether by decree, outside of any transaction.
    private static FileMovement Movement(FileShape file, ChainId chain) => EvmTransaction.Value(chain) with
    {
        Once = false,
        KindOf = $"CASE WHEN trace_type IN ('reward', 'genesis') THEN {(int)TransferKind.Issue} ELSE {(int)TransferKind.Native} END",
        Block = "CAST(block_number AS BIGINT)",
        TxIndex = $"CASE trace_type WHEN 'reward' THEN {Sql.AfterAllTransactions} ELSE coalesce(CAST(transaction_index AS INTEGER), 0) END",
        Index = "rank",
        Time = Sql.Time(file.Column("block_timestamp")),
        Tx = $"CASE WHEN transaction_hash IS NULL THEN {EvmSql.BlockAsHash("block_number")} ELSE {EvmSql.Hash("transaction_hash")} END",
        From = $"CASE WHEN trace_type IN ('reward', 'genesis') THEN NULL ELSE {EvmSql.Account("from_address")} END",
        To = EvmSql.Account("to_address"),
        Amount = "value",
    };
}
