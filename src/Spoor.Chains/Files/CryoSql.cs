using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>What cryo's tables have in common: position, chain, and numbers of 256 bits in up to three columns.</summary>
internal static class CryoSql
{
    /// <summary>The column that states a value most exactly: text, then bytes, then (rounded) floating point.</summary>
    public static string Value(FileShape file, string name = "value") =>
        file.FirstOf(name + "_string", name + "_binary", name, name + "_f64") ?? name;

    public static string ChainOf(FileShape file, ChainId chain) =>
        file.Has("chain_id") ? "'eip155:' || chain_id" : Sql.Text(chain.Value);

    /// <summary>The native asset of a row's chain.</summary>
    public static string Native(FileShape file, ChainId chain)
    {
        var known = ChainRegistry.Known.Where(candidate => candidate.Family == ChainFamily.Evm);
        return file.Has("chain_id")
            ? $"CASE chain_id {string.Join(' ', known.Select(candidate => $"WHEN '{candidate.Id.Value["eip155:".Length..]}' THEN {EvmSql.Native(candidate.Id)}"))} ELSE 'slip44:60' END"
            : EvmSql.Native(chain);
    }

    public static string Chain(FileShape file, ChainId chain) => file.Has("chain_id") ? "as stated" : chain.Value;

    public static IReadOnlyList<FileCheck> Checks(FileShape file)
    {
        List<FileCheck> checks =
        [
            Sql.IsCount("block_number"),
            Sql.IsIndex("transaction_index", optional: true),
            EvmSql.IsHash("transaction_hash", optional: true),
        ];
        if (file.FirstOf("timestamp", "block_timestamp") is { } time)
        {
            checks.Add(Sql.IsTime(time, optional: true));
        }

        if (file.Has("chain_id"))
        {
            checks.Add(Sql.IsCount("chain_id"));
        }

        return checks;
    }

    public static FileMovement At(FileMovement movement, FileShape file) => movement with
    {
        Block = "CAST(block_number AS BIGINT)",
        TxIndex = "CAST(transaction_index AS INTEGER)",
        Time = file.FirstOf("timestamp", "block_timestamp") is { } time ? Sql.Time(Sql.Name(time)) : Sql.NoTime,
        Tx = EvmSql.Hash("transaction_hash"),
    };
}
