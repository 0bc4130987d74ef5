using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>bitcoin-etl's <c>transactions</c> (JSON lines): a row is a transaction with its inputs and outputs.</summary>
/// <remarks>
/// An input that was not enriched has neither value nor address; the importer fills both from the output it spends, where
/// that is in the same file or in the store. The fee is what the outputs leave of the inputs and is not a movement.
/// A coinbase has no inputs that spend anything.
/// </remarks>
internal static class BitcoinEtlTransactions
{
    public static readonly FileFormat Format = new(
        "bitcoin-etl-transactions",
        FileFamily.Utxo,
        ["hash", "block_number", "block_timestamp", "index", "inputs", "outputs"],
        Map);

    private const string Inputs =
        "STRUCT(\"index\" VARCHAR, spent_transaction_hash VARCHAR, spent_output_index VARCHAR, type VARCHAR, addresses VARCHAR[], value VARCHAR)[]";

    private const string Outputs = "STRUCT(\"index\" VARCHAR, type VARCHAR, addresses VARCHAR[], value VARCHAR)[]";

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = [.. file.Read("hash", "block_number", "block_timestamp", "index"), new("inputs", Inputs), new("outputs", Outputs)],
        Checks = Checks(chain),
        Skips = [],
        Movements = [Input(chain), Output(chain)],
        Order = StatedOrder.Full,
    };

    private static List<FileCheck> Checks(ChainId chain) =>
    [
        new("hash", "regexp_full_match(hash, '[0-9a-fA-F]{64}')", "a transaction hash of 64 hex digits"),
        Sql.IsCount("block_number"),
        Sql.IsTime("block_timestamp"),
        Sql.IsIndex("index"),
        new(
            "inputs",
            """
            len(list_filter(coalesce(inputs, []), lambda item: item.spent_transaction_hash IS NOT NULL AND NOT coalesce(
                regexp_full_match(item.spent_transaction_hash, '[0-9a-fA-F]{64}') AND TRY_CAST(item."index" AS INTEGER) >= 0
                AND TRY_CAST(item.spent_output_index AS INTEGER) >= 0
                AND (item.value IS NULL OR regexp_full_match(item.value, '[0-9]{1,19}')), false))) = 0
            """,
            "inputs with an index, the hash and number of the output spent, and a value in satoshi or none"),
        new(
            "outputs",
            """
            len(outputs) > 0 AND len(list_filter(outputs, lambda item: NOT coalesce(
                TRY_CAST(item."index" AS INTEGER) >= 0 AND regexp_full_match(item.value, '[0-9]{1,19}'), false))) = 0
            """,
            "one output or more, each with an index and a value in satoshi"),
        AddressesHold("inputs", chain),
        AddressesHold("outputs", chain),
    ];

    // One address that does not decode is an error; several (bare multisig) or a made-up one (nonstandard) are no address.
    private static FileCheck AddressesHold(string column, ChainId chain) => new(
        column,
        $"len(list_filter(coalesce({column}, []), lambda item: {HasAddress} AND address_bytes({Sql.Text(chain.Value)}, item.addresses[1]) IS NULL)) = 0",
        $"addresses of {chain} with a valid checksum");

    private const string HasAddress = "len(item.addresses) = 1 AND coalesce(item.type, '') NOT IN ('nonstandard', 'multisig')";

    private static string Holder(ChainId chain) =>
        $"CASE WHEN {HasAddress} THEN address_bytes({Sql.Text(chain.Value)}, item.addresses[1]) END";

    private static FileMovement Input(ChainId chain) => At(TransferKind.UtxoIn, chain) with
    {
        Each = "list_filter(coalesce(inputs, []), lambda item: item.spent_transaction_hash IS NOT NULL)",
        Phase = "0",
        Index = "CAST(item.\"index\" AS INTEGER)",
        From = Holder(chain),
        Amount = "item.value",
        OutputTx = "unhex(item.spent_transaction_hash)",
        OutputIndex = "CAST(item.spent_output_index AS INTEGER)",
    };

    private static FileMovement Output(ChainId chain) => At(TransferKind.UtxoOut, chain) with
    {
        Each = "outputs",
        Phase = "1",
        Index = "CAST(item.\"index\" AS INTEGER)",
        To = Holder(chain),
        Amount = "item.value",
        OutputTx = "unhex(hash)",
        OutputIndex = "CAST(item.\"index\" AS INTEGER)",
    };

    private static FileMovement At(TransferKind kind, ChainId chain) => new()
    {
        Kind = kind,
        Block = "CAST(block_number AS BIGINT)",
        TxIndex = "CAST(\"index\" AS INTEGER)",
        Phase = "0",
        Time = Sql.Time("block_timestamp"),
        Tx = "unhex(hash)",
        Asset = UtxoNative.Asset(chain),
        Amount = "NULL",
    };
}
