using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>cryo's <c>traces</c>, in the words of Parity's <c>trace_block</c>.</summary>
internal static class CryoTraces
{
    public static readonly FileFormat Format = new(
        "cryo-traces",
        FileFamily.Evm,
        [
            "action_from", "action_to", "action_value", "action_call_type", "action_type", "result_address", "trace_address",
            "transaction_hash", "block_number", "error",
        ],
        Map);

    // cryo calls the position of the transaction "transaction_position" in older and "transaction_index" in newer files.
    private static string Index(FileShape file) => file.FirstOf("transaction_index", "transaction_position") ?? "transaction_index";

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = CryoSql.Chain(file, chain),
        ChainOf = CryoSql.ChainOf(file, chain),
        Columns = file.Read([.. Format.Required, Index(file), "timestamp", "block_timestamp", "chain_id"]),
        Derivations = EvmTrace.Derivations("transaction_hash", "trace_address", EvmTrace.Separated("trace_address"), Failed),
        Checks =
        [
            .. CryoSql.Checks(file),
            EvmSql.IsAccount("action_from", optional: true),
            EvmSql.IsAccount("action_to", optional: true),
            EvmSql.IsAccount("result_address", optional: true),
            Sql.IsAmount("action_value", optional: true),
            new("action_type", "action_type IN ('call', 'create', 'suicide', 'reward')", "one of call, create, suicide, reward"),
        ],
        Skips =
        [
            new("failed", Failed),
            new("inside a failed call", "coalesce(void, false)"),
            .. EvmTrace.NoMovement("action_call_type"),
            new("no value", "whole_units(coalesce(action_value, '0')) = '0'"),
            new("recipient not stated", $"{Recipient} IS NULL"),
        ],
        Movements = [CryoSql.At(Movement(chain), file) with { Asset = CryoSql.Native(file, chain), Tx = Tx, TxIndex = TxIndex(file) }],
        Order = StatedOrder.Full,
    };

    private const string Failed = "(coalesce(error, '') <> '')";

    private const string Recipient = "CASE WHEN action_type = 'create' THEN result_address ELSE action_to END";

    private static readonly string Tx =
        $"CASE WHEN transaction_hash IS NULL THEN {EvmSql.BlockAsHash("block_number")} ELSE {EvmSql.Hash("transaction_hash")} END";

    private static string TxIndex(FileShape file) =>
        $"CASE WHEN transaction_hash IS NULL THEN {Sql.AfterAllTransactions} ELSE coalesce(CAST({file.Column(Index(file))} AS INTEGER), 0) END";

    private static FileMovement Movement(ChainId chain) => EvmTransaction.Value(chain) with
    {
        Once = false,
        KindOf = $"CASE WHEN action_type = 'reward' THEN {(int)TransferKind.Issue} ELSE {(int)TransferKind.Native} END",
        Index = "rank",
        From = $"CASE WHEN action_type = 'reward' THEN NULL ELSE {EvmSql.Account("action_from")} END",
        To = EvmSql.Account($"({Recipient})"),
        Amount = "action_value",
    };
}
