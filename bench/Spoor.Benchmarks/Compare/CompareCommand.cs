using System.Globalization;

namespace Spoor.Benchmarks.Compare;

/// <summary>The steps that <c>bench/compare/run.sh</c> is made of; each runs in a process of its own.</summary>
internal static class CompareCommand
{
    private const string Usage = """
        compare generate FOLDER TRANSFERS ADDRESSES SEED     write transfers.csv and starts.txt
        compare parquet FOLDER                               write transfers.csv as transfers.parquet as well
        compare import ENGINE FOLDER                         time one import of transfers.csv: spoor, duckdb
        compare fill FOLDER                                  import transfers.csv into Spoor's store and build its index, timed
        compare reach ENGINE FOLDER REPEATS SECONDS [CONNECTION]
                                                             answer and time every start: spoor-memory, spoor-index, spoor-index-cold,
                                                             spoor-store, spoor-clickhouse-1, spoor-clickhouse-2, duckdb,
                                                             duckdb-numbered, postgres, dictionary
        compare check FOLDER                                 refuse answers that differ
        compare rank FOLDER CASES NOISE SEED EPSILON REPEATS rank the LaunderNet cases below CASES until EPSILON (millionths),
                                                             and write them for ttr.py
        compare rank-check FOLDER                            refuse ranks that differ, else times and ratios
        compare laundernet FILE                              sum what 'spoor evaluate laundernet --json' says it took
        """;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        switch (args)
        {
            case ["generate", var folder, var transfers, var addresses, var seed]:
                new CompareFolder(folder).Generate(new(Number(transfers), Number(addresses), Number(seed)));
                return 0;
            case ["parquet", var folder]:
                ImportRace.ByDuckDb("Data Source=:memory:", RecursiveSqlLoad.ToParquet(new(folder)));
                return 0;
            case ["import", var engine, var folder]:
                await ImportRace.RunAsync(engine, new(folder), cancellation);
                return 0;
            case ["fill", var folder]:
                await ImportRace.FillAsync(new(folder), cancellation);
                return 0;
            case ["reach", var engine, var folder, var repeats, var seconds, .. var connection]:
                await ReachRace.RunAsync(engine, new(folder), (Number(repeats), Number(seconds)), connection, cancellation);
                return 0;
            case ["check", var folder]:
                return AnswerSheet.Agree(new(folder)) ? 0 : 1;
            case ["rank", var folder, var cases, var noise, var seed, var epsilon, var repeats]:
                await RankRace.RunAsync(folder, (cases, Number(noise), (ulong)Number(seed)), Number(epsilon), Number(repeats), cancellation);
                return 0;
            case ["rank-check", var folder]:
                return RankRace.Agree(folder) ? 0 : 1;
            case ["laundernet", var file]:
                LaunderNetTimes.Print(file);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
