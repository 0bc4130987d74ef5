using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>Expressions and checks for columns of EVM chains.</summary>
internal static class EvmSql
{
    /// <summary>The native asset of a chain; one that is not in the registry pays in ether, as most new EVM chains do.</summary>
    public static string Native(ChainId chain) =>
        Sql.Text(ChainRegistry.Get(chain).Native?.Asset.Reference ?? "slip44:60");

    /// <summary>Kind (1, an account of 20 bytes) and raw bytes of an address written as <c>0x…</c>.</summary>
    public static string Account(string expression) => $"account_blob({expression})";

    public static string Hash(string expression) => $"hash_blob({expression})";

    /// <summary>What names a movement that belongs to a block and to no transaction: 24 zero bytes, then the height.</summary>
    public static string BlockAsHash(string height) => $"unhex(lpad(hex(CAST({height} AS BIGINT)), 64, '0'))";

    public static string Erc20(string contract) => $"'erc20:' || lower({contract})";

    public static string Erc721(string contract, string token) => $"'erc721:' || lower({contract}) || '/' || {token}";

    /// <summary>An address; in the fast pass decoding proves length, digits and checksum at once.</summary>
    public static FileCheck IsAccount(string column, bool optional = false) => new(
        column,
        Sql.Optional(column, optional, $$"""
            CASE WHEN {{Sql.Name(column)}} = lower({{Sql.Name(column)}}) THEN regexp_full_match({{Sql.Name(column)}}, '0x[0-9a-f]{40}')
                ELSE checksum_holds({{Sql.Name(column)}}) END
            """),
        "an address of 0x and 40 hex digits, its checksum (EIP-55) right where the case is mixed",
        Sql.Optional(column, optional, $"account_blob({Sql.Name(column)}) IS NOT NULL"));

    /// <summary>As <see cref="IsAccount"/> for a column every row of which is decoded anyway.</summary>
    public static FileCheck IsDecodedAccount(string column) => IsAccount(column) with { Screen = $"{Sql.Name(column)} IS NOT NULL" };

    /// <summary>As <see cref="IsHash"/> for a column every row of which is decoded.</summary>
    public static FileCheck IsDecodedHash(string column) => IsHash(column) with
    {
        Screen = $"{Sql.Name(column)} IS NOT NULL",
    };

    public static FileCheck IsHash(string column, bool optional = false) => new(
        column,
        Sql.Optional(column, optional, $$"""regexp_full_match({{Sql.Name(column)}}, '0x[0-9a-fA-F]{64}')"""),
        "a transaction hash of 0x and 64 hex digits");
}
