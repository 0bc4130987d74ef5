using System.Globalization;
using DuckDB.NET.Data;

namespace Spoor.Storage.Generation;

/// <summary>Writes a made-up chain as Parquet in the columns of cryo's <c>erc20_transfers</c>, a file for each million movements.</summary>
public static class SyntheticFiles
{
    public const long PerFile = 1_000_000;

    private const string TableSql = """
        CREATE OR REPLACE TEMP TABLE made (
            block_number UBIGINT, block_timestamp BIGINT, transaction_index UINTEGER, log_index UINTEGER,
            transaction_hash BLOB, erc20 BLOB, from_address BLOB, to_address BLOB, value_string VARCHAR)
        """;

    /// <returns>The files, in order.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        SyntheticChain chain, string folder, IProgress<long>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        int count = (int)((chain.Transfers + PerFile - 1) / PerFile);
        long written = 0;
        await Parallel.ForAsync(0, count, cancellation, (part, stop) =>
        {
            WritePart(chain, part, PathOf(folder, part), stop);
            progress?.Report(Interlocked.Add(ref written, Math.Min(PerFile, chain.Transfers - (part * PerFile))));
            return ValueTask.CompletedTask;
        });
        return [.. Enumerable.Range(0, count).Select(part => PathOf(folder, part))];
    }

    private static string PathOf(string folder, int part) =>
        Path.Combine(folder, $"transfers-{part.ToString("0000", CultureInfo.InvariantCulture)}.parquet");

    // Under another name until it is whole, so that a part that was broken off is never imported.
    private static void WritePart(SyntheticChain chain, int part, string path, CancellationToken cancellation)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:;threads=1");
        connection.Open();
        Execute(connection, TableSql);
        Fill(connection, chain, part * PerFile, Math.Min((part + 1) * PerFile, chain.Transfers), cancellation);
        Execute(connection, $"COPY made TO '{path.Replace("'", "''", StringComparison.Ordinal)}.part' (FORMAT parquet, COMPRESSION zstd)");
        File.Move(path + ".part", path, overwrite: true);
    }

    private static void Fill(DuckDBConnection connection, SyntheticChain chain, long from, long to, CancellationToken cancellation)
    {
        byte[][] tokens = [.. SyntheticChain.Tokens.Select(token => Convert.FromHexString(token.AsSpan(2)))];
        using var appender = connection.CreateAppender("temp", "main", "made");
        for (long number = from; number < to; number++)
        {
            if (number % 8192 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var transfer = chain.At(number);
            appender.CreateRow()
                .AppendValue((ulong)SyntheticChain.BlockOf(number))
                .AppendValue(SyntheticChain.TimeOf(number).ToUnixTimeSeconds())
                .AppendValue((uint)(SyntheticChain.TransactionOf(number) % SyntheticChain.PerBlock))
                .AppendValue((uint)(number % SyntheticChain.PerBlock))
                .AppendValue(chain.HashOf(number))
                .AppendValue(tokens[transfer.Token])
                .AppendValue(chain.AddressOf(transfer.From))
                .AppendValue(chain.AddressOf(transfer.To))
                .AppendValue(transfer.Units.ToString(CultureInfo.InvariantCulture))
                .EndRow();
        }
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
