using System.Diagnostics;
using System.Globalization;
using System.Text;
using Spoor.Cli.Evaluation;
using Spoor.Tracing;
using Spoor.Tracing.Evaluation;
using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>TTR through swaps over the LaunderNet cases among noise, beside a plain Python of the published definition.</summary>
internal static class RankRace
{
    // Long enough for the compiler to have done its work, short enough to wait for.
    private const int Unseen = 3;

    private static readonly CompositeFormat Row = CompositeFormat.Parse("| {0} | {1:F1} | {2:F1} | {3:F1} | {4:F0} | {5:F6} | {6:F6} |");

    /// <summary>Writes the cases for the other side, ranks them, and writes down answers and times.</summary>
    /// <param name="world">Where the cases are, how much noise is around them, and from which seed.</param>
    public static async Task RunAsync(
        string folder, (string Cases, int Noise, ulong Seed) world, int epsilonPerMillion, int repeats, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        List<string> times = [];
        foreach (string one in CaseCorpus.LaunderNet.CasesIn(world.Cases))
        {
            var evaluated = (await CaseReader.ReadAsync(CaseCorpus.LaunderNet, one, cancellation)).WithNoise(world.Noise, world.Seed);
            string path = Path.Combine(folder, evaluated.Truth.Name);
            Write(path, evaluated);
            var store = MemoryTransferStore.Load(evaluated.Transfers);
            var together = CaseRanking.Request(evaluated.Truth, RankingMethod.TtrRedirect, stopAtEnds: false) with
            {
                Sinks = SinkRule.Recycle,
                Stops = StopRules.None,
                EpsilonPerMillion = epsilonPerMillion,
            };
            RankingRequest[] apart = [.. together.Seeds.Select(source => together with { Seeds = [source] })];
            WriteAnswers(path, apart.Select(request => Ranker.Run(store, request, cancellation)));
            double eachMs = Best(repeats, () => Array.ForEach(apart, request => Ranker.Run(store, request, cancellation)));
            double onceMs = Best(repeats, () => Ranker.Run(store, together, cancellation));
            times.Add(string.Create(CultureInfo.InvariantCulture, $"{evaluated.Truth.Name}\t{eachMs:F3}\t{onceMs:F3}"));
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "spoor.rank-times.tsv"), times, cancellation);
    }

    /// <summary>Refuses ranks that are further apart than what both sides left unpushed allows; prints the times.</summary>
    public static bool Agree(string folder)
    {
        Console.WriteLine();
        Console.WriteLine("| ttr-redirect, LaunderNet with noise | Spoor, source by source, ms | Spoor, all at once, ms | plain Python, source by source, ms | ratio | apart | allowed |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        bool agree = true;
        var published = Lines(folder, "published.rank-times.tsv").ToDictionary(fields => fields[0], fields => Number(fields[1]));
        foreach (string[] fields in Lines(folder, "spoor.rank-times.tsv"))
        {
            var ours = Ranks(folder, $"{fields[0]}.spoor.tsv");
            var theirs = Ranks(folder, $"{fields[0]}.published.tsv");

            // A rank and what its residual would become make up the same whole, so two ranks differ by their residuals at most.
            double allowed = ours["waiting"] + theirs["waiting"] + 0.000_001;
            double apart = ours.Keys.Union(theirs.Keys).Where(name => name != "waiting").Sum(name => Math.Abs(ours.GetValueOrDefault(name) - theirs.GetValueOrDefault(name)));
            agree &= apart <= allowed;
            double eachMs = Number(fields[1]);
            Console.WriteLine(string.Format(
                CultureInfo.InvariantCulture, Row, fields[0], eachMs, Number(fields[2]), published[fields[0]], published[fields[0]] / eachMs, apart, allowed));
        }

        Console.WriteLine(agree ? "\nRanks agree." : "\nRanks differ by more than what was left unpushed.");
        return agree;
    }

    private static void Write(string path, EvaluatedCase evaluated)
    {
        var ordered = evaluated.Transfers.Where(transfer => transfer is { From: not null, To: not null, Amount.IsZero: false } && transfer.From != transfer.To)
            .Order(TransferOrder.Instance).ToList();
        File.WriteAllLines(path + ".rank.csv", ordered
            .Select((transfer, i) => $"{i + 1},{transfer.Tx},{transfer.From!.Value.ToString()},{transfer.To!.Value.ToString()},{transfer.Amount}")
            .Prepend("place,tx,from,to,units"));
        File.WriteAllLines(path + ".sources", evaluated.Truth.Sources.Select(source => source.ToString()));
    }

    private static void WriteAnswers(string path, IEnumerable<RankedList> lists)
    {
        SortedDictionary<Address, decimal> settled = [];
        decimal waiting = 0;
        foreach (var list in lists)
        {
            waiting += list.Mass.Waiting;
            foreach (var one in list.Addresses)
            {
                settled[one.Address] = settled.GetValueOrDefault(one.Address) + (one.Share * list.Mass.Settled);
            }
        }

        File.WriteAllLines(path + ".spoor.tsv", settled
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key.ToString()}\t{one.Value}"))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"waiting\t{waiting}")));
    }

    private static double Best(int repeats, Action run)
    {
        for (int i = 0; i < Unseen; i++)
        {
            run();
        }

        return Enumerable.Range(0, repeats).Min(_ =>
        {
            long began = Stopwatch.GetTimestamp();
            run();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
    }

    private static Dictionary<string, double> Ranks(string folder, string file) =>
        Lines(folder, file).ToDictionary(fields => fields[0], fields => Number(fields[1]));

    private static IEnumerable<string[]> Lines(string folder, string file) =>
        File.ReadAllLines(Path.Combine(folder, file)).Select(line => line.Split('\t'));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
