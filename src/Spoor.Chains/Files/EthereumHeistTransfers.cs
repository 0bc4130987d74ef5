using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>The <c>all-tx</c> files of EthereumHeist: normal, internal and token rows of a case without a column that says which.</summary>
/// <remarks>
/// Told apart by what they carry: a row with a contract is a token transfer; of the others, one with a gas price is a
/// transaction and pays a fee, one without is a call inside a transaction. Values went through a spreadsheet on their way
/// and are rounded (<c>4.21814E+15</c>).
/// </remarks>
internal static class EthereumHeistTransfers
{
    public static readonly FileFormat Format = new(
        "ethereum-heist",
        FileFamily.Evm,
        ["hash", "from", "to", "value", "timeStamp", "blockNumber", "tokenSymbol", "contractAddress", "isError", "gasPrice", "gasUsed"],
        Map);

    private const string Reverted = "coalesce(\"isError\" IN ('1', '1.0'), false)";

    private const string IsToken = "\"contractAddress\" IS NOT NULL";

    private const string IsTransaction = "\"contractAddress\" IS NULL AND \"gasPrice\" IS NOT NULL";

    private const string IsCall = "\"contractAddress\" IS NULL AND \"gasPrice\" IS NULL";

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = file.Read([.. Format.Required]),
        Checks =
        [
            EvmSql.IsHash("hash"),
            EvmSql.IsAccount("from"),
            EvmSql.IsAccount("to", optional: true),
            Sql.IsAmount("value"),
            Sql.IsTime("timeStamp"),
            Sql.IsCount("blockNumber"),
            EvmSql.IsAccount("contractAddress", optional: true),
            new("isError", "coalesce(\"isError\" IN ('0', '1', '0.0', '1.0'), true)", "0 or 1"),
            Sql.IsAmount("gasPrice", optional: true),
            Sql.IsAmount("gasUsed", optional: true),
        ],
        Skips =
        [
            new("reverted", $"{Reverted} AND NOT ({IsTransaction})"),
            new("recipient not stated", $"\"to\" IS NULL AND NOT ({IsTransaction})"),
        ],
        Movements =
        [
            Fee(chain),
            At(EvmTransaction.Value(chain)) with { When = $"{IsTransaction} AND NOT {Reverted} AND \"to\" IS NOT NULL" },
            At(EvmTransaction.Value(chain)) with { Once = false, When = IsCall },
            At(EvmTransaction.Token()) with { When = IsToken, Asset = EvmSql.Erc20("\"contractAddress\"") },
        ],
        Order = StatedOrder.Block,
    };

    private static FileMovement Fee(ChainId chain) => At(EvmTransaction.Fee(chain)) with
    {
        When = $"{IsTransaction} AND \"gasUsed\" IS NOT NULL",
        To = "NULL",
        Amount = Sql.Product("\"gasPrice\"", "\"gasUsed\""),
        Quality = "amount_quality(\"gasPrice\")",
    };

    private static FileMovement At(FileMovement movement) => movement with
    {
        Block = "CAST(\"blockNumber\" AS BIGINT)",
        Time = Sql.Time("\"timeStamp\""),
        Tx = EvmSql.Hash("hash"),
        From = EvmSql.Account("\"from\""),
        To = EvmSql.Account("\"to\""),
        Amount = "\"value\"",
    };
}
