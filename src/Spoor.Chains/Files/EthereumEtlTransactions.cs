using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>ethereum-etl's <c>transactions</c>, also with the receipt columns of its stream and of BigQuery.</summary>
/// <remarks>
/// A row is the value a transaction carries and the fee it pays. Without <c>receipt_status</c> nobody can tell from the
/// file whether a transaction was reverted, and its value is taken to have moved; before Byzantium (block 4,370,000)
/// receipts had no status at all. The value of a contract creation goes to the contract, whose address follows from
/// creator and nonce (yellow paper, §7).
/// </remarks>
internal static class EthereumEtlTransactions
{
    public static readonly FileFormat Format = new(
        "ethereum-etl-transactions",
        FileFamily.Evm,
        ["hash", "block_number", "transaction_index", "from_address", "to_address", "value"],
        Map);

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = file.Read(
            "hash", "nonce", "block_number", "transaction_index", "from_address", "to_address", "value", "block_timestamp",
            "receipt_status", "receipt_contract_address", "receipt_gas_used", "receipt_effective_gas_price"),
        Checks = Checks(file),
        Skips =
        [
            new("reverted", $"{Reverted(file)} AND {Fee(file)} IS NULL"),
            new("created contract not stated", $"{Recipient(file)} IS NULL AND value <> '0' AND {Fee(file)} IS NULL"),
        ],
        Movements = [FeeOf(file, chain), ValueOf(file, chain)],
        Order = StatedOrder.Full,
    };

    private static List<FileCheck> Checks(FileShape file)
    {
        List<FileCheck> checks =
        [
            EvmSql.IsHash("hash"),
            Sql.IsCount("block_number"),
            Sql.IsIndex("transaction_index"),
            EvmSql.IsAccount("from_address"),
            EvmSql.IsAccount("to_address", optional: true),
            Sql.IsAmount("value"),
        ];
        Add("nonce", Sql.IsCount("nonce", optional: true));
        Add("block_timestamp", Sql.IsTime("block_timestamp", optional: true));
        Add("receipt_contract_address", EvmSql.IsAccount("receipt_contract_address", optional: true));
        Add("receipt_gas_used", Sql.IsAmount("receipt_gas_used", optional: true));
        Add("receipt_effective_gas_price", Sql.IsAmount("receipt_effective_gas_price", optional: true));
        return checks;

        void Add(string column, FileCheck check)
        {
            if (file.Has(column))
            {
                checks.Add(check);
            }
        }
    }

    private static string Reverted(FileShape file) => $"coalesce({file.Column("receipt_status")} = '0', false)";

    private static string Fee(FileShape file) =>
        Sql.Product(file.Column("receipt_gas_used"), file.Column("receipt_effective_gas_price"));

    private static string Recipient(FileShape file) => $"""
        CASE WHEN to_address IS NOT NULL THEN to_address
            WHEN {file.Column("receipt_contract_address")} IS NOT NULL THEN {file.Column("receipt_contract_address")}
            ELSE created_address(from_address, {file.Column("nonce")}) END
        """;

    private static FileMovement FeeOf(FileShape file, ChainId chain) => EvmTransaction.Fee(chain) with
    {
        When = $"{Fee(file)} IS NOT NULL",
        Block = "CAST(block_number AS BIGINT)",
        TxIndex = "CAST(transaction_index AS INTEGER)",
        Time = Sql.Time(file.Column("block_timestamp")),
        Tx = EvmSql.Hash("hash"),
        From = EvmSql.Account("from_address"),
        Amount = Fee(file),
    };

    private static FileMovement ValueOf(FileShape file, ChainId chain) => EvmTransaction.Value(chain) with
    {
        When = $"NOT {Reverted(file)} AND value <> '0' AND {Recipient(file)} IS NOT NULL",
        Block = "CAST(block_number AS BIGINT)",
        TxIndex = "CAST(transaction_index AS INTEGER)",
        Time = Sql.Time(file.Column("block_timestamp")),
        Tx = EvmSql.Hash("hash"),
        From = EvmSql.Account("from_address"),
        To = EvmSql.Account($"({Recipient(file)})"),
        Amount = "value",
    };
}
