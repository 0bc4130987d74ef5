using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <content>What a copy into another store asks, and what one from another store brings.</content>
public sealed partial class DuckDbTransferStore
{
    private const string HeightsSql = "SELECT block, count(*) FROM transfers WHERE chain = $chain GROUP BY block ORDER BY block";

    private const string BetweenSql = $"""
        SELECT {TransferRows.Columns}
        FROM transfers
        WHERE chain = $chain AND block BETWEEN $first AND $last
        ORDER BY {TransferRows.Order}
        """;

    private const string BlocksSql = """
        SELECT height, hash, parent, time, gaps, refused FROM blocks
        WHERE chain = $chain AND height BETWEEN $first AND $last
        ORDER BY height
        """;

    private const string ImportsSql = """
        SELECT file, sha256, format, chain, rows, added, known, skipped, refused, rounded, bad FROM imports ORDER BY number
        """;

    private const string RecordSql = """
        INSERT INTO imports (number, file, sha256, format, chain, rows, added, known, skipped, refused, rounded, bad)
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM imports), $file, $sha256, $format, $chain, $c0, $c1, $c2, $c3, $c4, $c5, $c6
        WHERE NOT EXISTS (SELECT 1 FROM imports WHERE sha256 = $sha256 AND format = $format AND chain = $chain)
        """;

    public string Place => file.Path;

    public Task<TxHash?> GenesisAsync(ChainId chain, CancellationToken cancellation) =>
        file.RunAsync(connection => SyncOriginRows.Genesis(connection, chain), cancellation);

    public Task<IReadOnlyList<HeightCount>> HeightsAsync(ChainId chain, CancellationToken cancellation) =>
        RowsAsync(HeightsSql, row => new HeightCount(row.GetInt64(0), row.GetInt64(1)), cancellation, new DuckDBParameter("chain", chain.Value));

    public Task<IReadOnlyList<Transfer>> BetweenAsync(ChainId chain, long first, long last, CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<Transfer>>(
            connection =>
            {
                using var command = connection.Prepare(BetweenSql, new("chain", chain.Value), new("first", first), new("last", last));
                using var reader = command.ExecuteReader();
                return TransferRows.ReadAll(reader, chain, cancellation);
            },
            cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(ChainId chain, long first, long last, CancellationToken cancellation) => RowsAsync(
        BlocksSql,
        row => new Block
        {
            Chain = chain,
            Height = row.GetInt64(0),
            Hash = TransferRows.Hash(row, 1),
            Parent = row.IsDBNull(2) ? null : TransferRows.Hash(row, 2),
            Time = row.Utc(3),
            Transfers = [],
            Gaps = (BlockGaps)row.GetByte(4),
            RefusedAmounts = row.GetInt32(5),
        },
        cancellation,
        new("chain", chain.Value),
        new("first", first),
        new("last", last));

    public Task<long> AppendManyAsync(ChainId chain, IReadOnlyList<Transfer> transfers, CancellationToken cancellation) =>
        transfers.Count == 0 ? Task.FromResult(0L) : file.RunInTransactionAsync(
            connection =>
            {
                file.Index.Changed();
                var (first, last) = (transfers.Min(transfer => transfer.Position.Block), transfers.Max(transfer => transfer.Position.Block));
                var fresh = transfers.Distinct(TransferIdentity.Instance).ToList();
                if (HeldBlocks(connection, chain, first, last).Count == 0)
                {
                    TransferRows.AppendTo(connection, chain, fresh);
                    return fresh.Count;
                }

                connection.Execute(IncomingSql);
                TransferRows.Append(connection, "incoming", fresh);
                return connection.Execute(AppendBesideSql, new("chain", chain.Value), new("first", first), new("last", last));
            },
            cancellation);

    public Task<IReadOnlyList<ImportedFile>> ImportsAsync(CancellationToken cancellation) => RowsAsync(
        ImportsSql,
        row => new ImportedFile(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), [.. Enumerable.Range(4, 7).Select(column => row.GetInt64(column))]),
        cancellation);

    public Task RecordImportsAsync(IReadOnlyList<ImportedFile> files, CancellationToken cancellation) => file.RunInTransactionAsync(
        connection =>
        {
            foreach (var imported in files)
            {
                connection.Execute(
                    RecordSql,
                    [
                        new("file", imported.File), new("sha256", imported.Sha256), new("format", imported.Format), new("chain", imported.Chain),
                        .. imported.Counts.Select((count, number) => new DuckDBParameter($"c{number}", count)),
                    ]);
            }

            return true;
        },
        cancellation);

    private Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<DuckDBDataReader, T> read, CancellationToken cancellation, params DuckDBParameter[] values) =>
        file.RunAsync<IReadOnlyList<T>>(
            connection =>
            {
                using var command = connection.Prepare(sql, values);
                using var reader = command.ExecuteReader();
                List<T> rows = [];
                while (reader.Read())
                {
                    rows.Add(read(reader));
                }

                return rows;
            },
            cancellation);
}
