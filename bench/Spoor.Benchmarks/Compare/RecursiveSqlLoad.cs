namespace Spoor.Benchmarks.Compare;

/// <summary>From the file to the tables <c>payments</c> and <c>starts</c> of <see cref="RecursiveSql"/>.</summary>
internal static class RecursiveSqlLoad
{
    private const string DuckDbPaymentsSql = """
        CREATE TABLE payments AS
        SELECT from_address AS payer, to_address AS payee, block_number * 1000000 + log_index AS place
        FROM {file}
        """;

    private const string DuckDbCsvSql = """
        read_csv('{file}', columns = {
            'token_address': 'VARCHAR', 'from_address': 'VARCHAR', 'to_address': 'VARCHAR', 'value': 'VARCHAR',
            'transaction_hash': 'VARCHAR', 'log_index': 'BIGINT', 'block_number': 'BIGINT'})
        """;

    private const string DuckDbStartsSql = """
        CREATE TABLE starts AS
        SELECT DISTINCT payer, payer AS address FROM payments
        UNION
        SELECT DISTINCT payee, payee FROM payments
        """;

    private const string PostgresFileSql = """
        CREATE UNLOGGED TABLE file (
            token_address text, from_address text, to_address text, value text, transaction_hash text, log_index bigint, block_number bigint)
        """;

    private const string NumbersSql = """
        CREATE TABLE starts AS
        SELECT CAST(row_number() OVER (ORDER BY address) AS INTEGER) AS payer, address
        FROM (SELECT from_address AS address FROM file UNION SELECT to_address FROM file) AS parties
        """;

    private const string NumberedSql = """
        CREATE TABLE payments AS
        SELECT f.payer, t.payer AS payee, block_number * 1000000 + log_index AS place
        FROM file JOIN starts AS f ON f.address = from_address JOIN starts AS t ON t.address = to_address
        """;

    /// <summary>Half the disk: the same columns, compressed.</summary>
    public static string ToParquet(CompareFolder folder) =>
        $"SET preserve_insertion_order = true; COPY (FROM {DuckDbInput(folder)}) TO '{folder.ParquetFile}' (FORMAT parquet, COMPRESSION zstd)";

    public static string[] DuckDb(CompareFolder folder, bool numbered)
    {
        string payments = DuckDbPaymentsSql.Replace("{file}", DuckDbInput(folder), StringComparison.Ordinal);
        return numbered
            ?
            [
                payments.Replace("CREATE TABLE payments AS", "CREATE TEMP TABLE file AS", StringComparison.Ordinal)
                    .Replace("from_address AS payer, to_address AS payee, block_number * 1000000 + log_index AS place", "from_address, to_address, log_index, block_number", StringComparison.Ordinal),
                NumbersSql,
                NumberedSql,
            ]
            : [payments, DuckDbStartsSql];
    }

    public static string[] Postgres(CompareFolder folder) =>
    [
        "DROP TABLE IF EXISTS file, starts, payments",
        PostgresFileSql,
        $"COPY file FROM '{folder.CsvFile}' (FORMAT csv, HEADER)",
        NumbersSql,
        NumberedSql,
        "CREATE INDEX ON payments (payer, place)",
        "CREATE INDEX ON starts (address)",
        "ANALYZE",
    ];

    private static string DuckDbInput(CompareFolder folder) => folder.TransfersFile == folder.ParquetFile
        ? $"'{folder.ParquetFile}'"
        : DuckDbCsvSql.Replace("{file}", folder.CsvFile, StringComparison.Ordinal);
}
