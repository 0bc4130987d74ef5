using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>What is true of call traces in every format: their order, and which of them move nothing.</summary>
internal static class EvmTrace
{
    /// <summary>A trace address as text, "0,1" or "0_1" or "[0, 1]", as a list of numbers; the top call is the empty list.</summary>
    public static string Separated(string column) => $"""
        CASE WHEN coalesce({column}, '') IN ('', '[]') THEN CAST([] AS INTEGER[])
            ELSE CAST(regexp_split_to_array(regexp_replace({column}, '[^0-9,_]', '', 'g'), '[,_]') AS INTEGER[]) END
        """;

    /// <summary>
    /// The columns <c>rank</c> (depth-first order in the transaction, which is the order of the lists) and <c>void</c>
    /// (a call above it failed, so whatever it did was undone, even where the source says it succeeded).
    /// </summary>
    public static IReadOnlyList<FileDerivation> Derivations(string tx, string address, string path, string failed) =>
    [
        new("path", path),
        new(
            "rank",
            // Traces of no transaction (rewards) are many at the same address: those keep the order of the file.
            $"CAST(CASE WHEN {tx} IS NULL THEN row_number() OVER (PARTITION BY block_number, {tx} ORDER BY file_row) ELSE dense_rank() OVER (PARTITION BY block_number, {tx} ORDER BY path) END - 1 AS INTEGER)"),
        new(
            "failures",
            $"list(CASE WHEN {failed} THEN path END) OVER (PARTITION BY block_number, {tx})"),
        new(
            "void",
            $"{tx} IS NOT NULL AND len(list_filter(failures, lambda above: above IS NOT NULL AND len(above) < len(path) AND list_slice(path, 1, len(above)) = above)) > 0"),
    ];

    /// <summary>Calls that carry a value on paper: the code runs as the caller, so the value goes from the caller to itself.</summary>
    public static IReadOnlyList<FileSkip> NoMovement(string callType) =>
    [
        new("delegate call", $"coalesce({callType} IN ('delegatecall', 'callcode', 'staticcall'), false)"),
    ];
}
