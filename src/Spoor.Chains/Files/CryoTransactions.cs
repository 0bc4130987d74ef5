using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>cryo's <c>transactions</c> (Parquet, bytes or hex).</summary>
/// <remarks>cryo writes the gas used and a gas price that is the effective one, so the fee of each transaction is known.</remarks>
internal static class CryoTransactions
{
    public static readonly FileFormat Format = new(
        "cryo-transactions",
        FileFamily.Evm,
        ["block_number", "transaction_index", "transaction_hash", "nonce", "from_address", "to_address", "gas_used", "gas_price", "success"],
        Map);

    private const string Reverted = "success = 'false'";

    private const string Recipient = "CASE WHEN to_address IS NOT NULL THEN to_address ELSE created_address(from_address, nonce) END";

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
            Checks =
            [
                .. CryoSql.Checks(file),
                EvmSql.IsAccount("from_address"),
                EvmSql.IsAccount("to_address", optional: true),
                Sql.IsAmount(value),
                Sql.IsCount("nonce"),
                Sql.IsAmount("gas_used", optional: true),
                Sql.IsAmount("gas_price", optional: true),
                new("success", "success IN ('true', 'false')", "true or false"),
            ],
            Skips = [],
            Movements = [CryoSql.At(Fee(chain), file) with { Asset = CryoSql.Native(file, chain) }, CryoSql.At(Value(chain, value), file) with { Asset = CryoSql.Native(file, chain) }],
            Order = StatedOrder.Full,
        };
    }

    private static FileMovement Fee(ChainId chain) => EvmTransaction.Fee(chain) with
    {
        When = "gas_used IS NOT NULL AND gas_price IS NOT NULL",
        From = EvmSql.Account("from_address"),
        Amount = Sql.Product("gas_used", "gas_price"),
    };

    private static FileMovement Value(ChainId chain, string value) => EvmTransaction.Value(chain) with
    {
        When = $"NOT ({Reverted})",
        From = EvmSql.Account("from_address"),
        To = EvmSql.Account($"({Recipient})"),
        Amount = Sql.Name(value),
    };
}
