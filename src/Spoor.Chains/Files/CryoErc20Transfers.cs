using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>cryo's <c>erc20_transfers</c>.</summary>
internal static class CryoErc20Transfers
{
    public static readonly FileFormat Format = new(
        "cryo-erc20-transfers",
        FileFamily.Evm,
        ["block_number", "transaction_index", "log_index", "transaction_hash", "erc20", "from_address", "to_address"],
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
            Checks =
            [
                .. CryoSql.Checks(file),
                EvmSql.IsDecodedHash("transaction_hash"),
                Sql.IsIndex("transaction_index"),
                Sql.IsIndex("log_index"),
                EvmSql.IsAccount("erc20"),
                EvmSql.IsDecodedAccount("from_address"),
                EvmSql.IsDecodedAccount("to_address"),
                Sql.IsTheAmount(value),
            ],
            Skips = [],
            Movements = [CryoSql.At(Movement(value), file)],
            Order = StatedOrder.Full,
        };
    }

    private static FileMovement Movement(string value) => EvmTransaction.Token() with
    {
        Index = "CAST(log_index AS INTEGER)",
        From = EvmSql.Account("from_address"),
        To = EvmSql.Account("to_address"),
        Asset = EvmSql.Erc20("erc20"),
        Amount = Sql.Name(value),
    };
}
