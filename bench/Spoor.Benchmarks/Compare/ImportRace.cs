using System.Diagnostics;
using DuckDB.NET.Data;
using Spoor.Storage;

namespace Spoor.Benchmarks.Compare;

/// <summary>Times one import of the file into a new database file; the process then ends, so each time is a cold one.</summary>
internal static class ImportRace
{
    // Every column with its type named: DuckDB need not guess, and keeps all that the file says.
    private const string DuckDbSql = """
        CREATE TABLE token_transfers AS
        SELECT token_address, from_address, to_address, value, transaction_hash, log_index, block_number
        FROM read_csv('{file}', columns = {
            'token_address': 'VARCHAR', 'from_address': 'VARCHAR', 'to_address': 'VARCHAR', 'value': 'UHUGEINT',
            'transaction_hash': 'VARCHAR', 'log_index': 'BIGINT', 'block_number': 'BIGINT'})
        """;

    public static async Task RunAsync(string engine, CompareFolder folder, CancellationToken cancellation)
    {
        string name = engine + "-import";
        string scratch = folder.Scratch(name);
        long began = Stopwatch.GetTimestamp();
        if (engine == "spoor")
        {
            await StoreImport.RunAsync(DataFolder.At(scratch), folder, cancellation);
        }
        else
        {
            ByDuckDb($"DataSource={Path.Combine(scratch, "alone.duckdb")}", DuckDbSql.Replace("{file}", folder.CsvFile, StringComparison.Ordinal));
        }

        await File.AppendAllLinesAsync(
            folder.TimesFile(name), [ReachRace.Line("import", "all", Stopwatch.GetElapsedTime(began).TotalMilliseconds)], cancellation);
    }

    /// <summary>Makes the store that the engines of Spoor share; what it took is theirs to load.</summary>
    public static Task FillAsync(CompareFolder folder, CancellationToken cancellation) => SpoorStore.FillAsync(
        folder,
        async (part, work) =>
        {
            long began = Stopwatch.GetTimestamp();
            await work();
            await File.AppendAllLinesAsync(
                folder.TimesFile("spoor-fill"), [ReachRace.Line("load", part, Stopwatch.GetElapsedTime(began).TotalMilliseconds)], cancellation);
        },
        cancellation);

    public static void ByDuckDb(string connectionText, string sql)
    {
        using var connection = new DuckDBConnection(connectionText);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
