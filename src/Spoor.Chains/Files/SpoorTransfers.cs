using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>Spoor's own layout: a row is a transfer, of any chain; described in <c>docs/transfers.md</c>.</summary>
internal static class SpoorTransfers
{
    public static readonly FileFormat Format = new(
        "spoor",
        FileFamily.Stated,
        ["chain", "block", "time", "tx", "kind", "from", "to", "asset", "amount"],
        Map);

    private const string KindOf =
        "CASE kind WHEN 'native' THEN 1 WHEN 'token' THEN 2 WHEN 'fee' THEN 3 WHEN 'issue' THEN 4 WHEN 'utxo-in' THEN 5 ELSE 6 END";

    private const string PhaseOfKind = "CASE kind WHEN 'fee' THEN 0 WHEN 'utxo-in' THEN 0 WHEN 'token' THEN 2 ELSE 1 END";

    // Either the part after the slash or the whole CAIP-19 name; EVM contracts in lower case, so that a token has one name.
    private const string Reference = "CASE WHEN starts_with(asset, chain || '/') THEN substring(asset, strlen(chain) + 2) ELSE asset END";

    // Written on purpose, so that a cell left empty by mistake stays a fault.
    private const string Unknown = "'unknown'";

    private const string IsOutput = "kind IN ('utxo-in', 'utxo-out')";

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = "as stated",
        ChainOf = "chain",
        Columns = file.Read([.. Format.Required, "tx_index", "phase", "index", "quality", "output_tx", "output_index"]),
        Checks = [.. Checks(), .. OptionalChecks(file), .. OutputChecks(file)],
        Skips = [],
        Movements = [Movement(file)],
        Order = file.Has("tx_index") && file.Has("index") ? StatedOrder.Full : StatedOrder.Block,
    };

    private static List<FileCheck> Checks() =>
    [
        new("chain", "regexp_full_match(chain, '[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}')", "a CAIP-2 chain such as eip155:1"),
        BlockOrUnknown(),
        Sql.IsTime("time"),
        new("tx", "regexp_full_match(tx, '(0x)?[0-9a-fA-F]{64}')", "a transaction hash of 64 hex digits, with or without 0x"),
        new("kind", "kind IN ('native', 'token', 'fee', 'issue', 'utxo-in', 'utxo-out')", "one of native, token, fee, issue, utxo-in, utxo-out"),
        new(
            "kind",
            $"{IsOutput} = starts_with(chain, 'bip122:')",
            "utxo-in or utxo-out on a UTXO chain (bip122:…), one of native, token, fee, issue on any other chain"),
        new(
            "from",
            $"\"from\" IS NULL OR (\"from\" = {Unknown} AND kind IN ('native', 'token')) OR address_bytes(chain, \"from\") IS NOT NULL",
            "an address of the row's chain with a valid checksum, or for native and token also the word unknown"),
        new("from", "\"from\" IS NOT NULL OR kind NOT IN ('native', 'token', 'fee')", "the sender: native, token and fee have one"),
        new("to", "\"to\" IS NULL OR address_bytes(chain, \"to\") IS NOT NULL", "an address of the row's chain with a valid checksum"),
        new("to", "\"to\" IS NOT NULL OR kind NOT IN ('native', 'token', 'issue')", "the recipient: native, token and issue have one"),
        new(
            "asset",
            $"regexp_full_match({Reference}, '[-a-z0-9]{{3,8}}:[-.%a-zA-Z0-9]{{1,128}}(/[-.%a-zA-Z0-9]{{1,78}})?')",
            "a CAIP-19 asset such as slip44:60 or erc20:0x…, of the row's chain"),
        Sql.IsAmount("amount", optional: true),
        new("amount", "amount IS NOT NULL OR kind = 'utxo-in'", "an amount: only a UTXO input may leave it open"),
    ];

    private static FileCheck BlockOrUnknown()
    {
        var count = Sql.IsCount("block");
        return count with { Holds = $"(block = {Unknown} OR {count.Holds})", Expected = $"{count.Expected}, or the word unknown" };
    }

    private static IEnumerable<FileCheck> OptionalChecks(FileShape file) => new[]
    {
        Sql.IsIndex("tx_index"),
        new("phase", "phase IS NULL OR phase IN ('0', '1', '2')", "0, 1, 2 or nothing"),
        Sql.IsIndex("index"),
        new("quality", "quality IS NULL OR quality IN ('exact', 'rounded', 'unknown')", "exact, rounded, unknown or nothing"),
        new("output_tx", "output_tx IS NULL OR regexp_full_match(output_tx, '(0x)?[0-9a-fA-F]{64}')", "a transaction hash of 64 hex digits or nothing"),
        Sql.IsIndex("output_index", optional: true),
    }.Where(check => file.Has(check.Column));

    // An output without its name could never be found by what spends it, and a name on an account row would mean nothing.
    private static FileCheck[] OutputChecks(FileShape file) =>
    [
        new(
            "output_tx",
            $"({file.Column("output_tx")} IS NOT NULL) = {IsOutput}",
            "the transaction that created the output, for utxo-in and utxo-out; nothing for other kinds"),
        new(
            "output_index",
            $"({file.Column("output_index")} IS NOT NULL) = {IsOutput}",
            "the number of the output in its transaction, for utxo-in and utxo-out; nothing for other kinds"),
    ];

    private static FileMovement Movement(FileShape file) => new()
    {
        Kind = TransferKind.Native,
        KindOf = KindOf,
        // 0 is before every block that holds transactions: what is not placed is there for all that follows to spend.
        Block = $"CASE WHEN block = {Unknown} THEN 0 ELSE CAST(block AS BIGINT) END",
        TxIndex = file.Has("tx_index") ? "CAST(tx_index AS INTEGER)" : "0",
        Phase = $"CASE WHEN {file.Column("phase")} IS NULL THEN {PhaseOfKind} ELSE CAST({file.Column("phase")} AS INTEGER) END",
        Index = file.Has("index") ? "CAST(\"index\" AS INTEGER)" : "0",
        Time = Sql.Time("time"),
        Tx = Hex("tx"),
        From = $"address_bytes(chain, nullif(\"from\", {Unknown}))",
        To = "address_bytes(chain, \"to\")",
        Asset = $"CASE WHEN starts_with(chain, 'eip155:') THEN lower({Reference}) ELSE {Reference} END",
        Amount = "amount",
        Quality = file.Has("quality")
            ? "CASE quality WHEN 'rounded' THEN 1 WHEN 'unknown' THEN 2 WHEN 'exact' THEN 0 ELSE CASE WHEN amount IS NULL THEN 2 ELSE amount_quality(amount) END END"
            : null,
        OutputTx = file.Has("output_tx") ? Hex("output_tx") : "NULL",
        OutputIndex = file.Has("output_index") ? "CAST(output_index AS INTEGER)" : "NULL",
    };

    private static string Hex(string column) => $"unhex(CASE WHEN starts_with({column}, '0x') THEN substring({column}, 3) ELSE {column} END)";
}
