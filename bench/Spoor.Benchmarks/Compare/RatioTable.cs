using System.Globalization;

namespace Spoor.Benchmarks.Compare;

/// <summary>Medians of what was timed, beside those of Spoor.</summary>
internal static class RatioTable
{
    public static void Print(CompareFolder folder)
    {
        var times = Directory.GetFiles(folder.Path, "*.times.tsv").Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileName(file)[..^".times.tsv".Length], Read);
        foreach (string measure in times.Values.SelectMany(measured => measured.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var medians = times.Where(engine => engine.Value.ContainsKey(measure)).ToDictionary(engine => engine.Key, engine => Sorted(engine.Value[measure]));
            double unit = medians.Where(engine => engine.Key.StartsWith("spoor", StringComparison.Ordinal)).Select(engine => Median(engine.Value)).DefaultIfEmpty(double.NaN).Min();
            Console.WriteLine();
            Console.WriteLine($"| {measure} | median ms | quickest | slowest | runs | × Spoor's best |");
            Console.WriteLine("|---|---|---|---|---|---|");
            foreach (var (engine, sorted) in medians.OrderBy(engine => Median(engine.Value)))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {engine} | {Text(Median(sorted))} | {Text(sorted[0])} | {Text(sorted[^1])} | {sorted.Count} | {Ratio(Median(sorted) / unit)} |"));
            }
        }
    }

    private static Dictionary<string, List<double>> Read(string file) =>
        File.ReadLines(file).Select(line => line.Split('\t'))
            .GroupBy(fields => fields[0], fields => double.Parse(fields[1], CultureInfo.InvariantCulture))
            .ToDictionary(measure => measure.Key, measure => measure.ToList());

    private static List<double> Sorted(List<double> times) => [.. times.Order()];

    private static double Median(List<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    private static string Ratio(double ratio) => ratio.ToString(ratio < 10 ? "F2" : "N0", CultureInfo.InvariantCulture);

    private static string Text(double milliseconds) => milliseconds.ToString(milliseconds < 10 ? "F3" : "F0", CultureInfo.InvariantCulture);
}
