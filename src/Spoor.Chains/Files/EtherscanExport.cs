using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>Lists of an address's transactions as explorers of the Etherscan kind give them, all four lists in one file.</summary>
/// <remarks>
/// <c>tx_type</c> says which list a row is from: normal (the transaction and its fee), internal, erc20, erc721. Where the
/// file has no <c>isError</c>, a reverted transaction cannot be told apart and its value is taken to have moved.
/// </remarks>
internal static class EtherscanExport
{
    public static readonly FileFormat Format = new(
        "etherscan",
        FileFamily.Evm,
        [
            "tx_type", "hash", "blockNumber", "timeStamp", "from", "to", "value", "gasPrice", "gasUsed", "contractAddress",
            "tokenID",
        ],
        Map);

    private const string Recipient = "CASE WHEN \"to\" IS NULL THEN \"contractAddress\" ELSE \"to\" END";

    private static string Reverted(FileShape file) =>
        $"coalesce({file.Column("isError")} IN ('1', '1.0'), false)";

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = file.Read([.. Format.Required, "isError"]),
        Checks = Checks(),
        Skips =
        [
            new("reverted", $"tx_type = 'internal' AND {Reverted(file)}"),
            new("created contract not stated", $"tx_type = 'internal' AND {Recipient} IS NULL AND \"value\" <> '0'"),
        ],
        Movements =
        [
            Fee(chain),
            At(EvmTransaction.Value(chain)) with { When = $"tx_type = 'normal' AND NOT {Reverted(file)} AND {Recipient} IS NOT NULL", To = EvmSql.Account($"({Recipient})") },
            At(EvmTransaction.Value(chain)) with { Once = false, When = "tx_type = 'internal'", To = EvmSql.Account($"({Recipient})") },
            At(EvmTransaction.Token()) with { When = "tx_type = 'erc20'", Asset = EvmSql.Erc20("\"contractAddress\"") },
            At(EvmTransaction.Token()) with { When = "tx_type = 'erc721'", Asset = EvmSql.Erc721("\"contractAddress\"", "\"tokenID\""), Amount = "'1'" },
        ],
        Order = StatedOrder.Block,
    };

    private static List<FileCheck> Checks() =>
    [
        new("tx_type", "tx_type IN ('normal', 'internal', 'erc20', 'erc721')", "one of normal, internal, erc20, erc721"),
        EvmSql.IsHash("hash"),
        Sql.IsCount("blockNumber"),
        Sql.IsTime("timeStamp"),
        EvmSql.IsAccount("from"),
        EvmSql.IsAccount("to", optional: true),
        new("to", "\"to\" IS NOT NULL OR tx_type IN ('normal', 'internal')", "the recipient of a token"),
        Sql.IsAmount("value"),
        Sql.IsAmount("gasPrice", optional: true),
        Sql.IsAmount("gasUsed", optional: true),
        EvmSql.IsAccount("contractAddress", optional: true),
        new("contractAddress", "\"contractAddress\" IS NOT NULL OR tx_type IN ('normal', 'internal')", "the contract of a token"),
        new("tokenID", "tx_type <> 'erc721' OR coalesce(regexp_full_match(\"tokenID\", '[0-9]{1,78}'), false)", "the number of a token"),
    ];

    // Token rows repeat price and gas of the transaction; its fee is counted from the normal row alone.
    private static FileMovement Fee(ChainId chain) => At(EvmTransaction.Fee(chain)) with
    {
        When = "tx_type = 'normal' AND \"gasPrice\" IS NOT NULL AND \"gasUsed\" IS NOT NULL",
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
