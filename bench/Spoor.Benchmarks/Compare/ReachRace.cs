using System.Diagnostics;
using System.Globalization;

namespace Spoor.Benchmarks.Compare;

/// <summary>Loads one engine, writes its answers down, then times every start again and again, warm.</summary>
internal static class ReachRace
{
    public static readonly IReadOnlyList<int> Hops = [3, 5];

    public static async Task RunAsync(string name, CompareFolder folder, int repeats, string[] connection, CancellationToken cancellation)
    {
        string[] starts = File.ReadAllLines(folder.StartsFile);
        using var engine = Open(name, connection);
        long began = Stopwatch.GetTimestamp();
        await engine.LoadAsync(folder, cancellation);
        List<string> times = [Line("load", Stopwatch.GetElapsedTime(began))];
        List<string> answers = [];
        foreach (int hops in Hops)
        {
            foreach (string start in starts)
            {
                await engine.ReachAsync(start, hops);
                answers.Add(AnswerSheet.Line(start, hops, engine.Answer()));
            }

            // A first round more than asked for, unrecorded, lets every engine warm up.
            for (int repeat = 0; repeat <= repeats; repeat++)
            {
                foreach (string start in starts)
                {
                    began = Stopwatch.GetTimestamp();
                    await engine.ReachAsync(start, hops);
                    var took = Stopwatch.GetElapsedTime(began);
                    if (repeat > 0)
                    {
                        times.Add(Line($"reach {hops}", took));
                    }
                }
            }
        }

        File.WriteAllLines(folder.AnswersFile(name), answers);
        File.WriteAllLines(folder.TimesFile(name), times);
    }

    public static string Line(string measure, TimeSpan took) =>
        string.Create(CultureInfo.InvariantCulture, $"{measure}\t{took.TotalMilliseconds:F4}");

    private static IReachEngine Open(string name, string[] connection) => name switch
    {
        "spoor-memory" => new SpoorGraph(),
        "spoor-store" => new SpoorStore(indexed: false),
        "spoor-index" => new SpoorStore(indexed: true),
        "duckdb" => RecursiveSql.DuckDb(numbered: false),
        "duckdb-numbered" => RecursiveSql.DuckDb(numbered: true),
        "postgres" => RecursiveSql.Postgres(connection[0]),
        "dictionary" => new PlainDictionary(),
        _ => throw new ArgumentException($"Expected an engine that 'compare' lists, found '{name}'.", nameof(name)),
    };
}
