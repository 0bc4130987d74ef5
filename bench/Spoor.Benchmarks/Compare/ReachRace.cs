using System.Diagnostics;
using System.Globalization;

namespace Spoor.Benchmarks.Compare;

/// <summary>Loads one engine, answers every start, then times them again and again, warm.</summary>
/// <remarks>
/// Each line is written as soon as it is known: an engine that is ended by its limit leaves what it had answered. Rounds go on until there were
/// as many as asked for and two seconds have passed, and stop where a tenth of the limit has.
/// </remarks>
internal sealed class ReachRace(CompareFolder folder, string name, IReachEngine engine)
{
    public const int Hops = 5;

    private const int MostRounds = 50;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private readonly ProcessorClock _processors = ProcessorClock.FromEnvironment();

    public static async Task RunAsync(string name, CompareFolder folder, (int Repeats, int Seconds) limits, string[] connection, CancellationToken cancellation)
    {
        using var engine = Open(name, connection);
        await new ReachRace(folder, name, engine).RunAsync(limits.Repeats, TimeSpan.FromSeconds(limits.Seconds) / 10, cancellation);
    }

    /// <summary>What was measured, of which start or which part, in milliseconds.</summary>
    public static string Line(string measure, string of, double milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{measure}\t{of}\t{milliseconds:F4}");

    private async Task RunAsync(int repeats, TimeSpan most, CancellationToken cancellation)
    {
        string[] starts = File.ReadAllLines(folder.StartsFile);
        await using var times = Written(folder.TimesFile(name));
        long began = Stopwatch.GetTimestamp();
        await engine.LoadAsync(folder, cancellation);
        await times.WriteLineAsync(Line("load", "all", Stopwatch.GetElapsedTime(began).TotalMilliseconds));
        await AnswerAsync(starts, times);
        began = Stopwatch.GetTimestamp();
        var before = _processors.Now();
        int asked = 0;
        for (int round = 0; round < MostRounds && (round < repeats || Stopwatch.GetElapsedTime(began) < Least); round++)
        {
            foreach (string start in starts.Where(_ => Stopwatch.GetElapsedTime(began) < most))
            {
                await times.WriteLineAsync(Line("warm", start, await AskAsync(start)));
                asked++;
            }
        }

        await times.WriteLineAsync(Line("processor", "mean", (_processors.Now() - before).TotalMilliseconds / Math.Max(1, asked)));
    }

    // The first round: its answers are kept, its times count only for an engine that gets no further.
    private async Task AnswerAsync(string[] starts, StreamWriter times)
    {
        await using var answers = Written(folder.AnswersFile(name));
        List<string> needed = [];
        foreach (string start in starts)
        {
            await times.WriteLineAsync(Line("first", start, await AskAsync(start)));
            var answer = engine.Answer().ToList();
            await answers.WriteLineAsync(AnswerSheet.Line(start, Hops, answer));
            if (await engine.PaymentsNeededAsync(Hops) is { } payments)
            {
                needed.Add(string.Create(CultureInfo.InvariantCulture, $"{start}\t{answer.Count}\t{answer.Count(row => row.Hops < Hops)}\t{payments}"));
            }
        }

        if (needed.Count > 0)
        {
            await File.WriteAllLinesAsync(folder.NeededFile, needed);
        }
    }

    private async ValueTask<double> AskAsync(string start)
    {
        engine.Prepare();
        long began = Stopwatch.GetTimestamp();
        await engine.ReachAsync(start, Hops);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static StreamWriter Written(string path) => new(path) { NewLine = "\n", AutoFlush = true };

    private static IReachEngine Open(string name, string[] connection) => name switch
    {
        "spoor-memory" => new SpoorGraph(),
        "spoor-index" => new SpoorStore(SpoorStore.Reading.Warm),
        "spoor-index-cold" => new SpoorStore(SpoorStore.Reading.Cold),
        "spoor-store" => new SpoorStore(SpoorStore.Reading.LogAlone),
        "spoor-clickhouse-1" or "spoor-clickhouse-2" => new SpoorClickHouse(connection[0]),
        "duckdb" => RecursiveSql.DuckDb(numbered: false),
        "duckdb-numbered" => RecursiveSql.DuckDb(numbered: true),
        "postgres" => RecursiveSql.Postgres(connection[0]),
        "dictionary" => new PlainDictionary(),
        _ => throw new ArgumentException($"Expected an engine that 'compare' lists, found '{name}'.", nameof(name)),
    };
}
