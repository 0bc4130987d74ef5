using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>ethereum-etl's <c>token_transfers</c>: one row a Transfer log.</summary>
/// <remarks>
/// ethereum-etl takes every log with four words, so an ERC-721 transfer looks like an ERC-20 transfer of "token number"
/// units; the file does not say which it is. The transaction index is not stated either: see <see cref="StatedOrder.Log"/>.
/// </remarks>
internal static class EthereumEtlTokenTransfers
{
    public static readonly FileFormat Format = new(
        "ethereum-etl-token-transfers",
        FileFamily.Evm,
        ["token_address", "from_address", "to_address", "value", "transaction_hash", "log_index", "block_number"],
        Map);

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = file.Read([.. Format.Required, "block_timestamp"]),
        Checks = Checks(file),
        Skips = [],
        Movements = [Token(file)],
        Order = StatedOrder.Log,
    };

    private static List<FileCheck> Checks(FileShape file)
    {
        List<FileCheck> checks =
        [
            EvmSql.IsAccount("token_address"),
            EvmSql.IsDecodedAccount("from_address"),
            EvmSql.IsDecodedAccount("to_address"),
            Sql.IsTheAmount("value"),
            EvmSql.IsDecodedHash("transaction_hash"),
            Sql.IsIndex("log_index"),
            Sql.IsCount("block_number"),
        ];
        if (file.Has("block_timestamp"))
        {
            checks.Add(Sql.IsTime("block_timestamp", optional: true));
        }

        return checks;
    }

    private static FileMovement Token(FileShape file) => EvmTransaction.Token() with
    {
        Block = "CAST(block_number AS BIGINT)",
        Index = "CAST(log_index AS INTEGER)",
        Time = file.Has("block_timestamp") ? Sql.Time("block_timestamp") : Sql.NoTime,
        Tx = EvmSql.Hash("transaction_hash"),
        From = EvmSql.Account("from_address"),
        To = EvmSql.Account("to_address"),
        Asset = EvmSql.Erc20("token_address"),
        Amount = "value",
    };
}
